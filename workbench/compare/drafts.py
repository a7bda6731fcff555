"""A draft's quote and the articles it is looked up in, each with what the check asks of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal

from workbench.compare.lexicon import lexicon
from workbench.compare.matter import matter
from workbench.compare.passages import ADDED, ELLIPSIS, Wording
from workbench.compare.types import ArticleInfo, Comparable
from workbench.compare.whose import same_person
from workbench.compare.words import fold
from workbench.model import Quote, Span

IN_MARKS = ("direct", "mixed", "post")
"""Kinds of quotes that promise the very words."""
COVERED = 0.9
"""Share of a stretch that must stand in quotation marks to be a quote."""
PARAGRAPH = 1000
"""Characters looked through for the quotation marks around a stretch."""
Standing = Literal["quote", "paraphrase", "text"]
"""How words stand in an article: in quotation marks, in its report of what was said, in its own running text."""
_MARKS = frozenset("“”„‟«»‘’‚‛‹›\"'")


@dataclass(frozen=True, slots=True)
class Shown:
    """Words as they are shown, with the way back to where they stand."""

    text: str
    """The words."""
    runs: tuple[tuple[int, int], ...]
    """For each piece of the text where it starts, and where that stands in the article or draft."""

    def span(self, inside: Span) -> Span:
        """Where a stretch of the words stands; with what interrupts it, where something does."""
        start = self._at(inside.start)
        return Span(start, self._at(inside.end - 1) + 1 if len(inside) else start)

    def _at(self, offset: int) -> int:
        shown, place = max((run for run in self.runs if run[0] <= offset), default=(0, 0))
        return place + offset - shown


@dataclass(frozen=True)
class Draft:
    """A quote of the draft, ready to be looked up."""

    comparable: Comparable
    """The quote; its speaker as the workspace spells the name."""

    @property
    def quote(self) -> Quote:
        """The quote."""
        assert isinstance(self.comparable.mention, Quote)
        return self.comparable.mention

    @property
    def speaker(self) -> str | None:
        """Who says it, by the draft."""
        return self.quote.speaker

    @property
    def marked(self) -> bool:
        """Whether it stands in quotation marks."""
        return self.quote.kind in IN_MARKS

    @cached_property
    def lang(self) -> str:
        """Language of the words."""
        lang = self.quote.lang
        return lang if lang != "und" else self.comparable.article.lang

    @cached_property
    def cuts(self) -> tuple[Span, ...]:
        """What is none of the speaker's words, counted in the quote's own text: reporting words, editors' additions."""
        span = self.quote.span
        between = [
            Span(c.start - span.start, c.end - span.start)
            for c in _between(self.quote.parts)
            if span.contains(c)
        ]
        added = [Span(*match.span()) for match in ADDED.finditer(self.quote.text)]
        return tuple(sorted([*between, *added]))

    @cached_property
    def wording(self) -> Wording:
        """Its words."""
        return Wording(self.quote.text, cuts=self.cuts)

    @cached_property
    def signs(self) -> tuple[int, ...]:
        """Words before which a sign says that something is left out; their number, for a sign at the end."""
        return tuple(self.wording.index(match.start()) for match in ELLIPSIS.finditer(self.quote.text))

    @cached_property
    def seams(self) -> tuple[int, ...]:
        """Words before which something may have been left out."""
        return tuple(sorted({*self.signs, *(self.wording.index(cut.start) for cut in self.cuts)}))

    @cached_property
    def shown(self) -> Shown:
        """Its words without what interrupts them."""
        return without(self.quote.text, self.cuts, self.quote.span.start)

    @cached_property
    def content(self) -> frozenset[str]:
        """Its words that say something."""
        stop = lexicon(self.lang).stop
        return frozenset(word for word in self.wording.words if fold(word) not in stop)

    @cached_property
    def outside(self) -> frozenset[str]:
        """Marks of its sentence outside the quotation marks, such as a negation or a condition."""
        outside = self.comparable.context.replace(self.quote.text, " ", 1)
        return matter(outside, self.lang).marks


