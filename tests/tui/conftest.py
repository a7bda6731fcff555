"""A small story in a workspace, and the app over it.

Four made-up articles tell of one flood: how many were evacuated, who said what of the dike. Mentions are made by hand, so
that these tests need neither finders nor detectors.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from workbench.model import (
    Article,
    Event,
    Evidence,
    Extraction,
    Figure,
    Level,
    Quote,
    Relation,
    RelationKind,
    Span,
    Speaker,
    mention_id,
    relation_id,
)
from workbench.store import StoredExtraction, Workspace
from workbench.tui.app import ReviewApp, settled

os.environ["TEXTUAL_ANIMATIONS"] = "none"

TEXTS = {
    "flood-1.txt": (
        "2021-07",
        """De rivier trad woensdag buiten haar oevers. Volgens de gemeente zijn bijna 2.000 inwoners geëvacueerd.

‘De dijk is veilig’, zei burgemeester Tilly Arends. Het leger hielp met zandzakken.""",
    ),
    "flood-2.txt": (
        "2021-08",
        """Achteraf blijkt dat 2.350 inwoners hun huis verlieten. ‘De dijk was veilig genoeg’, zei Arends in de raad.

De provincie ontkent dat er gebreken waren.""",
    ),
    "flood-3.txt": (
        "2021-09",
        "Ingenieur Bo Katz noemt de dijk ‘een tikkende tijdbom’. In totaal gingen 40 straten onder water.",
    ),
    "flood-4.txt": (
        "2021-09",
        "Meer dan 2.000 inwoners werden geëvacueerd, schrijft het dagblad een jaar later.",
    ),
}

MAYOR = Speaker(
    id="s00000000000a",
    name="Tilly Arends",
    kind="person",
    spellings=("Tilly Arends", "Arends"),
    role="burgemeester",
)
SPEAKERS = (
    MAYOR,
    Speaker(id="s00000000000b", name="Bo Katz", kind="person", spellings=("Bo Katz",)),
    Speaker(id="s00000000000c", name="T. Arends", kind="person", spellings=("T. Arends",)),
)


class Story:
    """The articles with their mentions by short names."""

    def __init__(self, texts: dict[str, tuple[str, str]]) -> None:
        self.articles: dict[str, Article] = {}
        """Articles by name."""
        self.mentions: dict[str, Quote | Figure] = {}
        """Mentions by the name the test gave them."""
        for name, (published, text) in texts.items():
            digest = sha256(text.encode()).hexdigest()
            self.articles[name] = Article(
                name=name, text=text, sha256=digest, lang="nl", published=published, outlet="De Bode"
            )

    def _place(self, name: str, words: str) -> tuple[Article, Span, Span]:
        article = self.articles[name]
        at = article.text.index(words)
        start = max(article.text.rfind(mark, 0, at) + len(mark) for mark in (". ", "\n"))
        start = start if start > 1 else 0
        end = article.text.find(".", at + len(words))
        sentence = Span(start, (end + 1) if end >= 0 else len(article.text))
        return article, Span(at, at + len(words)), sentence

    def quote(self, key: str, name: str, words: str, speaker: str | None) -> None:
        """Add a quote."""
        article, span, sentence = self._place(name, words)
        self.mentions[key] = Quote(
            id=mention_id(article.sha256, "quote", span), article=article.id, span=span, text=words, kind="direct",
            sentence=sentence, lang="nl", speaker=speaker, confidence=0.9,
        )  # fmt: skip

    def figure(
        self, key: str, name: str, words: str, bound: Any = "exact", value: Any = 0, **more: Any
    ) -> None:
        """Add a figure."""
        article, span, sentence = self._place(name, words)
        low = None if bound in ("below", "max") else value
        high = None if bound in ("above", "min") else value
        noun = words.rsplit(maxsplit=1)[-1]
        start = span.end - len(noun)
        self.mentions[key] = Figure(
            id=mention_id(article.sha256, "figure", span), article=article.id, span=span, text=words, sentence=sentence,
            value=value, value_min=low, value_max=high, bound=bound, noun=Span(start, span.end), noun_text=noun, **more,
        )  # fmt: skip

    def relation(self, left: str, right: str, kind: RelationKind, score: float) -> Relation:
        """A suggestion between two named mentions."""
        levels = (
            Level("value", "disjoint, apart by 350", 1.5, "< 2 000", "2 350"),
            Level("as_of", "a month later", 1.0),
        )
        return Relation(
            left=self.mentions[left].id,
            right=self.mentions[right].id,
            kind=kind,
            score=score,
            detector="figure_interval",
            evidence=Evidence("the later report has another value", levels, reason="number"),
        )

    def relation_id(self, left: str, right: str) -> str:
        """Id of the relation between two named mentions."""
        return relation_id(self.mentions[left].id, self.mentions[right].id)

    def stored(self) -> list[StoredExtraction]:
        """All articles, ready for the store."""
        out = []
        for article in self.articles.values():
            mine = sorted(
                (m for m in self.mentions.values() if m.article == article.id), key=lambda m: m.span
            )
            quotes = tuple(m for m in mine if isinstance(m, Quote))
            figures = tuple(m for m in mine if isinstance(m, Figure))
            ids = {m.id: s.id for m in quotes for s in SPEAKERS if m.speaker == s.name}
            out.append(StoredExtraction(Extraction(article, quotes, figures), ids, SPEAKERS))
        return out


def flood() -> Story:
    """The story of the flood."""
    story = Story(TEXTS)
    story.figure(
        "almost", "flood-1.txt", "bijna 2.000 inwoners", "below", 2000, hedge="bijna", as_of="2021-07"
    )
    story.quote("safe", "flood-1.txt", "De dijk is veilig", "Tilly Arends")
    story.figure("exact", "flood-2.txt", "2.350 inwoners", "exact", 2350, as_of="2021-08")
    story.quote("enough", "flood-2.txt", "De dijk was veilig genoeg", "T. Arends")
    story.quote("bomb", "flood-3.txt", "een tikkende tijdbom", "Bo Katz")
    story.figure("streets", "flood-3.txt", "40 straten", "exact", 40)
    story.figure(
        "more", "flood-4.txt", "Meer dan 2.000 inwoners", "above", 2000, hedge="meer dan", as_of="2021-09"
    )
    return story


def relations(story: Story) -> list[Relation]:
    """Five suggestions, most worth a look first."""
    return [
        story.relation("almost", "exact", "updates", 0.9),
        story.relation("safe", "enough", "variant", 0.8),
        story.relation("safe", "bomb", "denies", 0.7),
        story.relation("exact", "more", "refines", 0.6),
        story.relation("almost", "more", "contradicts", 0.5),
    ]


@pytest.fixture
def story() -> Story:
    """The flood."""
    return flood()


@pytest.fixture
def build(tmp_path: Path) -> Callable[[Story, list[Relation]], Path]:
    """Make a workspace of a story and its suggestions."""

    def make(story: Story, found: list[Relation]) -> Path:
        path = tmp_path / "story.db"
        with Workspace.create_or_open(path) as ws:
            ws.add_extractions(story.stored())
            ws.put_relations(found, [article.id for article in story.articles.values()])
        return path

    return make


@pytest.fixture
def workspace(story: Story, build: Callable[[Story, list[Relation]], Path]) -> Path:
    """The flood's workspace."""
    return build(story, relations(story))


