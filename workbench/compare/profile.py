"""What a mention is about: concepts, names, countries, words, firmness; made once and compared often."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from workbench.compare.lexicon import FIRMNESS, Lexicon, lexicon
from workbench.compare.quantity import Quantity, quantity
from workbench.compare.types import Comparable
from workbench.compare.when import Days, days
from workbench.compare.words import Word, fold, words_of
from workbench.compare.world import (
    countries_in,
    country_of_name,
    kinds,
    name_parts,
    organisation_country,
    organisation_of_name,
    spelling,
    town,
    weights,
)
from workbench.model import Figure, Quote

MIN_WORD = 4
"""Letters of an unknown word that may be a cue of the same event."""
MAX_ROW = 400
"""Words of a wording that are aligned; the cost is quadratic."""
MATTERLESS = {"negation", "denial", *FIRMNESS}
"""Marks whose words say how a thing is put, not what it is about."""


@dataclass(frozen=True)
class Matter:
    """What a stretch of text is about. Items are ``concept``, ``@XX`` (country), ``^name`` and ``~stem``."""

    words: tuple[Word, ...]
    """Its words."""
    lex: Lexicon
    """The language's lexicon."""
    concepts: frozenset[str]
    """Concept ids."""
    named: frozenset[str]
    """Countries named."""
    meant: frozenset[str]
    """Countries meant by an adjective or demonym."""
    names: frozenset[str]
    """Other names, in their one spelling."""
    stems: frozenset[str]
    """Stems of content words that no table knows."""
    marks: frozenset[str]
    """Negation, denial, dispute, firmness and other marks."""

    @property
    def countries(self) -> frozenset[str]:
        """All countries."""
        return self.named | self.meant

    @cached_property
    def items(self) -> frozenset[str]:
        """Everything it is about."""
        return frozenset(
            [*self.concepts, *(f"@{c}" for c in self.countries), *(f"^{n}" for n in self.names)]
            + [f"~{s}" for s in self.stems]
        )

    @cached_property
    def weight(self) -> float:
        """What all of it says about an event."""
        return shared_weight(self.items)

    @cached_property
    def wordings(self) -> dict[str, str | None]:
        """The words that mean an item, as far as they were asked for."""
        return {}

    @cached_property
    def row(self) -> tuple[str, ...]:
        """The folded words, as many as are aligned with others."""
        return tuple(word.folded for word in self.words[:MAX_ROW])

    @cached_property
    def telling(self) -> frozenset[str]:
        """The folded words without function words."""
        return frozenset(self.row) - self.lex.stop

    @cached_property
    def events(self) -> frozenset[str]:
        """Concepts that are happenings."""
        return self.concepts & kinds().events

    @property
    def firmness(self) -> str | None:
        """The mark of how firm it is; None where there is none or several."""
        found = [mark for mark in FIRMNESS if mark in self.marks]
        return found[0] if len(found) == 1 else None


@lru_cache(maxsize=4096)
def matter(text: str, lang: str) -> Matter:
    """What a text of a language is about."""
    lex = lexicon(lang)
    words = words_of(text)
    named, meant, places = countries_in(words)
    concepts: set[str] = set()
    known = set(places)
    for found in lex.concepts.find(words):
        # A capitalised word inside a sentence may be a name that looks like a word of the table; it is then both.
        concepts.update(found.labels)
        known.update(range(found.first, found.last))
    marks: set[str] = set()
    for found in lex.marks.find(words):
        marks.update(found.labels)
        known.update(range(found.first, found.last) if MATTERLESS & set(found.labels) else ())
    names, stems = set(), set()
    for index, word in enumerate(words):
        if index in known or word.folded in lex.stop or word.folded in lex.not_names:
            continue
        if not lex.noun_capitals and _is_name(word, index, words, text):
            names.add(spelling(town(word.folded)))
        elif len(word.text) >= MIN_WORD and not word.text[0].isdigit():
            stems.add(lex.stem(word.folded))
    for thing, event in kinds().event_of.items():
        if thing in concepts:
            concepts.add(event)
    return Matter(
        tuple(words),
        lex,
        frozenset(concepts),
        named,
        meant,
        frozenset(names),
        frozenset(stems),
        frozenset(marks),
    )


def _is_name(word: Word, index: int, words: list[Word], text: str) -> bool:
    """Capitalised inside a sentence; at its start only in a row of capitals or as an abbreviation."""
    if not word.capital:
        return False
    before = text[: word.start].rstrip(" \"'“”„‘’«»([")
    if before and before[-1] not in ".!?:…":
        return True
    follows = index + 1 < len(words) and words[index + 1].capital
    return follows or (len(word.text) > 1 and word.text.isupper())


def _marks(text: str, lang: str) -> frozenset[str]:
    found = lexicon(lang).marks.find(words_of(text))
    return frozenset(label for stretch in found for label in stretch.labels)


