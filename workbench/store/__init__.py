"""The workspace file: the only SQL of the program."""

from workbench.store.rows import (
    ArticleRow,
    Hit,
    IssueRow,
    MentionRow,
    NewEvent,
    Orphan,
    RelationFilter,
    RelationRow,
    SavedSet,
    SpeakerRow,
    StarRow,
    StoredExtraction,
    TracedArticle,
)
from workbench.store.workspace import Workspace

__all__ = [
    "ArticleRow", "Hit", "IssueRow", "MentionRow", "NewEvent", "Orphan", "RelationFilter", "RelationRow", "SavedSet",
    "SpeakerRow", "StarRow", "StoredExtraction", "TracedArticle", "Workspace",
]  # fmt: skip
