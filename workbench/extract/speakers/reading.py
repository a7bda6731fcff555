"""Names and modifiers read off a list of tokens: what phrases are built from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from workbench.extract.speakers import classes as c
from workbench.extract.speakers.lexicon import Lexicon
from workbench.extract.speakers.tokens import Token


class Reader:
    """Questions about single words and names in one list of tokens."""

    def __init__(self, tokens: Sequence[Token], words: Lexicon) -> None:
        self.tokens = tokens
        """The tokens."""
        self.words = words
        """Whose classes they have."""

    @cached_property
    def _genitive(self) -> re.Pattern[str] | None:
        pattern = self.words.table.genitive if self.words.table else ""
        return re.compile(f"\\w{pattern}$") if pattern else None

    @cached_property
    def _links(self) -> frozenset[str]:
        return frozenset(self.words.table.linkers) if self.words.table else frozenset()

    def flags(self, i: int, end: int) -> int:
        """Classes of token ``i``; those of a mark that stops everything at or after ``end``."""
        return self.tokens[i].flags if i < end else c.PUNCT | c.BREAK

    def capital(self, k: int, end: int) -> bool:
        """Whether token ``k`` is capitalised as a name is."""
        bits = self.flags(k, end)
        if bits & c.CAP and (not bits & c.NOTNAME or bits & c.INITIAL):
            return True
        return self.surname_particle(k, end)

    def surname_particle(self, k: int, end: int) -> bool:
        """Whether a capitalised particle inside the sentence begins a surname ("zei De Vries")."""
        bits = self.flags(k, end)
        if not (bits & c.CAP and bits & c.PARTICLE and k > 0) or self.tokens[k - 1].flags & c.BREAK:
            return False
        return bool(self.flags(k + 1, end) & (c.CAP | c.PARTICLE)) and not self.flags(k + 1, end) & c.ADJ

    def opens_noun(self, i: int, end: int) -> bool:
        """Whether token ``i`` can go on with a noun phrase."""
        bits = self.flags(i, end)
        return bool(bits & c.WORD) and not (bits & c.CLOSED and not bits & (c.NOUN | c.CAP))

    def is_modifier(self, k: int, end: int) -> bool:
        """An adjective before a noun; a capitalised one ("Britse") only before a lower-case noun or another."""
        bits, following = self._adjective_flags(k, end), self.flags(k + 1, end)
        if not bits & c.ADJ or not following & c.WORD:
            return False
        if bits & c.CAP:
            common = self.opens_noun(k + 1, end) and not following & c.CAP
            return common or bool(following & (c.ROLE | c.INST | c.ADJ) and not following & c.FIRST)
        return bool(following & (c.NOUN | c.CAP)) or not following & c.CLOSED

    def _adjective_flags(self, k: int, end: int) -> int:
        """Classes of the word; one that opens the sentence is judged by its lower-case form too."""
        bits = self.flags(k, end)
        if bits & c.CAP and not bits & c.FIRST and (k == 0 or self.tokens[k - 1].flags & c.BREAK):
            bits |= self.words.flags(self.tokens[k].low) & c.ADJ
        return bits

    def name(self, first: int, end: int, determined: bool) -> int:
        """After the last token of the name that begins at ``first``; at least one token."""
        k = done = first + 1
        joined = bool(self.flags(first, end) & (c.FIRST | c.INITIAL))
        if self.surname_particle(first, end):
            k = done = self._particles(first, end, capital=True) or k
        while k < end:
            bits = self.flags(k, end)
            if self.capital(k, end):
                if self._ends_name(k - 1, determined, bits):
                    break
                k = done = k + 1
                joined = joined or bool(bits & (c.FIRST | c.INITIAL))
                continue
            ahead = self._particles(k, end)
            if ahead is None or not self._joins(k, ahead, end, joined, determined):
                break
            k = ahead
        return done

    def _particles(self, k: int, end: int, *, capital: bool = False) -> int | None:
        """The capital after one to three particles; None where there are none or nothing follows."""
        j = k + 1 if capital else k
        while j < k + 3 and self.flags(j, end) & c.PARTICLE and not self.flags(j, end) & c.CAP:
            j += 1
        bits = self.flags(j, end)
        if j == k or not bits & c.CAP or bits & c.NOTNAME:
            return None
        return j

    def _joins(self, k: int, ahead: int, end: int, joined: bool, determined: bool) -> bool:
        """Whether the particles from ``k`` belong to the surname: after a given name always, else by what follows."""
        if self.flags(k, end) & c.PREP and self.tokens[k].low not in self._links and ahead == k + 1:
            return False  # "NAVO in Brussel"; but "op de", "in 't"
        if joined:
            return True
        if self.flags(k - 1, end) & c.FIELD or self.flags(ahead, end) & (
            c.INST | c.FIELD | c.ADJ | c.ROLE | c.DOC
        ):
            return False
        return not determined or self.tokens[k].low not in self._links

    def _ends_name(self, last: int, determined: bool, following: int) -> bool:
        """Whether the name ends at ``last`` though a capital follows: "Zaken | Antony", "Trump’s | America"."""
        bits = self.tokens[last].flags
        if determined and bits & c.FIELD and not bits & c.FIRST and following & c.FIRST:
            return True
        return self.tokens[last].text[-2:] in ("'s", "’s")

    def owns(self, done: int, end: int) -> bool:
        """Whether the name that ends before ``done`` is a genitive with its noun after it."""
        word, following = self.tokens[done - 1].text, self.flags(done, end)
        if self._genitive is None or not self._genitive.search(word):
            return False
        if word[-1] in "'’" or word[-2:-1] in "'’":
            return self.opens_noun(done, end)
        if following & c.CAP and not self.words.capital_nouns:
            return False
        return bool(following & c.NOUN) and not following & c.STOP