@dataclass(frozen=True, eq=False)
class Known:
    """An article with its quotes, ready to be searched."""

    article: ArticleInfo
    """The article."""
    text: str
    """Its stored text."""
    body: Span
    """What of it is read."""
    quotes: tuple[Comparable, ...] = ()
    """Its quotes, with the speakers that hold now."""
    primary: tuple[Span, ...] = ()
    """Stretches that an analyst pinned as primary; the whole of it when the article is pinned."""

    @cached_property
    def wording(self) -> Wording:
        """Its words, without the reporting words inside interrupted quotes."""
        return Wording(self.text, self.body, self.cuts)

    @cached_property
    def cuts(self) -> tuple[Span, ...]:
        """What stands between the pieces of interrupted quotes."""
        rows = {c.mention.parts for c in self.quotes if isinstance(c.mention, Quote)}
        return tuple(sorted({cut for parts in rows for cut in _between(parts)}))

    def shown(self, span: Span) -> Shown:
        """The words of a stretch without what interrupts them."""
        inside = [cut for cut in self.cuts if span.contains(cut)]
        cuts = [Span(c.start - span.start, c.end - span.start) for c in inside]
        return without(span.of(self.text), cuts, span.start)

    def is_primary(self, span: Span) -> bool:
        """Whether a stretch stands in a primary text."""
        return any(pinned.overlaps(span) for pinned in self.primary)

    def standing(self, span: Span, draft: Comparable | None = None) -> tuple[Standing, Comparable | None]:
        """How a stretch stands in the article, and the quote that has most of it.

        Args:
            span: the stretch.
            draft: a quote of the draft: where quotes stand in each other, the one of its speaker is meant.

        """
        over = [c for c in self.quotes if c.mention.span.overlaps(span)]
        marked = [c for c in over if isinstance(c.mention, Quote) and c.mention.kind in IN_MARKS]
        # The innermost of nested quotes says whose words they are.
        over.sort(key=lambda c: (-_shared(c.mention.span, span), len(c.mention.span)))
        said = over[0] if over else None
        if any(_shared(c.mention.span, span) >= COVERED * len(span) for c in marked):
            voices = [c for c in over if _shared(c.mention.span, span) >= COVERED * len(span)]
            own = (c for c in voices if draft is not None and same_person(draft, c))
            return "quote", next(own, voices[0])
        if _between_marks(self.text, span):
            return "quote", said
        return ("paraphrase" if said else "text"), said


def _between(parts: tuple[Span, ...]) -> list[Span]:
    """What stands between the pieces of an interrupted quote."""
    return [Span(a.end, b.start) for a, b in pairwise(parts) if a.end <= b.start]


def without(text: str, cuts: Iterable[Span], at: int) -> Shown:
    """A text with stretches left out, a space in the place of each.

    Args:
        text: the text.
        cuts: what is left out.
        at: where the text stands in its article or draft.

    """
    pieces: list[tuple[str, int]] = []
    start = 0
    for cut in sorted(cuts):
        pieces.append((text[start : cut.start].rstrip(" ,”“»’\"'"), start))
        start = max(start, cut.end)
    if not pieces:
        return Shown(text, ((0, at),))
    pieces.append((text[start:], start))
    shown, runs = "", []
    for piece, start in pieces:
        if piece.strip():
            shown += " " if shown else ""
            runs.append((len(shown), at + start + len(piece) - len(piece.lstrip())))
            shown += piece.strip()
    return Shown(shown, tuple(runs))


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _between_marks(text: str, span: Span) -> bool:
    """Whether the nearest mark before opens a quotation and the nearest after closes one, in one paragraph."""
    low = max(text.rfind("\n", 0, span.start) + 1, span.start - PARAGRAPH)
    before = next((i for i in range(span.start - 1, low - 1, -1) if _mark(text, i)), None)
    if before is None or _mark(text, before) != "opening":
        return False
    high = min(len(text), span.end + PARAGRAPH)
    for index in range(span.end, high):
        if text[index] == "\n":
            return False
        found = _mark(text, index)
        if found:
            return found == "closing"
    return False


def _mark(text: str, index: int) -> str | None:
    """Whether a character is a mark that opens or closes; by what stands beside it, since every mark is used for both."""
    if text[index] not in _MARKS:
        return None
    before = text[index - 1] if index else " "
    after = text[index + 1] if index + 1 < len(text) else " "
    if before.isalnum() and after.isalnum():
        return None
    if (before.isspace() or before in "([—–-") and not after.isspace():
        return "opening"
    return "closing"
