"""What the dossiers tell, and how the page shows it."""

from __future__ import annotations

import base64
import io
import re
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest

from workbench.export import EXPORTERS
from workbench.export.charts import drawable, timeline
from workbench.export.dossier import Dossier
from workbench.export.jsonl import read_claimset
from workbench.model import Figure, Quote, Span
from workbench.model.claimset import ClaimSet

FIXTURE = Path(__file__).resolve().parents[3] / "data/fixtures/claims.jsonl"
H = "{http://www.w3.org/1999/xhtml}"
S = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def claims() -> ClaimSet:
    """The fixture claim set."""
    with FIXTURE.open("rb") as lines:
        return read_claimset(lines)


def text_of(name: str, claims: ClaimSet) -> str:
    """What the exporter of that name writes."""
    stream = io.StringIO()
    EXPORTERS.load(name).write(claims, stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def page(claims: ClaimSet) -> ElementTree.Element:
    """The HTML dossier as a browser parses it."""
    return html5lib.parse(text_of("html", claims))


def words(element: ElementTree.Element) -> str:
    """All text of an element, white space made single."""
    return " ".join("".join(element.itertext()).split())


def test_a_dispute_gathers_a_figure_and_all_it_was_compared_with(claims: ClaimSet) -> None:
    """The figure with most relations is the centre; each other says how it stands to it; they come by date."""
    first, second = Dossier(claims).disputes()
    assert [s.passage.exact for s in first.statements] == [
        "Minder dan 900 containers",
        "bijna 1.200 containers",
        "1.350 containers",
        "more than 1,300 containers",
    ]
    assert [s.kind for s in first.statements] == ["contradicts", "updates", None, "refines"]
    assert [s.dated for s in first.statements] == [True, True, True, False]
    assert [s.kind for s in second.statements] == [None, "corroborates", "different_scope"]


def test_no_figure_is_in_two_disputes(claims: ClaimSet) -> None:
    """A chain of relations is told once."""
    seen = [s.passage.mention.id for dispute in Dossier(claims).disputes() for s in dispute.statements]
    assert len(seen) == len(set(seen))


def test_figures_that_all_agree_are_no_dispute(claims: ClaimSet) -> None:
    """Where nothing differs, there is nothing to draw."""
    agreed = [replace(r, kind="corroborates") for r in claims.relations]
    assert not list(Dossier(replace(claims, relations=agreed)).disputes())


def test_unrelated_figures_and_other_units_are_no_dispute(claims: ClaimSet) -> None:
    """What an analyst set aside is not drawn, nor are figures of different units."""
    figures = {m.id for m in claims.mentions if isinstance(m, Figure)}
    apart = [replace(r, kind="unrelated") for r in claims.relations]
    assert not list(Dossier(replace(claims, relations=apart)).disputes())
    mentions = [replace(m, unit=f"u{i}") if m.id in figures else m for i, m in enumerate(claims.mentions)]
    assert not list(Dossier(replace(claims, mentions=mentions)).disputes())


def test_a_passage_is_its_sentence_with_the_mention_in_it(claims: ClaimSet) -> None:
    """Before, mention and after are the article's own words, in order."""
    dossier = Dossier(claims)
    for mention in claims.mentions:
        passage = dossier.passage(mention)
        assert passage.before + passage.exact + passage.after in passage.article.text
        assert passage.exact == mention.text


def test_a_very_long_sentence_is_cut_around_the_mention(claims: ClaimSet) -> None:
    """A sentence of a megabyte does not make a dossier of a megabyte; the cut is shown."""
    article = replace(claims.articles[0], text="x" * 100_000)
    mention = Quote(
        id="q1",
        article=article.id,
        span=Span(50_000, 50_010),
        text="x" * 10,
        kind="direct",
        sentence=Span(0, 100_000),
    )
    passage = Dossier(ClaimSet(articles=[article], mentions=[mention])).passage(mention)
    assert len(passage.before) + len(passage.after) < 1100
    assert passage.before.startswith("…")
    assert passage.after.endswith("…")


def test_word_differences_are_shown_where_they_say_something(claims: ClaimSet) -> None:
    """Two wordings of one quote are compared; a translation and a figure are not."""
    dossier = Dossier(claims)
    found = {r.kind: bool(dossier.pair(r).words()) for r in claims.relations}
    assert found["misquotes"]
    assert not found["variant"]
    assert not found["updates"]


def test_notes_that_stand_on_no_relation_are_told_too(claims: ClaimSet) -> None:
    """A note on an article, a speaker or a mention is not lost because no relation shows it."""
    loose = list(Dossier(claims).loose_notes())
    assert len(loose) == len(claims.annotations) - 1
    assert {"port.html", "De Wit"} <= {where for where, _ in loose}


def test_the_policy_allows_the_pages_own_style_and_nothing_else(claims: ClaimSet) -> None:
    """The content security policy names the hash of the style sheet; a browser would drop any other."""
    text = text_of("html", claims)
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style
    digest = base64.b64encode(sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in text
    assert "url(" not in style[1]
    assert "@import" not in style[1]
    assert " style=" not in text


def test_headings_go_down_one_step_at_a_time(page: ElementTree.Element) -> None:
    """One first heading; no level is left out, so that a screen reader can walk the page."""
    levels = [
        int(e.tag[-1]) for e in page.iter() if isinstance(e.tag, str) and re.fullmatch(rf"{H}h\d", e.tag)
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_ids_are_unique_and_links_stay_inside(page: ElementTree.Element) -> None:
    """Each entry of the contents leads to a section of the page."""
    ids = [e.get("id") for e in page.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    links = [e.get("href", "") for e in page.iter(f"{H}a")]
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)
    labelled = {name for e in page.iter() for name in e.get("aria-labelledby", "").split()}
    assert labelled <= set(ids)


def test_tables_have_headers(page: ElementTree.Element) -> None:
    """Every column and every row of every table says what it is."""
    for table in page.iter(f"{H}table"):
        assert all(th.get("scope") == "col" for th in table.iterfind(f"{H}thead/{H}tr/{H}th"))
        for row in table.iterfind(f"{H}tbody/{H}tr"):
            assert row[0].get("scope") == "row"
            assert len(row) == len(table.findall(f"{H}thead/{H}tr/{H}th"))


def test_both_passages_stand_side_by_side_with_the_mention_marked(
    page: ElementTree.Element, claims: ClaimSet
) -> None:
    """Each relation that is told in full has two quotations, each with the words of its mention marked."""
    mentions = {m.id: m for m in claims.mentions}
    relations = {r.relation.id: r.relation for r in claims.relations}
    shown = list(page.iter(f"{H}article"))
    assert len(shown) == sum(r.kind != "unrelated" for r in claims.relations)
    for article in shown:
        relation = relations[article.get("id", "")]
        marked = ["".join(mark.itertext()) for mark in article.iter(f"{H}mark")]
        assert marked == [mentions[side].text for side in (relation.left, relation.right)]


def test_passages_say_their_language(page: ElementTree.Element) -> None:
    """A screen reader pronounces a Dutch quotation in a page in English as Dutch."""
    assert {e.get("lang") for e in page.iter(f"{H}blockquote")} == {"nl", "en"}


def test_word_differences_have_signs_and_labels(page: ElementTree.Element) -> None:
    """What went and what came is told by element, by sign and by a label for those who do not see either."""
    gone = [words(e) for e in page.iter(f"{H}del")]
    assert "only left: [−zonder werk−]" in gone


def test_decisions_say_who_when_and_why(page: ElementTree.Element) -> None:
    """State, kind before, analyst, time and note of a decision are on the page."""
    shown = words(page)
    assert "Changed from contradicts by bo on 2026-11-22 10:31:00 UTC" in shown
    assert "stakers zijn niet alle mensen" in shown
    assert "Suggested, not decided" in shown
    assert "Set aside as unrelated by an" in shown


def test_the_drawing_says_in_words_what_it_shows(page: ElementTree.Element) -> None:
    """Each time-line has a title and a description with every value, and each row its own title."""
    drawings = list(page.iter(f"{S}svg"))
    assert len(drawings) == 2
    for drawing in drawings:
        assert drawing.get("role") == "img"
        described = words(drawing.findall(f"{S}desc")[0])
        rows = [g for g in drawing.iter(f"{S}g") if "row" in g.get("class", "")]
        assert len(rows) >= 3
        for row in rows:
            assert words(row.findall(f"{S}title")[0]) in described


def test_the_drawing_is_well_formed_and_inside_its_frame(claims: ClaimSet) -> None:
    """As XML the drawing parses, nothing lies outside, open ends have an arrow and points a dot."""
    first = next(iter(Dossier(claims).disputes()))
    assert drawable(first)
    drawing = ElementTree.fromstring("\n".join(timeline(first, "d")))
    width, height = (float(part) for part in drawing.get("viewBox", "").split()[2:])
    for element in drawing.iter():
        for name, limit in (
            ("x", width),
            ("cx", width),
            ("x1", width),
            ("x2", width),
            ("y", height),
            ("cy", height),
        ):
            assert 0 <= float(element.get(name, "0")) <= limit
        assert float(element.get("x", "0")) + float(element.get("width", "0")) <= width + 4
    classes = [element.get("class", "") for element in drawing.iter()]
    assert classes.count("arrow") == 3
    assert classes.count("point") == 1
    assert classes.count("cap hollow") == 3


@pytest.mark.parametrize("value", [0, 1, -5, 10**15, 0.000001, 10**400])
def test_equal_values_can_be_drawn(claims: ClaimSet, value: float) -> None:
    """A dispute whose figures are all the same, or zero, still has a scale."""
    mentions = [
        replace(m, value=value, value_min=value, value_max=value, bound="exact")
        if isinstance(m, Figure)
        else m
        for m in claims.mentions
    ]
    for dispute in Dossier(replace(claims, mentions=mentions)).disputes():
        if drawable(dispute):
            ElementTree.fromstring("\n".join(timeline(dispute, "d")))


@pytest.mark.parametrize("as_of", ["0001", "9999-12-31", "2022", "99999"])
def test_dates_at_the_ends_of_the_calendar_can_be_drawn(claims: ClaimSet, as_of: str) -> None:
    """A year that an article made up does not end the export."""
    mentions = [replace(m, as_of=as_of) if isinstance(m, Figure) else m for m in claims.mentions]
    for dispute in Dossier(replace(claims, mentions=mentions)).disputes():
        ElementTree.fromstring("\n".join(timeline(dispute, "d")))


def test_figures_without_dates_can_be_drawn(claims: ClaimSet) -> None:
    """Where no date is known, the values are drawn alone."""
    mentions = [replace(m, as_of=None) if isinstance(m, Figure) else m for m in claims.mentions]
    articles = [replace(a, published=None) for a in claims.articles]
    for dispute in Dossier(replace(claims, mentions=mentions, articles=articles)).disputes():
        drawing = "\n".join(timeline(dispute, "d"))
        assert 'class="when' not in drawing
        ElementTree.fromstring(drawing)


def test_markdown_marks_the_mention_and_the_difference(claims: ClaimSet) -> None:
    """The same is told without colours: marks around the mention, signs around words that differ."""
    text = text_of("markdown", claims)
    assert "> In de haven staan **\\[**1.350 containers**\\]** te wachten" in text
    assert "\\[-zonder werk-\\]" in text
    assert "| 2023-03 | de havenmeester | bijna 1.200 containers |" in text
