"""What a mention is about: concepts, names, countries, words, firmness; made once and compared often."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from workbench.compare.heads import head_kind
from workbench.compare.matter import Matter, marks_of, matter
from workbench.compare.quantity import Quantity, quantity
from workbench.compare.types import Comparable
from workbench.compare.when import Days, days
from workbench.compare.words import fold, words_of
from workbench.compare.world import (
    countries_in,
    country_of_name,
    name_parts,
    organisation_country,
    organisation_of_name,
)
from workbench.model import Figure, Quote

SHORTEST_BODY = 4
"""Letters of a body's name, at least, that the name of its spokesman may end or begin with."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a figure counts."""

    concept: str | None
    """The thing counted; what happened to them where people are counted by that."""
    stem: str | None
    """Stem of the measured noun."""
    population: frozenset[str]
    """Countries of the people counted."""
    qualities: frozenset[str]
    """Stems of the other words that narrow the noun."""
    places: frozenset[str]
    """Where: ``@XX``, ``^name``, or a place concept."""
    part: bool
    """Whether it is said to be a part of another figure, or a rate."""
    clause: Matter
    """The clause around the figure."""
    noun: str
    """The measured noun as written; what is measured where money or a share has none."""
    kind_of: str = ""
    """First part of a compound whose last part is the thing counted: *fire* of a fire helicopter."""


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
        self.scope: Scope | None = None
        """What a figure counts, once it was asked for."""

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
        own = self.context.items | self.context.capitals
        return own | _told(matter(title, self.article.lang)) if title else own

    @cached_property
    def wide(self) -> frozenset[str]:
        """The cues and what the paragraph adds."""
        return self.cues.union(*map(_told, self.surroundings))

    @cached_property
    def story(self) -> Matter:
        """What its article is about: the headline and how the text begins."""
        title, lead = self.article.title, self.article.lead
        return matter(f"{title}. {lead}" if title else lead, self.article.lang)

    @cached_property
    def frame(self) -> frozenset[str]:
        """Marks of the sentence around the mention's own words: "ontkende niet dat"."""
        return marks_of(self.comparable.context.replace(self.mention.text, " ", 1), self.lang)

    @cached_property
    def cue(self) -> frozenset[str]:
        """Marks of a quote's reporting words."""
        text = self.mention.cue_text if isinstance(self.mention, Quote) else None
        return marks_of(text, self.lang) if text else frozenset()

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

    @property
    def called(self) -> str | None:
        """Name of the speaker as lists have it, for the analyst to read."""
        return self.comparable.called or self.speaker

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


def _told(where: Matter) -> frozenset[str]:
    return where.items | where.capitals


def shared(left: Profile, right: Profile, one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Items of both; what may be a name is one if the other language, which tells names by their capital, has it so."""
    common = one & other
    if left.context.lex.noun_capitals and right.context.lex.noun_capitals:
        names = left.context.names | right.context.names | left.story.names | right.story.names
        return frozenset(item for item in common if item[0] != "^" or item[1:] in names)
    return common


def profile(comparable: Comparable) -> Profile:
    """The profile of a comparable, made once."""
    if not comparable.kept:
        comparable.kept.append(Profile(comparable))
    found = comparable.kept[0]
    assert isinstance(found, Profile)
    return found


def same_speaker(left: Profile, right: Profile) -> bool | None:
    """Whether the two have one speaker; None where one has none."""
    a, b = left.comparable.speaker_id, right.comparable.speaker_id
    if a and b and a == b:
        return True
    if not left.speaker or not right.speaker:
        return None
    if a and b:
        voices = (left.speaker, right.speaker), (right.speaker, left.speaker)
        return any(speaks_for(*pair) for pair in voices) or part_of_name(left.speaker, right.speaker)
    return same_name(left.speaker, right.speaker)


@lru_cache(maxsize=20_000)
def speaks_for(voice: str, whom: str) -> bool:
    """Whether one source is the other's spokesman or report: "woordvoerder van de gemeente", "politiewoordvoerder"."""
    voice, whom = fold(voice), fold(whom)
    if len(whom) < SHORTEST_BODY or not head_kind(voice):
        return False
    role = voice.removeprefix(whom)
    return voice.endswith(f" {whom}") or (role != voice and role.isalpha() and head_kind(role) is not None)


@lru_cache(maxsize=20_000)
def part_of_name(left: str, right: str) -> bool:
    """Whether a name has parts that the other leaves out, or another's beside it: "Jan Piet Smit", "Jan Smit en Bos"."""
    short, long = sorted((name_parts(left), name_parts(right)), key=len)
    if not 1 < len(short) < len(long) or not all(name[:1].isupper() for name in (left, right)):
        return False
    rest = iter(long)
    run = any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))
    return run or (short[-1] == long[-1] and all(part in rest for part in short))


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
