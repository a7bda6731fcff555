"""What became of a quote or figure of a draft when it was held against the workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from workbench.model.mention import Mention
from workbench.model.span import Span

Outcome = Literal[
    "other_speaker", "altered", "conflicts", "outdated", "not_found", "unsupported", "translated",
    "elided", "supported", "verbatim",
]  # fmt: skip
"""What a draft's quote or figure is found to be."""
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
"""Every outcome, worst first."""
TO_MEND: frozenset[Outcome] = frozenset({"other_speaker", "altered", "conflicts", "outdated"})
"""Outcomes that say the draft is wrong as it stands."""
OPEN: frozenset[Outcome] = frozenset({"not_found", "unsupported"})
"""Outcomes that only say the workspace does not have it."""
OUTCOME_MEANINGS: dict[Outcome, str] = {
    "other_speaker": "the words are somebody else's",
    "altered": "the words were changed, or are a paraphrase",
    "conflicts": "the articles say otherwise",
    "outdated": "there is a later value",
    "not_found": "no article has these words",
    "unsupported": "no article has this value or statement",
    "translated": "the speaker's words in another language, by similarity of meaning",
    "elided": "the speaker's words, some left out",
    "supported": "an article has it",
    "verbatim": "word for word",
}
"""Each outcome in a few words."""


@dataclass(frozen=True, slots=True)
class Change:
    """One step from the words of the evidence to the words of the draft."""

    tag: Literal["equal", "replace", "delete", "insert"]
    """What was done to the evidence's words."""
    source: str
    """The words in the evidence; empty for ``insert``."""
    draft: str
    """The words in the draft; empty for ``delete``."""
    source_at: Span
    """Where they stand in the evidence's article; with what interrupts them there."""
    draft_at: Span
    """Where they stand in the draft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The best evidence for a finding: a stretch of a stored article."""

    article: str
    """Id of the article."""
    name: str
    """What people call the article by."""
    published: str | None
    """Publication date, EDTF."""
    span: Span
    """Where it stands in the stored text."""
    text: str
    """What the stored text has there."""
    speaker: str | None = None
    """Who says it there; None where the article names nobody."""
    as_of: str | None = None
    """For a figure: the date it holds for."""
    primary: bool = False
    """Whether an analyst pinned the article or the mention as a primary text."""
    mention: str | None = None
    """Id of the mention, where it is one."""
    context: str = ""
    """The words around it."""
    at: int = 0
    """Where ``text`` starts in ``context``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One quote or figure of a draft and what became of it."""

    mention: Mention
    """The quote or figure; its spans are of the draft's text."""
    outcome: Outcome
    """What it is found to be."""
    reason: str
    """One line for the editor: why."""
    proof: Proof | None = None
    """The best evidence; for what was not found, what comes nearest, if anything does."""
    changes: tuple[Change, ...] = ()
    """The way from the evidence's words to the draft's, where they differ."""

    @property
    def to_mend(self) -> bool:
        """Whether the draft is wrong as it stands."""
        return self.outcome in TO_MEND

    @property
    def open(self) -> bool:
        """Whether the workspace has nothing on it."""
        return self.outcome in OPEN
