"""Noun phrases that can be a source, by word classes and capitals; no tagger.

A phrase is read forward from its first word: determiner, modifiers, head noun or name, complements ("van het
ministerie"), an apposition ("de minister, Jan Smit"), a second phrase after "en". The reader never looks back and
takes at most :data:`LONGEST` words, so its cost is bounded whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from workbench.extract.speakers.lexicon import (
    ACRONYM,
    ADJ,
    ADV,
    BREAK,
    CAP,
    CONJ,
    DET,
    DOC,
    FIELD,
    FIRST,
    GROUP,
    INITIAL,
    INST,
    LINK,
    LOOSE,
    NOTNAME,
    NOUN,
    NUM,
    PARTICLE,
    PLURAL,
    POSTADJ,
    PREP,
    PRON,
    PUNCT,
    ROLE,
    STOP,
    TITLE,
    WORD,
    Lexicon,
)  # fmt: skip
from workbench.extract.speakers.tokens import Token

LONGEST = 28
"""Words of the longest phrase."""
_CLOSED = STOP | PREP | CONJ | ADV | PRON | PUNCT


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
    complement: tuple[int, int] | None = None
    """From the first preposition to the end of the complements."""


class PhraseReader:
    """Reads noun phrases out of one list of tokens."""

    def __init__(self, tokens: Sequence[Token], words: Lexicon) -> None:
        self.tokens = tokens
        """The tokens."""
        self.words = words
        """Whose classes they have."""

    @cached_property
    def _genitive(self) -> re.Pattern[str] | None:
        pattern = self.words.table.genitive if self.words.table else ""
        return re.compile(f"\\w{pattern}$") if pattern else None

    def flags(self, i: int, end: int) -> int:
        """Classes of token ``i``; those of a mark that stops everything at or after ``end``."""
        return self.tokens[i].flags if i < end else PUNCT | BREAK

    def read(self, i: int, end: int, *, anchored: bool = False) -> Phrase | None:
        """The phrase that begins at token ``i``; None when none does.

        Args:
            i: its first token.
            end: it ends there at the latest.
            anchored: whether ``end`` is known to be its end, which allows complements that could as well belong to
                a verb ("de minister in Den Haag").
        """
        end = min(end, i + LONGEST)
        bits = self.flags(i, end)
        if (
            bits & PRON
            and not (bits & (DET | CAP) and self._opens_noun(i + 1, end))
            and not self._is_name_start(i, end)
        ):
            return Phrase(i, i + 1, pronoun=True)
        first = self._simple(i, end, anchored)
        if first is None:
            return None
        return self._coordinated(first, end, anchored)

    def _opens_noun(self, i: int, end: int) -> bool:
        bits = self.flags(i, end)
        return bool(bits & WORD) and not (bits & _CLOSED and not bits & (NOUN | CAP))

    def _is_name_start(self, i: int, end: int) -> bool:
        """A capital particle before a capital inside the sentence: "De Vries", "Die Welt"."""
        bits = self.flags(i, end)
        return i > 0 and bool(bits & CAP) and bool(self.flags(i + 1, end) & CAP)

    def _simple(self, i: int, end: int, anchored: bool) -> Phrase | None:
        j, determined = self._determiner(i, end)
        while self.flags(j, end) & TITLE and not self.flags(j, end) & STOP:
            j += 1
            determined = determined or j > i
        phrase = self._nominal(i, j, end, determined)
        if phrase is None:
            return self._partitive(i, j, end, anchored) if j > i else None
        return self._after(phrase, end, anchored)

    def _determiner(self, i: int, end: int) -> tuple[int, bool]:
        j = i
        while j < i + 4 and self.flags(j, end) & (DET | NUM) and not self._surname_particle(j, end, i):
            j += 1
        return j, j > i

    def _surname_particle(self, j: int, end: int, start: int) -> bool:
        """Whether a capitalised determiner inside the sentence begins a surname ("zei De Vries")."""
        bits = self.flags(j, end)
        return bool(bits & CAP and bits & PARTICLE and j > 0 and j == start and self.flags(j + 1, end) & CAP)

    def _partitive(self, i: int, j: int, end: int, anchored: bool) -> Phrase | None:
        """A determiner and a complement without a noun: "een van hen", "twee van de drie"."""
        if self.flags(j, end) & LINK and (done := self._complement(j, end, anchored)) is not None:
            return Phrase(i, done, complement=(j, done))
        return None

    def _nominal(self, start: int, j: int, end: int, determined: bool) -> Phrase | None:
        """Modifiers and head from token ``j``."""
        head: int | None = None
        owner: tuple[int, int] | None = None
        k = j
        while k < end and k - j < 9:
            bits = self.flags(k, end)
            if (bits & CAP and not bits & NOTNAME) or (bits & CAP and self._surname_particle(k, end, k)):
                if self._is_modifier(k, end):
                    k += 1
                    continue
                if bits & ROLE and not bits & (FIRST | ACRONYM):
                    head, k = k, k + 1
                    if self.words.capital_nouns or not self._opens_noun(k, end) or self.flags(k, end) & CAP:
                        return Phrase(start, k, head=head, owner=owner)
                    continue
                done = self._name(k, end, determined)
                if self._owns(done, end):
                    owner, k, determined = (k, done), done, True
                    continue
                if self.words.bare_nouns and self.flags(done, end) & NOUN and not self.flags(done, end) & CAP:
                    owner, k, determined = (k, done), done, True
                    continue
                return Phrase(start, done, head=head, name=(k, done), owner=owner)
            if not bits & WORD or (bits & _CLOSED and not bits & NOUN and not (bits & ADJ and determined)):
                break
            if bits & NOUN:
                head, k = k, k + 1
                if (
                    self.words.bare_nouns
                    and self.flags(k, end) & NOUN
                    and not self.flags(k, end) & (CAP | STOP)
                ):
                    continue
                break
            if self._is_modifier(k, end):
                k, determined = k + 1, True
                continue
            if not (determined or self._capital(k + 1, end)):
                break
            head, k = k, k + 1
            if not (self.words.bare_nouns and self._opens_noun(k, end) and not self.flags(k, end) & CAP):
                break
        return Phrase(start, k, head=head, owner=owner) if head is not None else None

    def _capital(self, k: int, end: int) -> bool:
        """Whether token ``k`` is capitalised as a name is."""
        bits = self.flags(k, end)
        return bool(bits & CAP) and not bits & NOTNAME

    def _is_modifier(self, k: int, end: int) -> bool:
        """An adjective before a noun; a capitalised one ("Britse") only before a lower-case noun or another."""
        bits, following = self.flags(k, end), self.flags(k + 1, end)
        if not bits & ADJ or not following & WORD:
            return bool(bits & CONJ)
        if bits & CAP:
            open_noun = self._opens_noun(k + 1, end) and not following & CAP
            return open_noun or bool(following & (ROLE | INST) and not following & FIRST)
        return bool(following & (NOUN | CAP)) or not following & _CLOSED

    def _owns(self, done: int, end: int) -> bool:
        """Whether the name that ends before ``done`` is a genitive with its noun after it."""
        if self._genitive is None or not self._genitive.search(self.tokens[done - 1].text):
            return False
        following, apostrophe = self.flags(done, end), any(c in self.tokens[done - 1].text[-2:] for c in "'’")
        if following & CAP and not apostrophe:
            return False
        return (
            bool(following & NOUN)
            or (apostrophe and self._opens_noun(done, end))
            or (self._is_modifier(done, end) and apostrophe)
        )

    def _name(self, first: int, end: int, determined: bool) -> int:
        """After the last token of the name that begins at ``first``; at least one token."""
        k = done = first + 1
        joined = bool(self.flags(first, end) & (FIRST | INITIAL))
        while k < end:
            bits = self.flags(k, end)
            if self._capital(k, end) or self._surname_particle(k, end, k):
                if self._ends_name(k - 1, determined, bits):
                    break
                k = done = k + 1
                joined = joined or bool(bits & (FIRST | INITIAL))
                continue
            ahead = self._particles(k, end)
            if ahead is None or not (joined or not determined or self.tokens[k].low not in self._links):
                break
            k = ahead
        return done

    def _ends_name(self, last: int, determined: bool, following: int) -> bool:
        """Whether the name ends at ``last`` though a capital follows: "Zaken | Antony", "Trump’s | America"."""
        bits = self.tokens[last].flags
        if determined and bits & FIELD and not bits & FIRST and following & FIRST:
            return True
        return self.tokens[last].text[-2:] in ("'s", "’s")

    @cached_property
    def _links(self) -> frozenset[str]:
        return frozenset(self.words.table.linkers) if self.words.table else frozenset()

    def _particles(self, k: int, end: int) -> int | None:
        """The capital after one to three lower-case particles; None where there are none or nothing follows."""
        j = k
        while j < k + 3 and self.flags(j, end) & PARTICLE and not self.flags(j, end) & CAP:
            j += 1
        if j == k or not self.flags(j, end) & CAP or self.flags(j, end) & NOTNAME:
            return None
        return j

    def _after(self, phrase: Phrase, end: int, anchored: bool) -> Phrase:
        """Complements, name and apposition after the head."""
        for _ in range(6):
            grown = self._grown(phrase, end, anchored)
            if grown is None:
                break
            phrase = grown
        return phrase

    def _grown(self, phrase: Phrase, end: int, anchored: bool) -> Phrase | None:
        k = phrase.end
        bits = self.flags(k, end)
        if phrase.head is not None and phrase.name is None and bits & CAP and not bits & NOTNAME:
            done = self._name(k, end, True)
            if self._owns(done, end) and (owned := self._nominal(phrase.start, done, end, True)):
                return replace(owned, owner=(k, done))
            return replace(phrase, end=done, name=(k, done))
        if phrase.head is not None and phrase.name is None and bits & POSTADJ and not bits & (CAP | _CLOSED):
            return replace(phrase, end=k + 1)
        if bits & LINK or (bits & LOOSE and self._takes_loose(phrase, anchored)):
            done = self._complement(k, end, anchored)
            if done is not None:
                first = phrase.complement[0] if phrase.complement else k
                return replace(phrase, end=done, complement=(first, done))
        if k < end and self.tokens[k].text == "(" and (close := self._parenthesis(k, end)):
            return replace(phrase, end=close)
        if k < end and self.tokens[k].text == ",":
            return self._apposition(phrase, end, anchored)
        return None

    def _takes_loose(self, phrase: Phrase, anchored: bool) -> bool:
        if phrase.head is None or phrase.name is not None:
            return False
        bits = self.tokens[phrase.head].flags
        return (anchored and bool(bits & NOUN)) or bool(bits & GROUP)

    def _complement(self, k: int, end: int, anchored: bool) -> int | None:
        """After the complement whose preposition is token ``k``; None when no noun follows it."""
        j, determined = self._determiner(k + 1, end)
        if not determined and self.flags(j, end) & PRON:
            return j + 1
        while self.flags(j, end) & TITLE and not self.flags(j, end) & STOP:
            j += 1
        office = self._office(j, end)
        if office is not None:
            return office
        phrase = self._nominal(k + 1, j, end, determined or anchored)
        if phrase is not None and phrase.name and self.flags(phrase.end, end) & FIRST:
            return phrase.end
        if (
            phrase is None
            and not determined
            and self._opens_noun(j, end)
            and not self.flags(j, end) & (_CLOSED | CAP)
        ):
            return j + 1  # a bare plural or mass noun: "van justitie"
        return phrase.end if phrase else None

    def _office(self, j: int, end: int) -> int | None:
        """After an office's name: "Buitenlandse Zaken", "Veiligheid en Justitie"; None where there is none."""
        last: int | None = None
        k = j
        while k < j + 8:
            bits = self.flags(k, end)
            if bits & FIELD and bits & WORD:
                last, k = k + 1, k + 1
            elif (bits & (CONJ | ADJ) and bits & WORD and (last is not None or bits & ADJ)) or (
                bits & PUNCT and not bits & BREAK and last is not None and self.flags(k + 1, end) & FIELD
            ):
                k += 1
            else:
                break
        return last

    def _parenthesis(self, k: int, end: int) -> int | None:
        for j in range(k + 1, min(end, k + 9)):
            if self.tokens[j].text == ")":
                return j + 1
        return None

    def _apposition(self, phrase: Phrase, end: int, anchored: bool) -> Phrase | None:
        """A name or role after a comma: "de minister, Jan Smit"; "Jan Smit, minister van Defensie," closed off."""
        k = phrase.end + 1
        bits = self.flags(k, end)
        if phrase.head is not None and phrase.name is None:
            if not (
                bits & CAP
                and not bits & NOTNAME
                and self.tokens[phrase.head].flags & ROLE
                and not bits & (ADJ & NOUN)
            ):
                return None
            done = self._name(k, end, False)
            return replace(phrase, end=done, name=(k, done)) if self._closed(done, end, anchored) else None
        if phrase.name is None:
            return None
        j, determined = self._determiner(k, end)
        if self.flags(k, end) & NUM and j == k + 1 and self._closed(j, end, anchored):
            return replace(phrase, end=j)
        inner = self._nominal(k, j, end, determined)
        if inner is None or inner.head is None or not self.tokens[inner.head].flags & (ROLE | INST):
            return None
        inner = self._after_noun(inner, end, anchored)
        if not self._closed(inner.end, end, anchored):
            return None
        return replace(phrase, end=inner.end, head=phrase.head if phrase.head is not None else inner.head)

    def _after_noun(self, phrase: Phrase, end: int, anchored: bool) -> Phrase:
        for _ in range(4):
            bits = self.flags(phrase.end, end)
            done = self._complement(phrase.end, end, anchored) if bits & (LINK | LOOSE) else None
            if done is None:
                break
            phrase = replace(phrase, end=done)
        return phrase

    def _closed(self, k: int, end: int, anchored: bool) -> bool:
        """Whether an apposition that ends before ``k`` is closed off by a mark or the end."""
        return (
            (anchored and k >= end)
            or k >= len(self.tokens)
            or bool(self.flags(k, end) & PUNCT and k < end)
            or k >= end
        )

    def _coordinated(self, first: Phrase, end: int, anchored: bool) -> Phrase:
        k = first.end
        if not self.flags(k, end) & CONJ or self.flags(k, end) & BREAK:
            return first
        following = self.flags(k + 1, end)
        if (following & PRON and not following & DET) or not following & (
            CAP | DET | ROLE | INST | GROUP | NUM | ADJ
        ):
            return first
        second = self._simple(k + 1, end, anchored)
        if second is None or second.pronoun:
            return first
        strong = second.name is not None or (
            second.head is not None and self.tokens[second.head].flags & NOUN
        )
        after = self.flags(second.end, end)
        if not strong or not ((anchored and second.end == end) or after & (PUNCT | ADV | PREP | PLURAL)):
            return first
        return replace(first, end=second.end, second=second)


def kind_bits(phrase: Phrase, tokens: Sequence[Token]) -> int:
    """Classes of the head noun; 0 without one."""
    return tokens[phrase.head].flags if phrase.head is not None else 0


__all__ = ["ACRONYM", "DOC", "GROUP", "INST", "ROLE", "Phrase", "PhraseReader", "kind_bits"]
