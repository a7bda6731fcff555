"""What is drawn, without an app: figures, charts, cards, lists, bars."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from workbench.model import RELATION_KINDS, Article, Event, Figure, Mention, Quote, Span, mention_id
from workbench.store import Hit, MentionRow, RelationRow, Workspace
from workbench.tui.commands import COMMANDS
from workbench.tui.display import STATE_GLYPHS, STATE_WORDS, kind_piece, plain, state_piece
from workbench.tui.layout import width_of
from workbench.tui.presenters.article_text import GUTTER, ArticleLines
from workbench.tui.presenters.card import CardView, card, passage, shows_words, words
from workbench.tui.presenters.chart import Mark, chart
from workbench.tui.presenters.chrome import ActiveCommand, Status, key_bar, status_line, tab_bar
from workbench.tui.presenters.figures import ends, interval, number, position
from workbench.tui.presenters.kinds import kinds_panel
from workbench.tui.presenters.lists import event_row, hit_row
from workbench.tui.presenters.relation_row import header, pair_name, preview, relation_row
from workbench.tui.presenters.timeline import time_line


def figure(bound: Any, value: Any = None, low: Any = None, high: Any = None, **more: Any) -> Figure:
    """A figure that stands anywhere."""
    return Figure(
        id="f0", article="a0", span=Span(0, 1), text="x", sentence=Span(0, 1), value=value, value_min=low, value_max=high,
        bound=bound, **more,
    )  # fmt: skip


@pytest.fixture
def rows(workspace: Path) -> list[RelationRow]:
    """The flood's relations as the store gives them."""
    with Workspace.open(workspace, readonly=True) as ws:
        return ws.relations_by_rowid(ws.relation_rowids())


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (127000, "127 000"),
        (2.5, "2.5"),
        (3.0, "3"),
        ("2022-01", "2022-01"),
        (None, "…"),
        (10**15, "1 000 000 000 000 000"),
    ],
)
def test_numbers_are_read_easily(value: Any, shown: str) -> None:
    """Thousands are set apart by spaces, which no language reads as a decimal mark."""
    assert number(value) == shown


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (figure("exact", 5, 5, 5), "5"),
        (figure("below", 100000, None, 100000), "< 100 000"),
        (figure("above", 100000, 100000, None), "> 100 000"),
        (figure("min", 3, 3, None), "≥ 3"),
        (figure("max", 3, None, 3), "≤ 3"),
        (figure("about", 50, 45, 55), "about 50"),
        (figure("range", None, 10, 20), "10 … 20"),
    ],
)
def test_an_interval_in_words(found: Figure, shown: str) -> None:
    """Each bound has its sign."""
    assert interval(found) == shown


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (figure("exact", 5), (5.0, 5.0)),
        (figure("below", 100), (None, 100.0)),
        (figure("above", 100), (100.0, None)),
        (figure("about", 50, 45, 55), (45.0, 55.0)),
        (figure("range", None, 10, 20), (10.0, 20.0)),
        (figure("exact", "geen"), (None, None)),
    ],
)
def test_the_ends_of_a_figure(found: Figure, expected: tuple[float | None, float | None]) -> None:
    """An open side has no end."""
    assert ends(found) == expected


def test_dates_have_places_in_their_order() -> None:
    """Dates of any precision stand on one scale."""
    places = [position(date) for date in ("1994", "2014", "2021-11", "2022-01", "2022-01-18")]
    assert places == sorted(places)  # type: ignore[type-var] # none of them is None


def test_a_chart_draws_ends_and_values() -> None:
    """An open end has an arrow, an end not included a bracket, a value a dot; all on one scale."""
    lines = chart(
        [
            Mark("A", figure("below", 100, None, 100), "< 100"),
            Mark("B", figure("above", 100, 100, None), "> 100"),
            Mark("C", figure("exact", 127, 127, 127), "127"),
            Mark("D", figure("range", None, 110, 120), "110 … 120"),
        ],
        100,
    )
    text = plain(lines).split("\n")
    assert set("◀)") <= set(text[1])
    assert "▶" not in text[1]
    assert set("(▶") <= set(text[2])
    assert text[3].count("●") == 1
    assert set("┣┫") <= set(text[4])
    assert text[1].index(")") <= text[2].index("(") + 1
    assert text[0].index("127") > text[0].index("100")


