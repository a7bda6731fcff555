"""Schemas of ``comparison.toml`` of a language and of ``world/comparison.toml``."""

from __future__ import annotations

from pydantic import Field

from workbench.languages.base import Table


class ModalityWords(Table):
    """Words that say how firm a statement is, weakest first."""

    possible: tuple[str, ...] = ()
    """*mogelijk*, *may*."""
    likely: tuple[str, ...] = ()
    """*waarschijnlijk*, *likely*."""
    certain: tuple[str, ...] = ()
    """*zeker*, *certainly*."""
    demanded: tuple[str, ...] = ()
    """*moet*, *must*."""


class ComparisonTable(Table):
    """The table ``comparison.toml`` of a language."""

    endings: tuple[str, ...]
    """Endings that are cut off words before they are compared."""
    negation: tuple[str, ...]
    """Words that turn a statement round."""
    denial: tuple[str, ...]
    """Words of a source that says it is not so."""
    dispute: tuple[str, ...]
    """Words that attack motive, quality or evidence."""
    place_prepositions: tuple[str, ...]
    """Prepositions that a place follows."""
    town_prepositions: tuple[str, ...]
    """Those of them that the name of a town follows."""
    breaks: tuple[str, ...]
    """Words that end the clause of a figure."""
    conditions: tuple[str, ...] = ()
    """Words that begin a condition, without which a statement says more: *unless*."""
    part: tuple[str, ...] = ()
    """Words that make a figure a part of another."""
    rates: tuple[str, ...] = ()
    """Words that make a figure a rate: per day."""
    updating: tuple[str, ...] = ()
    """Words that say that a number has changed: *opgelopen tot*, *inmiddels*."""
    formerly: tuple[str, ...] = ()
    """Words of a number that no longer holds: *aanvankelijk*, *earlier*."""
    counting: tuple[str, ...] = ()
    """Words of a count that leave what is counted to the words before: *gaat het om*, *the number*."""
    estimating: tuple[str, ...] = ()
    """Those of them by which somebody gives a number: *spreekt van*, *put it at*."""
    instead: tuple[str, ...] = ()
    """Words before what holds, after what does not: *niet … maar*."""
    pointing: tuple[str, ...] = ()
    """Pronouns that point back to what was said before."""
    unnamed: tuple[str, ...] = ()
    """Sources without a name: officials, analysts."""
    not_names: tuple[str, ...] = ()
    """Capitalised words that are no names: days, months."""
    noun_capitals: bool = False
    """Whether every noun is written with a capital, so that a capital is no sign of a name."""
    noun_endings: tuple[str, ...] = ()
    """Endings of nouns that names seldom have, where every noun has a capital."""
    compounds: bool = False
    """Whether nouns are joined into one word whose last part says what it is: a fire helicopter is a helicopter."""
    modality: ModalityWords = ModalityWords()
    """How firm a statement is."""


class HedgeBounds(Table):
    """Factors of the stated number between which the value lies."""

    hard: tuple[float, float]
    """What logic allows."""
    soft: tuple[float, float]
    """What writers mean."""
    loose: tuple[float, float]
    """Within which a hedged figure may stand for a precise one."""


class RoundRule(Table):
    """When a bare number is read as round."""

    from_: float = Field(alias="from")
    """Smallest number that can be round."""


class Limits(Table):
    """Thresholds of the detectors."""

    ratio_without_event: float
    """Largest ratio of two figures lined up without a cue of one event."""
    ratio_some_event: float
    """Largest ratio of two figures whose sentences share some matter."""
    ratio_with_event: float
    """Largest ratio of two figures of one event."""
    months_without_event: int
    """Months within which figures are lined up without a cue of one event."""
    momentary_days: int
    """Days within which two counts of one moment can be of one event."""
    paraphrase: float
    """Share of meaning that makes two wordings of one speaker a paraphrase."""
    agreement: float
    """Share of meaning that makes wordings of two speakers agree."""
    agreement_of_longer: float
    """Share of the meaning of the longer wording that must be in the shorter of two speakers."""
    retold: dict[str, tuple[float, float, float]]
    """For two reports of one statement, by how their speakers and languages are: share of the shorter and of the longer
    that must be in the other, and what the shared words must say together."""
    one_point: int
    """Words of an utterance, at most, to be read as one denial or one attack."""
    altered: float
    """Similarity from which two wordings are one quote with changes."""
    same: float
    """Similarity from which two wordings are the same."""
    phrase_words: int
    """Words a quote must have to be told from a common phrase."""
    similar: float
    """Cosine from which two quotes of one speaker in two languages may be one utterance."""
    similar_one_language: float
    """The same in one language."""
    similar_unnamed: float
    """The same in two languages where a speaker is not named."""


class WeightsTable(Table):
    """The table ``world/comparison.toml``."""

    hedges: dict[str, HedgeBounds]
    """Kind of bound to its factors."""
    round: RoundRule
    """When a bare number is read as round."""
    limits: Limits
    """Thresholds."""
    cues: dict[str, float]
    """Kind of shared item to what it says about one event."""
    kinds: dict[str, float]
    """Relation kind to its base weight."""
    weights: dict[str, dict[str, float]]
    """Comparison to level to weight."""
