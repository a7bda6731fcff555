"""What is compared: a mention with what is known of its article."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from workbench.model import Figure, Mention, Span

AROUND = 600
"""Characters of a paragraph that are read around a mention."""
LEAD = 700
"""Characters at the beginning of an article that say what it is about."""


def lead(text: str, body: Span | None = None) -> str:
    """How an article begins, cut at the end of a word."""
    start = body.start if body else 0
    beginning = text[start : min(start + LEAD, body.end if body else len(text))].strip()
    return beginning.rpartition(" ")[0] if len(beginning) > LEAD - 20 else beginning


def paragraph(text: str, sentence: Span, body: Span | None = None) -> str:
    """The paragraph of an article that a sentence stands in, cut on both sides where it is long.

    Args:
        text: the article.
        sentence: stretch of the sentence.
        body: what the finders read; a header before it is no part of any paragraph.

    """
    low = max(body.start if body else 0, sentence.end - AROUND)
    start = text.rfind("\n", min(low, sentence.start), sentence.start) + 1 or min(low, sentence.start)
    high = min(len(text), max(start + AROUND, sentence.end))
    end = text.find("\n", sentence.end, high)
    return text[start : end if end >= 0 else high]


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    """What the comparison needs to know of an article."""

    id: str
    """Id of the article."""
    name: str
    """What people call it by."""
    published: str | None = None
    """Publication date, EDTF."""
    outlet: str | None = None
    """Newspaper, agency or site."""
    lang: str = "und"
    """ISO 639-1 code."""
    title: str | None = None
    """Headline."""
    origin: str | None = None
    """Id of the article that the words around the mention were copied from, where known."""
    lead: str = ""
    """How the text begins; empty where it is not known."""
    text: str = field(default="", repr=False, compare=False)
    """All of its text, for what it quotes; empty where it is not known."""
    credits: frozenset[str] = frozenset()
    """Agencies that the article is credited to."""


@dataclass(frozen=True, slots=True)
class Comparable:
    """A mention that is ready to be compared."""

    mention: Mention
    """The quote or figure."""
    article: ArticleInfo
    """Its article."""
    context: str
    """The sentence around it."""
    speaker_id: str | None = None
    """Id of its speaker over all articles."""
    around: str = ""
    """The paragraph around the sentence, cut to :data:`AROUND` characters; empty where it is not known."""
    vector: bytes | None = None
    """What a sentence encoder makes of a quote's words, one signed byte a number; None where none was asked."""
    figures: tuple[Figure, ...] = ()
    """The figures inside a quote that has a vector."""
    called: str | None = None
    """Name that its speaker has in lists, whatever the spelling here; None where it is not known."""
    kept: list[object] = field(default_factory=list, init=False, repr=False, compare=False)
    """What was made of it once; as long as it lives, and nowhere else."""

    def __hash__(self) -> int:
        # The id tells mentions apart; hashing every field would cost more than what is remembered by it.
        return hash(self.mention.id)


class CandidateSource(Protocol):
    """Mentions that may be about the same thing."""

    def candidates(self, keys: Collection[str], exclude: str) -> Iterable[Comparable]:
        """Mentions that share one of the keys, without those of the article with the id ``exclude``."""

    def relations(self, mention: Comparable) -> int:
        """How many relations a mention has, those left out that only say that two look alike."""

    def chief(self, mention: Comparable) -> Comparable | None:
        """The one around whom all stand that are about the same thing; None where that is not known."""