def test_a_chart_without_numbers_is_empty() -> None:
    """Nothing is drawn where there is nothing to draw, or no room."""
    assert chart([Mark("A", figure("exact", "geen"), "")], 80) == []
    assert chart([Mark("A", figure("exact", 1), "")], 10) == []


@pytest.mark.parametrize("width", [30, 60, 80, 120])
def test_rows_fill_their_width(rows: list[RelationRow], width: int) -> None:
    """Row and heads have the same columns at every width."""
    for row in rows:
        assert width_of(relation_row(row, width)) <= width
    if width >= 60:
        head, first = plain([header(width + 1)]), plain([relation_row(rows[0], width)])
        assert head.index("passage A") - 1 == first.index("2021" if width >= 100 else "bijna")


def test_a_row_says_state_kind_and_both_passages(rows: list[RelationRow]) -> None:
    """Glyph and word for state and kind, so that nothing hangs on colour."""
    text = plain([relation_row(rows[0], 120)])
    for part in (
        "○ open",
        "~ updates",
        "0.90",
        "2021-07",
        "bijna 2.000 inwoners",
        "2021-08",
        "2.350 inwoners",
    ):
        assert part in text


def test_a_wide_row_names_the_sources(rows: list[RelationRow]) -> None:
    """Who says it stands before each passage where there is room."""
    assert "Tilly Arends: De dijk is veilig" in plain([relation_row(rows[1], 120)])
    assert "Tilly Arends" not in plain([relation_row(rows[1], 80)])


@pytest.mark.parametrize("width", [24, 60, 80, 120])
def test_the_pair_under_the_cursor_is_shown_with_who_and_when(rows: list[RelationRow], width: int) -> None:
    """Date, source and passage of both sides and the reason, none wider than the screen."""
    lines = preview(rows[1], width)
    assert max(map(width_of, lines)) <= width
    if width >= 60:
        text = plain(lines)
        assert " A 2021-07  Tilly Arends: De dijk is veilig" in text
        assert " B 2021-08  T. Arends: De dijk was veilig genoeg" in text
        assert "why the later report has another value" in text


def test_a_pair_is_named_by_its_articles(rows: list[RelationRow]) -> None:
    """Names without folder and suffix, left first."""
    assert pair_name(rows[0]) == "flood-1–flood-2"


def test_every_state_and_kind_differs_without_colour() -> None:
    """No two states and no two kinds look the same in monochrome."""
    assert len({state_piece(state).text for state in STATE_GLYPHS}) == len(STATE_WORDS)
    assert len({kind_piece(kind).text for kind in RELATION_KINDS}) == len(RELATION_KINDS)


def test_a_card_marks_both_mentions_in_their_sentences(rows: list[RelationRow]) -> None:
    """The mention stands between marks that show without colour, its source in the heading."""
    text = plain(card(CardView(rows[1]), 120))
    assert "‘>>De dijk is veilig<<’, zei burgemeester Tilly Arends." in text
    assert "Tilly Arends · direct quote" in text
    narrow = plain(passage("A", rows[1].left, None, 0, 22))
    assert "Tilly Arends" in narrow
    assert "quote" in narrow
    assert "2021-07 · De Bode · flood-1.txt" in text


@pytest.mark.parametrize("width", [24, 40, 69, 70, 80, 200])
def test_a_card_fits_every_width(rows: list[RelationRow], width: int) -> None:
    """No line of any card is wider than the screen at usual widths, and none is lost at tiny ones."""
    for row in rows:
        lines = card(CardView(row, diff=True, context=0), width)
        assert any(">>" in plain([line]) for line in lines)
        if width >= 70:
            assert max(map(width_of, lines)) <= width


