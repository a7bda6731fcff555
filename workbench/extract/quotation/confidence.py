"""How sure a quote is, from what shows that it is one."""

from __future__ import annotations

from workbench.extract.quotation.drafts import Draft, Evidence

_BASE: dict[Evidence, float] = {
    "after": 0.95,
    "before": 0.9,
    "colon": 0.93,
    "name_colon": 0.93,
    "continued": 0.92,
    "inside": 0.5,
    "floating": 0.8,
    "clause": 0.7,
    "phrase": 0.75,
    "infinitive": 0.6,
    "bare": 0.6,
    "postposed": 0.75,
    "parenthesis": 0.65,
    "preposed": 0.6,
    "noun": 0.45,
    "post": 0.95,
    "dialogue": 0.8,
    "mood": 0.6,
    "recalled": 0.7,
}
"""Share of right spans by evidence, rounded, as measured on development sets."""
_USE = {"hold": 0.7, "label": 0.8}
"""Weight of verbs that report less than words."""


def confidence(draft: Draft) -> float:
    """Between 0 and 1: the evidence, weakened by a soft verb, a missing source, a missing mark."""
    value = _BASE[draft.evidence]
    if draft.mark is not None:
        value *= _USE.get(draft.mark.use, 1.0)
    if draft.source is None and draft.speaker is None:
        value *= 0.7
    if draft.carried:
        value *= 0.8
    if "unbalanced" in draft.flags:
        value *= 0.8
    return round(value, 3)
