"""What is handed on: articles, mentions, relations with their decisions, and what the analyst wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.model.article import Article
from workbench.model.issue import Issue
from workbench.model.mention import Mention
from workbench.model.relation import Relation, RelationKind, RelationState
from workbench.model.review import Annotation, Event
from workbench.model.speaker import Speaker


@dataclass(frozen=True, slots=True)
class ReviewedRelation:
    """A relation as suggested, with what the analyst made of it."""

    relation: Relation
    """As the detector suggested it, or as the analyst made it."""
    state: RelationState
    """Suggested, or what the analyst made of it."""
    kind: RelationKind
    """The kind that holds now: the analyst's where decided, else the suggested one."""
    by: str | None = None
    """Who decided."""
    at: str | None = None
    """When it was decided, UTC."""
    note: str | None = None
    """The note given with the decision."""

    @property
    def decided(self) -> bool:
        """Whether an analyst has settled the kind."""
        return self.state in ("accepted", "changed", "rejected")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSet:
    """A named selection from a workspace, ready to be exported; rows are in the order in which they are written.

    The mentions of every relation and the articles of every mention are part of the set.
    """

    title: str = "Claims"
    """Name of the set, or of the workspace."""
    filter: str = ""
    """In words: what was selected; empty means everything."""
    generated: str = ""
    """UTC time of the export, ISO 8601."""
    generator: str = ""
    """Program and version that made it."""
    articles: Sequence[Article] = ()
    """The documents, with their text."""
    speakers: Sequence[Speaker] = ()
    """Speakers of the mentions."""
    mentions: Sequence[Mention] = ()
    """Quotes and figures."""
    relations: Sequence[ReviewedRelation] = ()
    """Suggested and decided relations."""
    issues: Sequence[Issue] = ()
    """The questions that the relations belong to, most worth a look first."""
    annotations: Sequence[Annotation] = ()
    """Notes, tags, flags, verdicts and pins as they stand."""
    events: Sequence[Event] = ()
    """The log of what analysts did, in order."""