def test_a_card_says_why(rows: list[RelationRow]) -> None:
    """Every level with its weight and what was compared."""
    text = plain(card(CardView(rows[0]), 100))
    assert "the later report has another value (number)" in text
    assert "value      +1.5 disjoint, apart by 350   < 2 000 | 2 350" in text


def test_words_shows_what_each_side_has() -> None:
    """Deletions and insertions carry marks besides colour, spaces kept."""
    assert plain(
        words("een groot vuur", "een klein vuur brandt", 80)
    ) == " een [-groot-]{+klein+} vuur{+brandt+}".replace("vuur{", "vuur {")


def test_words_are_hidden_where_the_wordings_share_nothing(rows: list[RelationRow]) -> None:
    """A diff of two different sentences says nothing, unless it is asked for."""
    variant, denies = rows[1], rows[2]
    assert shows_words(CardView(variant))
    assert not shows_words(CardView(denies))
    assert not shows_words(CardView(replace(variant, relation=replace(variant.relation, kind="denies"))))
    assert shows_words(CardView(denies, diff=True))


def test_notes_stand_on_the_card(rows: list[RelationRow]) -> None:
    """Annotations are shown with who wrote them."""
    text = plain(card(CardView(rows[0], notes=(("note", "call the town hall", "eva"),)), 80))
    assert "note call the town hall  eva" in text


def test_a_passage_of_a_megabyte_is_cut_around_its_mention(rows: list[RelationRow]) -> None:
    """A sentence without end is shown as a window with the mention in it."""
    left = rows[0].left
    text = "x " * 300_000 + left.mention.text + " y" * 300_000
    at = text.index(left.mention.text)
    moved = replace(left.mention, span=Span(at, at + len(left.mention.text)), noun=None)  # type: ignore[type-var]
    row = replace(left, mention=moved, context=text, context_start=0)
    lines = passage("A", row, None, 0, 80)
    assert len(lines) < 20
    assert ">>bijna" in plain(lines)


def test_context_is_taken_from_the_article(rows: list[RelationRow], story: Any) -> None:
    """More context shows what stands before and after the sentence."""
    left = rows[0].left
    text = plain(passage("A", left, story.articles["flood-1.txt"], 1, 120))
    assert "De rivier trad" in text
    assert "Het leger" in text


@pytest.mark.parametrize(("width", "height", "lines"), [(80, 24, 3), (120, 40, 12), (40, 24, 6)])
def test_the_kinds_panel_has_every_kind_with_its_key(width: int, height: int, lines: int) -> None:
    """Definitions where there is room, columns where there is not; the suggested kind is marked."""
    panel = kinds_panel("updates", {}, width, height)
    text = plain(panel)
    assert len(panel) == lines
    assert "▸5 ~ updates" in text
    assert "0 ! contradicts" in text
    assert ("later as-of date" in text) == (height >= 34)


def test_the_kinds_panel_shows_the_keys_that_hold() -> None:
    """A remapped key is the one shown."""
    assert "u ~ updates" in plain(kinds_panel("updates", {"kind.updates": "u"}, 80, 24))


def test_the_key_bar_keeps_the_help_key_when_narrow() -> None:
    """What does not fit is left out, the way to the rest never."""
    active = [ActiveCommand(command, command.keys) for command in COMMANDS.values()]
    for width in (20, 40, 80, 200):
        line = key_bar(active, width)
        assert width_of(line) <= width
        assert "? keys" in plain([line])


def test_the_key_bar_leaves_out_what_cannot_run() -> None:
    """A command that is off is not offered."""
    accept = COMMANDS["relation.accept"]
    assert "accept" not in plain([key_bar([ActiveCommand(accept, accept.keys, enabled=False)], 80)])


def test_the_status_line_says_who_and_whether_it_is_saved() -> None:
    """Analyst, mark, message and place; a long message is cut, the place stays."""
    line = status_line(Status("eva", "saved", "3/11", "x" * 200), 80)
    assert width_of(line) == 80
    assert plain([line]).startswith(" eva [saved]")
    assert plain([line]).endswith("3/11")