class Profile:
    """A comparable with what the detectors ask of it.

    Args:
        comparable: the mention.

    """

    def __init__(self, comparable: Comparable) -> None:
        self.comparable = comparable
        """What was analysed."""
        self.mention = comparable.mention
        """The quote or figure."""
        self.article = comparable.article
        """Its article."""
        lang = self.mention.lang if isinstance(self.mention, Quote) else "und"
        self.lang = lang if lang != "und" else comparable.article.lang
        """Language the words are read in."""

    @cached_property
    def context(self) -> Matter:
        """The sentence around it."""
        return matter(self.comparable.context, self.lang)

    @cached_property
    def content(self) -> Matter:
        """The mention's own words."""
        return matter(self.mention.text, self.lang)

    @cached_property
    def surroundings(self) -> tuple[Matter, ...]:
        """What else tells which event it is about: the headline, then the paragraph."""
        texts = self.article.title, self.comparable.around
        return tuple(matter(text, self.article.lang) for text in texts if text)

    @cached_property
    def cues(self) -> frozenset[str]:
        """What tells which event it is about: its sentence and the headline."""
        title = self.article.title
        return self.context.items | matter(title, self.article.lang).items if title else self.context.items

    @cached_property
    def wide(self) -> frozenset[str]:
        """The cues and what the paragraph adds."""
        return self.cues.union(*(found.items for found in self.surroundings))

    @cached_property
    def frame(self) -> frozenset[str]:
        """Marks of the sentence around the mention's own words: "ontkende niet dat"."""
        return _marks(self.comparable.context.replace(self.mention.text, " ", 1), self.lang)

    @cached_property
    def cue(self) -> frozenset[str]:
        """Marks of a quote's reporting words."""
        text = self.mention.cue_text if isinstance(self.mention, Quote) else None
        return _marks(text, self.lang) if text else frozenset()

    @cached_property
    def normal(self) -> str:
        """The mention's words, folded, single spaces, without marks: equal for one wording in two papers."""
        return " ".join(word.folded for word in self.content.words)

    @cached_property
    def rank(self) -> tuple[str, str, str, int, int, str]:
        """Its place in the order of publication."""
        article, span = self.article, self.mention.span
        return article.published or "9999", article.name, article.id, span.start, span.end, self.mention.id

    @cached_property
    def at(self) -> int:
        """Where the mention starts in the context; 0 where it is not found there."""
        offset = self.mention.span.start - self.mention.sentence.start
        context, text = self.comparable.context, self.mention.text
        return offset if offset >= 0 and context.startswith(text, offset) else max(0, context.find(text))

    @cached_property
    def beside(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words of the sentence before and after the mention, folded."""
        start, end = self.at, self.at + len(self.mention.text)
        words = self.context.words
        return tuple(w.folded for w in words if w.end <= start), tuple(
            w.folded for w in words if w.start >= end
        )

    @cached_property
    def published(self) -> Days | None:
        """When its article came out."""
        return days(self.article.published)

    @cached_property
    def when(self) -> Days | None:
        """The time it speaks of: its own date, else the article's."""
        own = self.mention.as_of if isinstance(self.mention, Figure) else self.mention.date
        return days(own) or self.published

    @cached_property
    def quantity(self) -> Quantity | None:
        """What a figure's value can be; None for what is no number."""
        return quantity(self.mention) if isinstance(self.mention, Figure) else None

    @property
    def speaker(self) -> str | None:
        """Name of the speaker."""
        return self.mention.speaker

    @cached_property
    def speaker_country(self) -> str | None:
        """Country that the speaker stands for: a capital, a government's seat, an adjective at its name."""
        name = self.speaker
        if not name:
            return None
        organisation = organisation_of_name(name)
        if organisation:
            return organisation_country(organisation)
        source = self.mention.source_text if isinstance(self.mention, Quote) else None
        for text in (name, source or ""):
            # "Oekraïense president": an adjective tells more than a place that stands beside it.
            named, meant, _ = countries_in(words_of(text))
            found = country_of_name(text) or min(meant, default=None) or min(named, default=None)
            if found:
                return found
        return None

    @cached_property
    def countries(self) -> frozenset[str]:
        """Countries in its sentence and that of its speaker."""
        own = {self.speaker_country} if self.speaker_country else set()
        return self.context.countries | own


@lru_cache(maxsize=20_000)
def profile(comparable: Comparable) -> Profile:
    """The profile of a comparable, remembered."""
    return Profile(comparable)


def same_speaker(left: Profile, right: Profile) -> bool | None:
    """Whether the two have one speaker; None where one has none."""
    a, b = left.comparable.speaker_id, right.comparable.speaker_id
    if a and b:
        return a == b
    if not left.speaker or not right.speaker:
        return None
    return same_name(left.speaker, right.speaker)


@lru_cache(maxsize=20_000)
def same_name(left: str, right: str) -> bool:
    """Whether two names can be of one speaker: one spelling, one organisation, one country, or a bare surname."""
    if fold(left) == fold(right):
        return True
    for lookup in (organisation_of_name, country_of_name):
        a, b = lookup(left), lookup(right)
        if a or b:
            return a == b
    first, second = name_parts(left), name_parts(right)
    if not first or not second:
        return False
    short, long = sorted((first, second), key=len)
    return short == long or (len(short) == 1 and short[0] == long[-1])


def shared_weight(items: frozenset[str]) -> float:
    """What shared items say about one event together."""
    return sum(_concept_weights().get(item) or _mark_weights()[item[0]] for item in items)


@cache
def _mark_weights() -> defaultdict[str, float]:
    """Weight by the mark an item starts with; concepts have none."""
    cues = weights().cues
    return defaultdict(lambda: cues["concept"], {"@": cues["country"], "^": cues["name"], "~": cues["word"]})


@cache
def _concept_weights() -> dict[str, float]:
    cues, table = weights().cues, kinds()
    return dict.fromkeys(table.weak, cues["weak"]) | dict.fromkeys(table.events, cues["event"])
