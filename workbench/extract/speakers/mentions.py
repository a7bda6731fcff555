"""Names and titled people in one sentence, with the signs around them of who or what they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from workbench.extract.speakers import classes as c
from workbench.extract.speakers.lexicon import Lexicon
from workbench.extract.speakers.phrase import Phrase
from workbench.extract.speakers.phrases import PhraseReader
from workbench.extract.speakers.tokens import Token

_AHEAD = 12
"""A phrase whose first capital is farther away is left alone: it has no name."""

_NO_WORDS: frozenset[str] = frozenset()


class NameMention(NamedTuple):
    """A name in the text, with what stands around it."""

    start: int
    """Index of the name in the text."""
    end: int
    """Index after it."""
    name: str
    """As written, without a genitive ending."""
    role: str | None
    """Head noun beside it, lower case: "minister"."""
    modifiers: frozenset[str]
    """Capitalised words of the phrase outside the name, lower case: "britse"."""
    gender: int
    """FEM, MASC or 0, by title, role and given name."""
    sentence: int
    """Number of the sentence."""
    governed: bool
    """Whether a preposition stands before the phrase: no subject."""
    placed: bool
    """Whether that preposition is one of place ("in Genève")."""
    common: bool
    """Whether an indefinite article makes it a common noun: "een Argentijn"."""
    definite: bool
    """Whether a definite article makes it a body: "het Kremlin"."""
    doubtful: bool
    """Whether its capital may be only that of the sentence."""


_INSIDE = (
    c.NOUN
    | c.LINK
    | c.LOOSE
    | c.DET
    | c.NUM
    | c.CONJ
    | c.ADJ
    | c.TITLE
    | c.FIELD
    | c.PARTICLE
    | c.POSTADJ
    | c.CAP
)
"""Classes of a word that can stand inside a phrase."""


def _opens(bits: int) -> bool:
    """Whether a phrase with a name can begin with a word of these classes."""
    if bits & c.CAP and bits & c.CLOSED and not bits & (c.DET | c.INITIAL | c.PARTICLE | c.NOUN):
        return False
    if bits & c.NOTNAME and not bits & (c.DET | c.INITIAL | c.PARTICLE):
        return False
    return bool(bits & (c.CAP | c.DET | c.TITLE | c.ROLE | c.INST))


def _capable(bits: int) -> bool:
    """Whether a word of these classes can be the first of a name."""
    return bool(bits & c.CAP) and (not bits & c.NOTNAME or bool(bits & (c.INITIAL | c.PARTICLE)))


def _barrier(bits: int) -> bool:
    """Whether no phrase goes on over a word of these classes; parentheses apart, and a pronoun that ends a complement."""
    if bits & c.PUNCT:
        return bool(bits & c.BREAK)
    return bool(bits & (c.STOP | c.PREP | c.ADV | c.PRON)) and not bits & _INSIDE


class _Known(dict[int, bool]):
    """What a question about classes is answered, worked out once for every set of them."""

    def __init__(self, question: Callable[[int], bool]) -> None:
        super().__init__()
        self._question = question

    def __missing__(self, bits: int) -> bool:
        self[bits] = answer = self._question(bits)
        return answer


_OPENING = _Known(_opens)
_CAPABLE = _Known(_capable)
_BARRIER = _Known(_barrier)
_PLAIN = c.WORD | c.CAP | c.FIRST | c.ACRONYM
"""Classes of a word that is a name and nothing else."""
_GOES_ON = c.CAP | c.TITLE | c.POSTADJ | c.LINK | c.LOOSE | c.PUNCT | c.CONJ | c.PARTICLE | c.NOUN
"""Classes of a word that a phrase can go on with after a name."""


class NameScan:
    """Finds the names of one sentence."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        """Classes of words."""
        table = words.table
        self._of_place = frozenset(table.place_prepositions if table else ())
        self._definite = frozenset(table.definite if table else ())
        self._indefinite = frozenset(table.indefinite if table else ())

    def mentions(self, tokens: Sequence[Token], number: int) -> list[NameMention]:
        """The names in order; ``number`` is the sentence's."""
        reader = PhraseReader(tokens, self.words)
        all_bits = reader.bits
        capitals = [i for i, bits in enumerate(all_bits) if bits & c.CAP]
        out: list[NameMention] = []
        done = 0
        for i in self._starts(tokens, all_bits) if capitals else ():
            if i < done or capitals[bisect_left(capitals, i)] - i > _AHEAD:
                continue
            after = self._plain_name(reader, i, number, out)
            if after:
                done = after
                continue
            phrase = reader.read(i, len(tokens))
            if phrase is not None and not phrase.pronoun:
                done = self._add(phrase, tokens, number, out)
        return out

    def _starts(self, tokens: Sequence[Token], all_bits: Sequence[int]) -> list[int]:
        """Where a phrase may begin that reaches a name, with no word between that ends every phrase."""
        starts: list[int] = []
        reached = later = False
        for i in range(len(tokens) - 1, -1, -1):
            bits = all_bits[i]
            if _CAPABLE[bits]:
                reached = later = True
            elif _BARRIER[bits]:
                after_link = i and bits & c.PRON and all_bits[i - 1] & (c.LINK | c.LOOSE)
                reached = (reached and bool(after_link)) or (later and tokens[i].text in "()")
            if reached and _OPENING[bits]:
                starts.append(i)
        starts.reverse()
        return starts

    def _plain_name(self, reader: PhraseReader, i: int, number: int, out: list[NameMention]) -> int:
        """Add a name that nothing is joined to, as most are, without the grammar; where to go on, 0 where it is none."""
        all_bits, tokens = reader.bits, reader.tokens
        bits = all_bits[i]
        if bits & ~_PLAIN or not i or (all_bits[i - 1] & c.BREAK and not bits & c.FIRST):
            return 0
        done = i + 1
        while not (following := all_bits[done]) & ~_PLAIN and following & c.CAP:
            done += 1
        ends = following & c.BREAK and done < len(tokens) and tokens[done].text != "("
        if (following & _GOES_ON and not ends) or any(
            "'" in tokens[k].text or "’" in tokens[k].text for k in range(i, done)
        ):
            return 0
        before = tokens[i - 1]
        governed = bool(before.flags & c.PREP)
        out.append(
            NameMention(
                start=tokens[i].start,
                end=tokens[done - 1].end,
                name=name_text(tokens, (i, done)),
                role=None,
                modifiers=_NO_WORDS,
                gender=self.words.gender(tokens[i].text) & (c.FEM | c.MASC),
                sentence=number,
                governed=governed,
                placed=governed and before.low in self._of_place,
                common=False,
                definite=False,
                doubtful=False,
            )
        )
        return done

    def _add(self, phrase: Phrase, tokens: Sequence[Token], number: int, out: list[NameMention]) -> int:
        """Add the names of a phrase; the token to go on from."""
        if phrase.owner:
            out.append(self._mention(tokens, phrase.owner, Phrase(*phrase.owner), number, owner=True))
        if phrase.name:
            core = name_core(tokens, phrase.name)
            if phrase.head is None and core[0] > phrase.name[0] and tokens[core[0] - 1].flags & c.ROLE:
                phrase = phrase._replace(head=core[0] - 1)  # "Housing Minister | Ann Lee"
            mention = self._mention(tokens, core, phrase, number, owner=False)
            joined = out and phrase.start > 1 and tokens[phrase.start - 1].flags & c.CONJ
            if joined and out[-1].governed and out[-1].end == tokens[phrase.start - 2].end:
                mention = mention._replace(governed=True)  # "met Anna Bos | en Piet Smit"
            out.append(mention)
        if phrase.second:
            return self._add(phrase.second, tokens, number, out)
        if phrase.complement and not phrase.name:
            return phrase.complement[0] + 1
        return phrase.end

    def _mention(
        self, tokens: Sequence[Token], at: tuple[int, int], phrase: Phrase, number: int, *, owner: bool
    ) -> NameMention:
        head = tokens[phrase.head] if phrase.head is not None else None
        role = head.low if head and head.flags & (c.ROLE | c.INST) else None
        before = tokens[phrase.start - 1] if phrase.start else None
        governed = bool(before and before.flags & c.PREP)
        opening = tokens[phrase.start].low if at[0] > phrase.start and role is None else ""
        return NameMention(
            start=tokens[at[0]].start,
            end=tokens[at[1] - 1].end,
            name=name_text(tokens, at, owner=owner),
            role=role,
            modifiers=self._modifiers(tokens, phrase, at),
            gender=self._gender(tokens, phrase, at),
            sentence=number,
            governed=governed or owner,
            placed=bool(governed and before and before.low in self._of_place and role is None),
            common=opening in self._indefinite,
            definite=opening in self._definite,
            doubtful=at[1] == at[0] + 1 and self._may_be_common(tokens, at[0], phrase),
        )

    def _modifiers(self, tokens: Sequence[Token], phrase: Phrase, at: tuple[int, int]) -> frozenset[str]:
        if phrase.end - phrase.start == at[1] - at[0]:
            return _NO_WORDS
        others = (i for i in range(phrase.start, phrase.end) if not at[0] <= i < at[1] and i != phrase.head)
        return frozenset(
            tokens[i].low for i in others if tokens[i].flags & c.CAP and not tokens[i].flags & c.NOTNAME
        )

    def _gender(self, tokens: Sequence[Token], phrase: Phrase, at: tuple[int, int]) -> int:
        gender = self.words.gender(tokens[at[0]].text)
        if phrase.end - phrase.start == at[1] - at[0]:
            return gender & (c.FEM | c.MASC)
        for i in range(phrase.start, phrase.end):
            if tokens[i].flags & (c.ROLE | c.TITLE) and not at[0] <= i < at[1]:
                gender = tokens[i].flags & (c.FEM | c.MASC) or gender
        return gender & (c.FEM | c.MASC)

    def _may_be_common(self, tokens: Sequence[Token], i: int, phrase: Phrase) -> bool:
        """Whether a single capital word says nothing: it opens the sentence, or is an adjective of a place."""
        bits = tokens[i].flags
        if bits & (c.FIRST | c.ACRONYM | c.INITIAL) or phrase.head is not None:
            return False
        return bool(bits & c.ADJ) or i == 0 or bool(tokens[i - 1].flags & c.BREAK)