def test_the_active_tab_shows_without_colour() -> None:
    """Brackets mark the tab."""
    assert "[Speakers]" in plain([tab_bar("speakers", [], 80)])


def test_an_article_marks_quotes_and_figures_in_text_and_gutter(story: Any) -> None:
    """Each line says in its gutter what stands on it, and the present mention has its own mark."""
    article = story.articles["flood-1.txt"]
    mentions = sorted((m for m in story.mentions.values() if m.article == article.id), key=lambda m: m.span)
    lines = ArticleLines(article, mentions, 60)
    drawn = [lines.line(index, mentions[1].id) for index in range(len(lines))]
    assert [line[0].text for line in drawn] == ["    ", "  # ", "    ", "▸“  ", "    "]
    roles = {piece.role for line in drawn for piece in line}
    assert {"figure", "current"} <= roles
    assert "".join(piece.text for piece in drawn[3][1:]).startswith("‘De dijk is veilig’")


def test_a_figure_inside_a_quote_is_drawn_as_a_figure() -> None:
    """Of mentions inside one another the inner one shows."""
    article = Article(name="x", text="Hij zei: 'er zijn 12 boten'.", sha256="0" * 64)
    quote_span, figure_span = Span(10, 26), Span(18, 26)
    mentions: list[Mention] = [
        Quote(
            id="q1",
            article=article.id,
            span=quote_span,
            text="er zijn 12 boten",
            kind="direct",
            sentence=Span(0, 28),
        ),
        replace(figure("exact", 12, 12, 12), id="f1", article=article.id, span=figure_span, text="12 boten"),
    ]
    line = ArticleLines(article, mentions, 80).line(0, None)
    assert [(piece.text, piece.role) for piece in line[1:]] == [
        ("Hij zei: '", "text"), ("er zijn ", "quote"), ("12 boten", "figure"), ("'.", "text"),
    ]  # fmt: skip


def test_a_huge_article_draws_one_line_at_a_time() -> None:
    """Two megabytes with ten thousand mentions: a line at the end costs no more than one at the start."""
    text = "een zin met 5 woorden. " * 90_000
    article = Article(name="x", text=text, sha256="0" * 64)
    mentions = [
        replace(figure("exact", 5), id=mention_id("0", "figure", Span(at, at + 9)), span=Span(at, at + 9))
        for at in range(12, len(text), 230)
    ]
    lines = ArticleLines(article, mentions, 80)
    assert lines.line_of(len(text)) == len(lines) - 1
    assert any(piece.role == "figure" for piece in lines.line(lines.line_of(mentions[-1].span.start), None))
    assert len(lines.line(0, None)[0].text) == GUTTER


def test_a_time_line_is_in_the_order_of_time(rows: list[RelationRow]) -> None:
    """Rows go by the date they hold for, and say who says it where."""
    mentions: list[MentionRow] = [rows[0].right, rows[0].left, rows[3].right]
    text = plain(time_line(mentions, 100))
    assert text.index("2021-07") < text.index("2021-08") < text.index("2021-09")
    assert "no source named · flood-4.txt" in text


def test_a_time_line_of_nothing_says_so() -> None:
    """No figures, no drawing."""
    assert "no figures" in plain(time_line([], 80))


def test_an_event_shows_what_changed() -> None:
    """Before and after stand in the row."""
    event = Event(
        seq=7, id="e1", at="2022-01-02T03:04:05Z", by="eva", op="decide", target="r1",
        before={"kind": "updates"}, after={"kind": "refines"},
    )  # fmt: skip
    assert "r1  updates → refines" in plain([event_row(event, 100)])


def test_a_hit_shows_where_it_was_found() -> None:
    """Kind, article and the words around."""
    hit = Hit(
        kind="note",
        id="r1",
        article_id=None,
        article_name=None,
        snippet=" call the town hall",
        start=0,
        end=4,
    )
    assert plain([hit_row(hit, 80)]).split() == ["note", "call", "the", "town", "hall"]
