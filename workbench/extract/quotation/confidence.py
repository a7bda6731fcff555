"""How sure a quote is: the share of quotes of its make that were right on the development sets.

The values are shares measured over seven sets in four languages (news, encyclopedia, novels), rounded and drawn
towards their neighbours where fewer than twenty cases stand behind them. Right means that the span is the one that the
annotators gave, by four fifths of the words; fragments are counted where annotators marked them. The share says nothing
of the speaker: a quote whose speaker is taken over from the text around it is as surely a quote, and says so by its
flag.
"""

from __future__ import annotations

from workbench.extract.quotation.drafts import Draft, Evidence

_BASE: dict[Evidence, float] = {
    "after": 0.98,
    "before": 0.85,
    "colon": 0.9,
    "name_colon": 0.95,
    "continued": 0.96,
    "inside": 0.75,
    "floating": 0.92,
    "clause": 0.73,
    "phrase": 0.53,
    "infinitive": 0.7,
    "bare": 0.82,
    "postposed": 0.58,
    "parenthesis": 0.25,
    "preposed": 0.6,
    "noun": 0.65,
    "post": 0.95,
    "dialogue": 0.83,
    "mood": 0.56,
    "recalled": 0.7,
}
"""Share of right spans by evidence, where the cue is a verb of saying or its evidence has no cue."""
_BY_USE: dict[tuple[Evidence, str], float] = {
    ("after", "phrase"): 0.85,
    ("clause", "hold"): 0.42,
    ("clause", "record"): 0.5,
    ("bare", "hold"): 0.35,
    ("infinitive", "hold"): 0.4,
    ("inside", "hold"): 0.35,
    ("postposed", "phrase"): 0.95,
    ("dialogue", "none"): 0.71,
}
"""The same for other cues, and for lines of dialogue without one."""
_FRAGMENT_AFTER = 0.6
"""Share of a fragment that a cue follows, which is taken for a part of what was said."""
_NO_SOURCE, _NESTED = 0.7, 0.45
"""What is left of it for a clause without a source, and for a report inside a quote."""


def confidence(draft: Draft) -> float:
    """Between 0 and 1, by evidence and cue."""
    use = draft.mark.use if draft.mark is not None else "none"
    value = _BY_USE.get((draft.evidence, use), _BASE[draft.evidence])
    if draft.kind == "mixed" and draft.evidence == "after":
        value = _FRAGMENT_AFTER
    if draft.mark is not None and draft.source is None and draft.speaker is None:
        value *= _NO_SOURCE
    if draft.kind == "indirect" and "nested" in draft.flags:
        value *= _NESTED
    return round(value, 3)