@pytest.fixture
def app(workspace: Path) -> ReviewApp:
    """The app over it."""
    return ReviewApp(workspace, "an", tab="relations")


@pytest.fixture
def events(workspace: Path) -> Callable[[], list[Event]]:
    """What is in the log now, oldest first, read by a connection of its own."""

    def read() -> list[Event]:
        with Workspace.open(workspace, readonly=True) as ws:
            return sorted(ws.log(), key=lambda event: event.seq)

    return read


@pytest.fixture
def text_of() -> Callable[[Screen[Any]], str]:
    """What a screen shows, as text; the one place that uses Textual's private compositor."""

    def read(screen: Screen[Any]) -> str:
        return "\n".join(
            "".join(segment.text for segment in strip) for strip in screen._compositor.render_strips()
        )

    return read


@pytest.fixture
def press() -> Callable[..., Any]:
    """Press keys one after the other, each until its reads are done and drawn; without keys only wait."""

    async def act(pilot: Pilot[None], *keys: str) -> None:
        # The list may still be read when the first key comes; "last" of an empty list is its top.
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        await settle(pilot)

    return act


async def settle(pilot: Pilot[None]) -> None:
    """Wait until nothing is being read any more, and what was read is drawn."""
    for _ in range(3):
        await settled(pilot)


@pytest.fixture(autouse=True)
def _no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual's pilot sleeps until the whole machine is idle; here it only lets all that is queued run.

    :func:`settle` waits for reads and their drawing by name, so nothing is left to wait for by the clock, and a busy
    machine makes the tests no slower than their work.
    """

    async def turns(*_: float) -> None:
        for _turn in range(5):
            await asyncio.sleep(0)

    monkeypatch.setattr("textual.app.wait_for_idle", turns)
    monkeypatch.setattr("textual.pilot.wait_for_idle", turns)


@pytest.fixture
def run(app: ReviewApp) -> Callable[..., Any]:
    """Start the app at a size."""
    return lambda size=(80, 24): app.run_test(size=size)
