"""Noun phrases that can be a source, by word classes and capitals; no tagger.

A phrase is read forward from its first word: determiner, modifiers, head noun or name, complements ("van het
ministerie"), an apposition ("de minister, Jan Smit"), a second phrase after "en". The reader never looks back and
takes at most :data:`LONGEST` words, so its cost is bounded whatever the text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.extract.speakers import classes as c
from workbench.extract.speakers.reading import Reader

LONGEST = 28
"""Words of the longest phrase."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase, by positions in the list of tokens."""

    start: int
    """First token."""
    end: int
    """After the last token."""
    head: int | None = None
    """The head noun; None for a bare name or a pronoun."""
    name: tuple[int, int] | None = None
    """First token of the name and the one after its last."""
    owner: tuple[int, int] | None = None
    """The name in the genitive before the head: "Bidens woordvoerder"."""
    pronoun: bool = False
    """Whether it is a pronoun."""
    second: Phrase | None = None
    """What is coordinated with it."""
    apposed: bool = False
    """Whether the name follows the head after a comma."""
    complement: tuple[int, int] | None = None
    """From the first preposition to the end of the complements."""


class PhraseReader(Reader):
    """Reads noun phrases out of one list of tokens."""

    def read(self, i: int, end: int, *, anchored: bool = False) -> Phrase | None:
        """The phrase that begins at token ``i``; None when none does.

        Args:
            i: its first token.
            end: it ends there at the latest.
            anchored: whether ``end`` is known to be its end, which allows complements that could as well belong to
                a verb ("de minister in Den Haag").
        """
        end = min(end, i + LONGEST)
        if self.flags(i, end) & c.PRON and self._alone(i, end):
            return Phrase(i, i + 1, pronoun=True)
        first = self._simple(i, end, anchored)
        return self._coordinated(first, end, anchored) if first else None

    def _alone(self, i: int, end: int) -> bool:
        """Whether the word that can be a pronoun is one here: no noun follows, or it is relative ("Limon, die …")."""
        bits, before = self.flags(i, end), self.tokens[i - 1].flags if i else c.PUNCT | c.BREAK
        if bits & c.CAP and not before & c.BREAK and self.flags(i + 1, end) & c.CAP:
            return False  # "Die Welt"
        if bits & c.STOP and before & c.PUNCT and not before & c.BREAK and not bits & c.CAP:
            return True
        return not (bits & c.DET and (self.opens_noun(i + 1, end) or self.flags(i + 1, end) & c.LINK))

    def _simple(self, i: int, end: int, anchored: bool) -> Phrase | None:
        j = self._determiner(i, end)
        while self.flags(j, end) & c.TITLE and not self.flags(j, end) & c.STOP:
            j += 1
        phrase = self._nominal(i, j, end, determined=j > i)
        if phrase is None and j > i and self.flags(j - 1, end) & c.TITLE:
            phrase = Phrase(i, j, head=j - 1)  # "de paus"
        if phrase is None:
            return self._partitive(i, j, end, anchored) if j > i else None
        return self._after(phrase, end, anchored)

    def _determiner(self, i: int, end: int) -> int:
        """After the determiners from token ``i``."""
        j = i
        while j < i + 4 and self.flags(j, end) & (c.DET | c.NUM) and not self.surname_particle(j, end):
            j += 1
        return j

    def _partitive(self, i: int, j: int, end: int, anchored: bool) -> Phrase | None:
        """A determiner and a complement without a noun: "een van hen", "twee van de drie"."""
        if self.flags(j, end) & c.LINK and (done := self._complement(j, end, anchored)) is not None:
            return Phrase(i, done, complement=(j, done))
        return None

    def _nominal(self, start: int, j: int, end: int, *, determined: bool) -> Phrase | None:
        """Modifiers and head from token ``j``."""
        owner: tuple[int, int] | None = None
        k = j
        while k < end and k - j < 9:
            bits = self.flags(k, end)
            if self._modifies(k, end, determined):
                k, determined = k + 1, True
                continue
            if not self.capital(k, end):
                return self._common(start, k, end, determined, owner)
            if self._is_role(bits):
                return Phrase(start, self._stacked(k, end), head=self._stacked(k, end) - 1, owner=owner)
            done = self.name(k, end, determined)
            if not self._precedes_noun(k, done, end, determined):
                return Phrase(start, done, name=(k, done), owner=owner)
            owner, k, determined = (k, done), done, True
        return None

    def _modifies(self, k: int, end: int, determined: bool) -> bool:
        """Whether token ``k`` goes before the head; "Republican", a noun too, does before a lower-case word."""
        bits = self.flags(k, end)
        if (bits & c.NOUN and not (bits & c.CAP and bits & c.ADJ)) or (bits & c.STOP and not determined):
            return False
        return self.is_modifier(k, end)

    def _is_role(self, bits: int) -> bool:
        """Whether a capitalised word is a role ("President"), not a name."""
        if self.words.capital_nouns:
            return bool(bits & c.NOUN)
        return bool(bits & (c.ROLE | c.GROUP)) and not bits & (c.FIRST | c.ACRONYM)

    def _common(
        self, start: int, k: int, end: int, determined: bool, owner: tuple[int, int] | None
    ) -> Phrase | None:
        """A phrase whose head is the lower-case noun at ``k``."""
        bits = self.flags(k, end)
        if not bits & c.WORD or (bits & c.CLOSED and not bits & c.NOUN):
            return None
        if not bits & c.NOUN and not determined and not self.capital(k + 1, end):
            return None
        done = self._stacked(k, end)
        return Phrase(start, done, head=done - 1, owner=owner)

    def _stacked(self, k: int, end: int) -> int:
        """After the last of the nouns that stack from ``k`` ("campaign manager", "groep deskundigen")."""
        done = k + 1
        while done < k + 6:
            bits, before = self.flags(done, end), self.flags(done - 1, end)
            if bits & c.CAP or (bits & c.CLOSED and not bits & c.NOUN):
                break
            loose = self.words.bare_nouns and (
                (bits & c.NOUN and not bits & c.STOP) or (not before & c.NOUN and bits & c.WORD)
            )
            if not loose and not (before & c.INST and bits & c.PLURAL and bits & (c.ROLE | c.GROUP)):
                break
            done += 1
        return done

    def _precedes_noun(self, first: int, done: int, end: int, determined: bool) -> bool:
        """Whether the name only leads to the noun: a genitive, "Trump campaign", "de Harener politie"."""
        if self.owns(done, end):
            return True
        following = self.flags(done, end)
        if not following & c.NOUN or following & (c.CAP | c.STOP):
            return False
        return self.words.bare_nouns or (
            determined and done == first + 1 and bool(following & (c.INST | c.DOC))
        )

    def _after(self, phrase: Phrase, end: int, anchored: bool) -> Phrase:
        """Complements, name and apposition after the head."""
        for _ in range(6):
            grown = self._grown(phrase, end, anchored)
            if grown is None:
                break
            phrase = grown
        return phrase

    def _grown(self, phrase: Phrase, end: int, anchored: bool) -> Phrase | None:
        k, nameless = phrase.end, phrase.head is not None and phrase.name is None
        bits = self.flags(k, end)
        if nameless and (named := self._named(phrase, end)) is not None:
            return named
        if nameless and bits & c.POSTADJ and not bits & (c.CAP | c.CLOSED):
            return replace(phrase, end=k + 1)
        if bits & c.LINK or (bits & c.LOOSE and self._takes_loose(phrase, anchored)):
            done = self._complement(k, end, anchored)
            first = phrase.complement[0] if phrase.complement else k
            return replace(phrase, end=done, complement=(first, done)) if done is not None else None
        if k < end and self.tokens[k].text == "(" and (close := self._parenthesis(k, end)):
            return replace(phrase, end=close)
        return self._apposition(phrase, end, anchored) if k < end and self.tokens[k].text == "," else None

    def _named(self, phrase: Phrase, end: int) -> Phrase | None:
        """The phrase with the name after its head: "minister | Blinken", "president Bidens | woordvoerder"."""
        k = phrase.end
        while self.flags(k, end) & c.TITLE and not self.flags(k, end) & c.STOP:
            k += 1
        if not self.capital(k, end):
            return None
        done = self.name(k, end, True)
        if self.owns(done, end) and (owned := self._nominal(phrase.start, done, end, determined=True)):
            return replace(owned, owner=(k, done))
        return replace(phrase, end=done, name=(k, done))

    def _takes_loose(self, phrase: Phrase, anchored: bool) -> bool:
        if phrase.name is not None:
            return anchored and bool(self.tokens[phrase.name[1] - 1].flags & c.INST)
        if phrase.head is None:
            return False
        bits = self.tokens[phrase.head].flags
        return bool(bits & c.NOUN) if anchored else bool(bits & c.GROUP)

    def _complement(self, k: int, end: int, anchored: bool) -> int | None:
        """After the complement whose preposition is token ``k``; None when no noun follows it."""
        j = self._determiner(k + 1, end)
        determined = j > k + 1
        if not determined and self.flags(j, end) & c.PRON:
            return j + 1
        while self.flags(j, end) & c.TITLE and not self.flags(j, end) & c.STOP:
            j += 1
        office = self._office(j, end)
        if office is not None:
            return office
        phrase = self._nominal(k + 1, j, end, determined=determined or anchored)
        if phrase is not None:
            return phrase.end
        if determined and self.flags(j - 1, end) & c.NUM:
            return j  # "in 2008"
        bare = self.opens_noun(j, end) and not self.flags(j, end) & (c.CLOSED | c.CAP)
        return j + 1 if bare and not determined else None  # "van justitie"

    def _office(self, j: int, end: int) -> int | None:
        """After an office's name: "Buitenlandse Zaken", "Veiligheid en Justitie"; None where there is none."""
        last: int | None = None
        k = j
        while k < j + 8:
            bits = self.flags(k, end)
            comma = (
                bits & c.PUNCT
                and not bits & c.BREAK
                and last is not None
                and self.flags(k + 1, end) & c.FIELD
            )
            if bits & c.FIELD:
                last = k = k + 1
            elif bits & c.ADJ or (bits & c.CONJ and last is not None) or comma:
                k += 1
            else:
                break
        return last

    def _parenthesis(self, k: int, end: int) -> int | None:
        return next((j + 1 for j in range(k + 1, min(end, k + 9)) if self.tokens[j].text == ")"), None)

    def _apposition(self, phrase: Phrase, end: int, anchored: bool) -> Phrase | None:
        """A name or role after a comma: "de minister, Jan Smit"; "Jan Smit, minister van Defensie," closed off."""
        k = phrase.end + 1
        if phrase.head is not None and phrase.name is None:
            if (
                not self.capital(k, end)
                or not self.tokens[phrase.head].flags & c.ROLE
                or self.is_modifier(k, end)
            ):
                return None
            done = self.name(k, end, False)
            return (
                replace(phrase, end=done, name=(k, done), apposed=True) if self._closed(done, end) else None
            )
        if phrase.name is None:
            return None
        j = self._determiner(k, end)
        if self.flags(k, end) & c.NUM and j == k + 1 and self._closed(j, end):
            return replace(phrase, end=j)
        inner = self._nominal(k, j, end, determined=j > k)
        if inner is None or inner.head is None or not self.tokens[inner.head].flags & (c.ROLE | c.INST):
            return None
        done = self._complements(inner.end, end, anchored)
        head = phrase.head if phrase.head is not None else inner.head
        return replace(phrase, end=done, head=head) if self._closed(done, end) else None

    def _complements(self, k: int, end: int, anchored: bool) -> int:
        for _ in range(4):
            done = self._complement(k, end, anchored) if self.flags(k, end) & (c.LINK | c.LOOSE) else None
            if done is None:
                break
            k = done
        return k

    def _closed(self, k: int, end: int) -> bool:
        """Whether what ends before ``k`` is closed off by a mark or the end."""
        return bool(self.flags(k, end) & c.PUNCT)

    def _coordinated(self, first: Phrase, end: int, anchored: bool) -> Phrase:
        k = first.end
        following = self.flags(k + 1, end)
        if not self.flags(k, end) & c.CONJ or (following & c.PRON and not following & c.DET):
            return first
        if not following & (c.CAP | c.DET | c.TITLE | c.NOUN | c.NUM | c.ADJ):
            return first
        second = self._simple(k + 1, end, anchored)
        if second is None:
            return first
        known = second.head is not None and bool(self.tokens[second.head].flags & c.NOUN)
        names = first.name is not None and second.name is not None and not following & c.DET
        rounded = (anchored and second.end == end) or self.flags(second.end, end) & (c.PUNCT | c.ADV | c.PREP)
        if names or (rounded and (known or second.name is not None or anchored)):
            return replace(first, end=second.end, second=second)
        return first
