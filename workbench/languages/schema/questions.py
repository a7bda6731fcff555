"""Schema of ``world/questions.toml``: the question that an issue asks."""

from __future__ import annotations

from workbench.languages.base import Table


class QuestionLimits(Table):
    """How long a question may be."""

    words: int
    """Words of a quote or noun phrase that a question repeats."""


class QuestionsTable(Table):
    """The table ``world/questions.toml``."""

    templates: dict[str, str]
    """Name of a question or of a part of one to its words, with the parts that are filled in."""
    limits: QuestionLimits
    """How long a question may be."""
    things: dict[str, str]
    """Concept of what is counted or measured to its name."""
    events: dict[str, tuple[str, str]]
    """Concept of a happening to how something is placed at one, and to one of them: "in the flood", "a flood"."""
    places: dict[str, str]
    """Concept of a place to how something is placed there."""
    intents: dict[str, frozenset[str]]
    """Template of a question on an intention to the concepts that say that something is meant to happen."""
    countries: dict[str, str]
    """ISO code to the name of the country, where it is not its first one."""
