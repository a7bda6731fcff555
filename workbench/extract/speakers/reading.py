"""Names and modifiers read off a list of tokens: what phrases are built from."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.extract.speakers import classes as c
from workbench.extract.speakers.lexicon import Lexicon
from workbench.extract.speakers.tokens import Token

_BEYOND = [c.PUNCT | c.BREAK] * 4
"""What stands after the last token: marks that stop everything, as many as a rule looks ahead."""


class Reader:
    """Questions about single words and names in one list of tokens."""

    def __init__(self, tokens: Sequence[Token], words: Lexicon) -> None:
        self.tokens = tokens
        """The tokens."""
        self.words = words
        """Whose classes they have."""
        self.bits = [token[3] for token in tokens]
        """The classes of every token, and of the marks that stop everything after the last."""
        self.bits += _BEYOND
        self.limit = len(tokens)
        """What is read ends before this token."""

    def narrow(self, limit: int) -> list[int]:
        """Let what is read end before token ``limit``; what :meth:`widen` needs to undo it."""
        kept = self.bits[limit : limit + 4]
        self.bits[limit : limit + 4] = _BEYOND
        self.limit = limit
        return kept

    def widen(self, kept: list[int]) -> None:
        """Undo :meth:`narrow`."""
        self.bits[self.limit : self.limit + 4] = kept
        self.limit = len(self.tokens)

    def capital(self, k: int) -> bool:
        """Whether token ``k`` is capitalised as a name is."""
        bits = self.bits[k]
        if not bits & c.CAP:
            return False
        return not bits & c.NOTNAME or bool(bits & c.INITIAL) or self.surname_particle(k)

    def surname_particle(self, k: int) -> bool:
        """Whether a capitalised particle inside the sentence begins a surname ("zei De Vries")."""
        bits, following = self.bits[k], self.bits[k + 1]
        if not (bits & c.CAP and bits & c.PARTICLE):
            return False
        if (
            k == 0 or self.bits[k - 1] & c.BREAK
        ):  # "Van der Veer" may open a sentence, "De Vries" could be "de Vries"
            second = following & c.PARTICLE and not following & (c.DET | c.CAP)
            return bool(second and self.bits[k + 2] & c.CAP)
        return bool(following & (c.CAP | c.PARTICLE)) and not following & c.ADJ

    def opens_noun(self, i: int) -> bool:
        """Whether token ``i`` can go on with a noun phrase."""
        bits = self.bits[i]
        return bool(bits & c.WORD) and not (bits & c.CLOSED and not bits & (c.NOUN | c.CAP))

    def is_modifier(self, k: int) -> bool:
        """An adjective before a noun; a capitalised one ("Britse") only before a lower-case noun or another."""
        bits, following = self.bits[k], self.bits[k + 1]
        if not following & c.WORD:
            return False
        if not bits & c.CAP:
            return bool(bits & c.ADJ) and (bool(following & (c.NOUN | c.CAP)) or not following & c.CLOSED)
        if not self._adjective(k, bits):
            return False
        common = not following & c.CAP and self.opens_noun(k + 1)
        return common or bool(following & (c.ROLE | c.INST | c.ADJ) and not following & c.FIRST)

    def _adjective(self, k: int, bits: int) -> bool:
        """Whether a capitalised word is an adjective; one that opens the sentence is judged by its lower-case form too."""
        if bits & c.ADJ:
            return True
        if bits & c.FIRST or (k and not self.bits[k - 1] & c.BREAK):
            return False
        return bool(self.words.flags(self.tokens[k].low) & c.ADJ)

    def name(self, first: int, determined: bool) -> int:
        """After the last token of the name that begins at ``first``; at least one token."""
        k = done = first + 1
        all_bits, end = self.bits, self.limit
        joined = bool(all_bits[first] & (c.FIRST | c.INITIAL))
        if self.surname_particle(first) and (ahead := self._particles(first, capital=True)) is not None:
            k = done = ahead + 1
        while k < end:
            bits = all_bits[k]
            if bits & c.CAP and self.capital(k):
                if self._ends_name(k - 1, determined, bits):
                    break
                k = done = k + 1
                joined = joined or bool(bits & (c.FIRST | c.INITIAL))
                continue
            ahead = self._particles(k) if bits & c.PARTICLE else None
            if ahead is None or not self._joins(k, ahead, joined, determined):
                break
            k = done = ahead + 1
        return done

    def _particles(self, k: int, *, capital: bool = False) -> int | None:
        """The capital after one to three particles; None where there are none or nothing follows."""
        j = k + 1 if capital else k
        while j < k + 3 and self.bits[j] & c.PARTICLE and not self.bits[j] & c.CAP:
            j += 1
        bits = self.bits[j]
        if j == k or not bits & c.CAP or (bits & c.NOTNAME and j < k + 2):
            return None  # but "van der Meer"
        return j

    def _joins(self, k: int, ahead: int, joined: bool, determined: bool) -> bool:
        """Whether the particles from ``k`` belong to the surname: after a given name always, else by what follows."""
        links = self.words.links
        if self.bits[k] & c.PREP and ahead == k + 1 and self.tokens[k].low not in links:
            return False  # "NAVO in Brussel"; but "op de", "in 't"
        given = bool(self.bits[k - 1] & (c.FIRST | c.INITIAL))
        if ahead > k + 1 and not self.bits[k + 1] & c.DET and not (joined and not given):
            return True  # "vader Peter | van der Meer"
        if joined and not given and self.tokens[k].low in links:
            return False  # "Lotte Kramer | van Zuidwal"; but "Jan van Dijk"
        if joined or (self.bits[k - 1] & c.INST and self.bits[ahead] & c.FIELD):
            return True  # after a given name, or the field of a body: "Ministerio de Sanidad"
        if self.words.capital_nouns or self.bits[ahead] & c.ACRONYM:
            return False  # "Ansicht | der Anwohner"
        if self.bits[k - 1] & c.FIELD or self.bits[ahead] & (c.INST | c.FIELD | c.ADJ | c.ROLE | c.DOC):
            return False
        return not determined or self.tokens[k].low not in links

    def _ends_name(self, last: int, determined: bool, following: int) -> bool:
        """Whether the name ends at ``last`` though a capital follows: "Zaken | Antony", "Trump’s | America"."""
        bits = self.bits[last]
        if determined and bits & c.FIELD and not bits & c.FIRST and following & c.FIRST:
            return True
        return self.tokens[last].text[-2:] in ("'s", "’s")

    def owns(self, done: int) -> bool:
        """Whether the name that ends before ``done`` is a genitive with its noun after it."""
        genitive = self.words.genitive
        word, following = self.tokens[done - 1].text, self.bits[done]
        if genitive is None or not genitive.search(word):
            return False
        if word[-1] in "'’" or word[-2:-1] in "'’":
            return self.opens_noun(done)
        if following & c.CAP and not self.words.capital_nouns:
            return False
        return bool(following & c.NOUN) and not following & c.STOP

    def halved(self, k: int) -> bool:
        """Whether token ``k`` is the first half of a compound: "land- | en tuinbouworganisatie"."""
        if not self.bits[k + 2] & c.CONJ or self.tokens[k + 1].text != "-":
            return False
        return self.tokens[k + 1].start == self.tokens[k].end and self.opens_noun(k + 3)

    def is_role(self, bits: int) -> bool:
        """Whether a capitalised word is a role ("President"), not a name."""
        if self.words.capital_nouns:
            return bool(bits & c.NOUN)
        return bool(bits & (c.ROLE | c.GROUP)) and not bits & (c.FIRST | c.ACRONYM)

    def of_body(self, k: int) -> bool:
        """Whether the name at ``k`` is that of the body right before it: "de renster van de ploeg | Noord-West"."""
        if self.bits[k - 1] & c.CAP and self.bits[k + 1] & c.CAP:
            return False  # "de woordvoerster van de Veiligheidsraad | Adriane Watts"
        return bool(self.bits[k - 1] & c.INST) and not self.bits[k] & (c.FIRST | c.INITIAL)

    def office(self, j: int) -> int | None:
        """After an office's name: "Buitenlandse Zaken", "Veiligheid en Justitie"; None where there is none."""
        last: int | None = None
        k = j
        while k < j + 8:
            bits = self.bits[k]
            comma = bits & c.PUNCT and not bits & c.BREAK and last is not None and self.bits[k + 1] & c.FIELD
            if bits & c.FIELD:
                last = k = k + 1
            elif bits & c.ADJ or (bits & c.CONJ and last is not None) or comma or self.leads(k, j):
                k += 1
            else:
                break
        return last

    def leads(self, k: int, first: int) -> bool:
        """Whether a capital word opens an office's name: "Parliamentary | Affairs"."""
        return (
            k == first
            and bool(self.bits[k] & c.CAP and self.bits[k + 1] & c.FIELD)
            and self.bits[k + 1] & c.CAP > 0
        )

    def parenthesis(self, k: int) -> int | None:
        """After the parenthesis that opens at token ``k``; None where it does not close soon."""
        return next((j + 1 for j in range(k + 1, min(self.limit, k + 9)) if self.tokens[j].text == ")"), None)

    def closed(self, k: int) -> bool:
        """Whether what ends before ``k`` is closed off by a mark or the end."""
        return bool(self.bits[k] & c.PUNCT)