@cache
def scan_of(words: Lexicon) -> NameScan:
    """The scan for a language, made once."""
    return NameScan(words)


def name_core(tokens: Sequence[Token], at: tuple[int, int]) -> tuple[int, int]:
    """The name at these tokens without an office or address that leads it: "City Attorney | Paula Reed"."""
    first, last = at
    for i in range(first, last - 1):
        if tokens[i].flags & (c.ROLE | c.TITLE) and not tokens[i].flags & c.FIRST:
            first = i + 1
    return first, last


def name_text(tokens: Sequence[Token], at: tuple[int, int], *, owner: bool = False) -> str:
    """The name at these tokens, without the ending of a genitive.

    Args:
        tokens: the sentence.
        at: first token and the one after the last.
        owner: whether it is known to be a genitive, so that a bare ``s`` goes too ("Bidens").
    """
    if at[1] - at[0] == 1:
        name = tokens[at[0]].text
    else:
        parts: list[str] = []
        for i in range(*at):
            gap = i > at[0] and tokens[i].start > tokens[i - 1].end
            parts.append((" " if gap else "") + tokens[i].text)
        name = "".join(parts)
    if not owner and name[-1] not in "s'’":
        return name
    for ending in ("'s", "’s", "'", "’", *(("s",) if owner else ())):
        if name.endswith(ending) and len(name) > len(ending) + 1:
            return name[: -len(ending)]
    return name
