"""Frozen value types; they import nothing of ours but errors."""

from workbench.model.article import Article, short_id
from workbench.model.finding import (
    OPEN,
    OUTCOME_MEANINGS,
    OUTCOMES,
    TO_MEND,
    Change,
    Finding,
    Outcome,
    Proof,
)
from workbench.model.mention import (
    BOUNDS,
    QUOTE_KINDS,
    Bound,
    Extraction,
    Figure,
    Mention,
    Modality,
    Polarity,
    Quote,
    QuoteKind,
    Value,
    mention_id,
)
from workbench.model.offsets import OffsetMap
from workbench.model.relation import (
    DEFINITIONS,
    GROUPS,
    RELATION_KINDS,
    Evidence,
    Level,
    Relation,
    RelationGroup,
    RelationKind,
    RelationState,
    relation_id,
)
from workbench.model.review import Annotation, Event, EventOp
from workbench.model.span import Span
from workbench.model.speaker import Speaker, SpeakerKind

__all__ = [
    "BOUNDS", "DEFINITIONS", "GROUPS", "OPEN", "OUTCOMES", "OUTCOME_MEANINGS", "QUOTE_KINDS", "RELATION_KINDS",
    "TO_MEND", "Annotation", "Article", "Bound", "Change", "Event", "EventOp", "Evidence", "Extraction", "Figure",
    "Finding", "Level", "Mention", "Modality", "OffsetMap", "Outcome", "Polarity", "Proof", "Quote", "QuoteKind",
    "Relation", "RelationGroup", "RelationKind", "RelationState", "Span", "Speaker", "SpeakerKind", "Value",
    "mention_id", "relation_id", "short_id",
]  # fmt: skip
