"""The question that an issue asks, from what its mentions are about; the words are data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from workbench.compare.detectors.denial import denies
from workbench.compare.matter import Matter
from workbench.compare.profile import Profile
from workbench.compare.quantity import SCALES
from workbench.compare.scope import scope
from workbench.compare.wording import in_words, written
from workbench.compare.world import country_name, kinds
from workbench.languages.schema.questions import QuestionsTable
from workbench.languages.world import WORLD
from workbench.model import Figure, RelationKind

TOPICS = 2
"""Matters that a question on quotes names."""
_WORDS_FIRST: tuple[tuple[RelationKind, str], ...] = (("disputes", "disputed"), ("misattributed", "who"))
"""Kinds of relation that make a question on the very words, with its template."""


@cache
def questions() -> QuestionsTable:
    """The words of questions."""
    table = WORLD.table("questions", QuestionsTable)
    if table is None:
        raise FileNotFoundError("languages/world/questions.toml")
    return table


def question(mentions: Sequence[Profile], related: Collection[RelationKind]) -> str:
    """What an issue is about.

    Args:
        mentions: what it gathers, its representative first.
        related: the kinds of its relations.

    """
    leader = mentions[0]
    dates = sorted({found for side in mentions if (found := _when(side))})
    table = questions()
    if not dates:
        when = ""
    elif dates[0] == dates[-1]:
        when = table.templates["when"].format(first=dates[0])
    else:
        when = table.templates["from_to"].format(first=dates[0], last=dates[-1])
    # An analyst may have related a figure to a quote; the question is on what the leader is.
    alike = [side for side in mentions if type(side.mention) is type(leader.mention)]
    if isinstance(leader.mention, Figure):
        return _of_figures(alike, when)
    return _of_quotes(alike, related, when)


def _when(side: Profile) -> str | None:
    mention = side.mention
    own = (mention.as_of if mention.unit != "date" else None) if isinstance(mention, Figure) else mention.date
    return own or side.article.published


def _of_figures(mentions: Sequence[Profile], when: str) -> str:
    table, leader = questions(), mentions[0]
    figure = leader.mention
    assert isinstance(figure, Figure)
    scopes = [scope(side) for side in mentions]
    event = _commonest(side.context.events & table.events.keys() for side in mentions)
    thing = scopes[0].concept or _commonest({s.concept} for s in scopes if s.concept)
    parts = {
        "when": when,
        "where": _where(mentions, _commonest((s.places for s in scopes), kinds().places)),
        "at": f" {table.events[event][0]}" if event and event != thing else "",
        "thing": table.things.get(thing or "", scopes[0].noun),
        "event": table.events[event][1].partition(" ")[2] or table.events[event][1] if event else "",
        "words": _clipped(leader.comparable.context or figure.text),
    }
    return table.templates[_figure_template(figure, thing, event, parts["thing"])].format(**parts)


def _figure_template(figure: Figure, thing: str | None, event: str | None, name: str) -> str:
    if figure.unit == "date":
        return "date" if event else "date_other"
    if SCALES.get(figure.unit, ("", 0.0))[0] == "time":
        return "duration" if event else "duration_other"
    if figure.unit == "count":
        return "count" if name else "other"
    if thing in kinds().measures:
        return "measure"
    return {"percent": "percent"}.get(figure.unit, "money" if figure.unit.isupper() else "other")


def _where(mentions: Sequence[Profile], place: str | None) -> str:
    table = questions()
    if place is None:
        return ""
    if place in table.places:
        return table.places[place]
    if place[0] == "@":
        return table.templates["where"].format(place=_country(place[1:]))
    # A town in the words of the first text that names it.
    for side in mentions:
        if place in scope(side).places:
            return table.templates["where"].format(place=written(side, [place]))
    return ""


def _of_quotes(mentions: Sequence[Profile], related: Collection[RelationKind], when: str) -> str:
    table, leader = questions(), mentions[0]
    words = _clipped(leader.mention.text)
    if "denies" in related:
        return _denied(mentions) or table.templates["denied"].format(words=words)
    for kind, template in _WORDS_FIRST:
        if kind in related:
            return table.templates[template].format(words=words)
    speakers = list(dict.fromkeys(side.called for side in mentions if side.called))
    if len({side.comparable.speaker_id for side in mentions if side.speaker}) == 1:
        speakers = speakers[:1]
    topic = _topic(leader.content, leader.mention.text)
    template = ("said" if speakers else "unnamed") + ("" if topic else "_words")
    parts = {"words": words, "topic": topic, "when": when, "speakers": _named(speakers)}
    return table.templates[template].format(**parts)


def _denied(mentions: Sequence[Profile]) -> str | None:
    """A question on an intention: who is said to mean to do what."""
    table = questions()
    for side in mentions:
        event = _commonest([side.content.events & table.events.keys()])
        subject = _subject(side)
        for template, intents in table.intents.items():
            if event and subject and intents & side.context.concepts:
                return table.templates[template].format(
                    subject=_country(subject), an_event=table.events[event][1]
                )
    return None


def _subject(side: Profile) -> str | None:
    """The country that is said to mean something: that of who denies it, else the first other one named."""
    if side.speaker_country and denies(side):
        return side.speaker_country
    for where in (side.content, side.context):
        places = where.places
        others = [places[at] for at in sorted(places) if places[at] != side.speaker_country]
        if others:
            return others[0]
    return None


def _country(code: str) -> str:
    return questions().countries.get(code) or country_name(code)


def _topic(content: Matter, text: str) -> str:
    """The first matters of a statement, in its own words."""
    items = [*(content.concepts - kinds().weak), *(f"^{name}" for name in content.names)]
    found = {words for item in items if (words := in_words(content, item))}
    return _joined(sorted(found, key=lambda words: (text.find(words.partition(" ")[0]), words))[:TOPICS])


def _named(speakers: Sequence[str]) -> str:
    if len(speakers) > 2:
        return questions().templates["many"].format(one=speakers[0])
    return _joined(speakers)


def _joined(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return questions().templates["two"].format(one=names[0], other=names[1])


def _clipped(text: str) -> str:
    """The first words, on one line."""
    words = text.split()
    limit = questions().limits.words
    return " ".join(words[:limit]) + (" …" if len(words) > limit else "")


def _commonest(groups: Iterable[Collection[str]], first: Collection[str] = ()) -> str | None:
    """What most groups have; of several, one that is in ``first``, then the first by name."""
    counts = Counter(item for group in groups for item in set(group))
    return min(counts, key=lambda item: (-counts[item], item not in first, item), default=None)
