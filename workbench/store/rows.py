"""What goes into the store and what comes out of it; imports only the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from workbench.model import (
    EventOp,
    Extraction,
    Mention,
    Relation,
    RelationGroup,
    RelationKind,
    RelationState,
    Speaker,
)


@dataclass(frozen=True, slots=True)
class StoredExtraction:
    """One article's extraction with what the other stages know of it, ready to be stored."""

    extraction: Extraction
    """The article and everything found in it."""
    speaker_ids: Mapping[str, str] = field(default_factory=dict)
    """Mention id to speaker id; mentions without a known speaker are absent."""
    speakers: Sequence[Speaker] = ()
    """Speakers that the ids refer to; known ones gain the new spellings."""
    block_keys: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Mention id to block keys: two mentions that share none are never compared."""
    imported_at: str | None = None
    """UTC time, ISO 8601; None means now."""


@dataclass(frozen=True, slots=True)
class StarRow:
    """Whom a mention stands with."""

    representative: int
    """Row number of the representative; its own where it leads."""
    relations: int
    """How many relations the mention has, those left out that only say that two look alike."""
    relations_of_representative: int
    """How many its representative has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TracedArticle:
    """Where an article comes from, ready to be stored."""

    article: str
    """Id of the article."""
    keys: frozenset[int] = frozenset()
    """Rows of words by which copies of it are found."""
    origin: str | None = None
    """Id of the earlier article that most of it is copied from."""
    shared: float = 0.0
    """Share of its words that earlier articles have, too."""
    credits: tuple[str, ...] = ()
    """Agencies that it is credited to."""
    passages: Sequence[tuple[int, int, str]] = ()
    """Start and end of what it shares, and the id of the earlier article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """Something an analyst does; the store adds position, id, time and the state before."""

    by: str
    """Name of the analyst."""
    op: EventOp
    """What is done; ``undo`` and ``redo`` go through the workspace's methods of that name."""
    target: str
    """Id of the relation, mention, article or speaker; name of the claim set for ``set``."""
    after: Mapping[str, Any] | None = None
    """The state wanted; None takes it away. What each operation holds is listed in docs/schema.md."""
    batch: str | None = None
    """Events of one bulk action share it and are undone together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """An article as a list shows it, without its text."""

    rowid: int
    """Row number."""
    id: str
    """Id of the article."""
    name: str
    """What people call it by."""
    title: str | None
    """Headline."""
    outlet: str | None
    """Newspaper, agency or site."""
    published: str | None
    """Publication date in EDTF."""
    lang: str
    """ISO 639-1 code."""
    chars: int
    """Length of the stored text in code points."""
    quotes: int
    """How many quotes were found."""
    figures: int
    """How many figures were found."""
    compared: bool
    """Whether the article was compared with the others."""
    imported_at: str
    """When it was imported, UTC."""
    origin: str | None = None
    """Name of the earlier article that most of it is copied from."""
    shared: float = 0.0
    """Share of its words that earlier articles have, too."""
    credits: tuple[str, ...] = ()
    """Agencies that it is credited to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow:
    """A mention with what is needed to show or compare it."""

    rowid: int
    """Row number."""
    mention: Mention
    """The quote or figure."""
    article_id: str
    """Id of its article."""
    article_name: str
    """Name of its article."""
    published: str | None
    """Publication date of the article, EDTF."""
    outlet: str | None
    """Outlet of the article."""
    lang: str
    """Language of the article."""
    title: str | None
    """Headline of the article."""
    speaker_id: str | None
    """Present speaker: assignments and merges by the analyst applied."""
    speaker_name: str | None
    """Name of the present speaker, or as resolved in the article when there is no speaker id."""
    context: str
    """The sentence around the mention; a window of it when it is very long."""
    context_start: int
    """Where ``context`` starts in the article's text, so that spans can be placed in it."""
    origin: str | None = None
    """Id of the earlier article that the words around it were copied from."""
    credits: frozenset[str] = frozenset()
    """Agencies that its article is credited to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationRow:
    """A relation in its present state, with both mentions."""

    rowid: int
    """Row number."""
    relation: Relation
    """As suggested, or as the analyst made it."""
    state: RelationState
    """Suggested, or what the analyst made of it."""
    kind: RelationKind
    """The kind that holds now: the analyst's where decided, else the suggested one."""
    by: str | None
    """Who decided."""
    at: str | None
    """When it was decided, UTC."""
    note: str | None
    """The note given with the decision."""
    note_count: int
    """Notes on the relation, the decision's own among them."""
    left: MentionRow
    """The one published first."""
    right: MentionRow
    """The other."""
    learnt: float | None = None
    """The score with what decisions taught; None where they taught nothing."""

    @property
    def look(self) -> float:
        """How much it deserves a look now."""
        return self.relation.score if self.learnt is None else self.learnt


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRow:
    """An issue as it stands: the relations that name one representative."""

    rowid: int
    """Row number of the representative."""
    representative: str
    """Id of the mention that leads it."""
    relations: tuple[str, ...]
    """Ids of its relations, most worth a look first; of a very large issue the first."""
    mentions: tuple[int, ...]
    """Row numbers of the mentions that its relations join, in that order, rejected ones left out."""
    kinds: frozenset[RelationKind]
    """Present kinds of its relations."""
    articles: int
    """How many articles the mentions stand in."""
    conflicts: int
    """How many relations are conflicts."""
    open_conflicts: int
    """How many of them are open."""
    open: int
    """How many relations wait for a decision."""
    skipped: int
    """How many were put off."""
    decided: int
    """How many were decided."""
    look: float
    """How much it deserves a look, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerRow:
    """A speaker with the analyst's merges applied."""

    rowid: int
    """Row number."""
    speaker: Speaker
    """Name, kind, role; the spellings of everyone merged into it are included."""
    mentions: int
    """How many mentions it has, merged ones included."""
    merged: tuple[str, ...] = ()
    """Ids of the speakers merged into this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationFilter:
    """Which relations to list; empty fields do not restrict, several restrict together."""

    states: tuple[RelationState, ...] = ()
    """Present states."""
    kinds: tuple[RelationKind, ...] = ()
    """Present kinds."""
    groups: tuple[RelationGroup, ...] = ()
    """Groups of the present kinds."""
    articles: tuple[str, ...] = ()
    """Ids of articles; either side fits."""
    speaker: str | None = None
    """Id of a speaker; either side fits."""
    query: str | None = None
    """Words to be found in either mention or its sentence."""
    tag: str | None = None
    """A tag on the relation or on either mention."""
    issue: str | None = None
    """Id of the issue that the relation is told of in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One place that a search found."""

    kind: str
    """``article``, ``mention``, ``speaker`` or ``note``."""
    id: str
    """Id of the article, mention or speaker; for a note, of what it stands on."""
    article_id: str | None
    """Article of the hit, None for a speaker or a note on something that is no mention."""
    article_name: str | None
    """Name of that article."""
    snippet: str
    """The words around the first match."""
    start: int
    """Where the first match starts: in the article's text for articles and mentions, else in the snippet."""
    end: int
    """Where it ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSet:
    """A named claim set: a saved filter and mentions or relations picked by hand."""

    name: str
    """What it is called; unique."""
    filter: Mapping[str, Any]
    """The saved filter; empty selects nothing by itself."""
    picked: tuple[str, ...]
    """Ids picked by hand, in the order of picking."""
    by: str
    """Who changed it last."""
    at: str
    """When, UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphan:
    """A decision or annotation whose target is not in the workspace any more."""

    target: str
    """Id that no longer exists."""
    what: str
    """``decision``, or the kind of annotation."""
    value: str
    """The decided kind or the annotation's text."""
    by: str
    """Who set it."""
    at: str
    """When, UTC."""
    event: str
    """Id of the event that set it."""
