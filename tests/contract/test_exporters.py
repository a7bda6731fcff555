"""What every exporter promises, over every registered name."""

from __future__ import annotations

import csv
import io
import json
import re
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import html5lib
import pytest
from markdown_it import MarkdownIt

from workbench.export import EXPORTERS, Exporter
from workbench.export.jsonl import read_claimset
from workbench.model import Annotation, Article, Evidence, Level, Quote, Relation, Span, Speaker, mention_id
from workbench.model.claimset import ClaimSet, ReviewedRelation

ROOT = Path(__file__).resolve().parents[2]
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that steer a terminal or turn the order of words."""
PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</title></style></textarea><iframe src=//x.invalid>",
    "--><b>vet</b><!--",
    "&lt;b&gt; &#60;i&#62;",
    "javascript:alert(1)",
    "[klik](javascript:alert(1)) ![beeld](http://x.invalid/a.png)",
    "<http://x.invalid> https://x.invalid/a www.x.invalid a@x.invalid",
    "[ref]: http://x.invalid 'titel'",
    "*vet* _cursief_ ~~weg~~ `code` **b**",
    "# kop\n\n---\n\n> citaat\n\n- lijst\n\n1. een\n\n    code\n\n```\nblok\n```\n\n| a |\n|---|\n| b |",
    "kop\n===\n\nkop\n---",
    "=SUM(A1:A9)",
    "+31 6",
    "-1+1",
    "@naam",
    "\t=1+1",
    "  =1+1",
    "＝1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x.invalid","klik")',
    'een "aanhaling", een komma;\nen een regel',
    "\x1b]52;c;eA==\x07 \x1b[31m rood \x9b31m",
    "om\u202eekeerd\u202c \u2066apart\u2069 \u200f",
    "\u2028regel\u2029",
    "]]> {{7*7}} ${7*7} <%= 7*7 %>",
    "😀 e\u0301 \U000e0041",
    "\ue000spook\ue001",
    "\\",
    "|",
    "",
]
"""Text that is something else in one of the formats."""
LIVE = {
    "html_block", "html_inline", "link_open", "image", "code_inline", "code_block", "fence", "em_open", "s_open", "hr",
}  # fmt: skip
"""Markdown that we never write ourselves."""


@pytest.fixture(params=EXPORTERS.names())
def exporter(request: pytest.FixtureRequest) -> Exporter:
    """Every registered exporter."""
    return EXPORTERS.load(request.param)


@pytest.fixture(scope="module")
def claims() -> ClaimSet:
    """The fixture claim set."""
    with (ROOT / "data/fixtures/claims.jsonl").open("rb") as lines:
        return read_claimset(lines)


def written(exporter: Exporter, claims: ClaimSet) -> str:
    """What the exporter writes."""
    stream = io.StringIO(newline="")
    exporter.write(claims, stream)
    return stream.getvalue()


def hostile(payload: str) -> ClaimSet:
    """A claim set with the payload in every field that holds text from outside or from an analyst."""
    text = f"voor {payload} na\n{payload}"
    article = Article(
        name=payload, text=text, sha256=sha256(text.encode("utf-8", "replace")).hexdigest(), title=payload,
        outlet=payload, author=payload, url=payload, published=payload,
    )  # fmt: skip
    spans = Span(5, 5 + len(payload)), Span(len(text) - len(payload), len(text))
    quotes = tuple(
        Quote(
            id=mention_id(article.sha256, "quote", span), article=article.id, span=span, text=payload, kind="direct",
            sentence=Span(0, len(text)), speaker=payload or None, date=payload, source=span, source_text=payload,
        )
        for span in spans
    )  # fmt: skip
    evidence = Evidence(payload, (Level(payload, payload, 1.0, payload, payload),), reason=payload)
    relation = Relation(
        left=quotes[0].id, right=quotes[1].id, kind="variant", score=0.5, evidence=evidence, detector=payload
    )
    return ClaimSet(
        title=payload, filter=payload, generated=payload, generator=payload, articles=(article,),
        speakers=(Speaker(id="s1", name=payload, spellings=(payload,), role=payload),), mentions=quotes,
        relations=(
            ReviewedRelation(relation, "accepted", "variant", payload, payload, payload),
        ),
        annotations=tuple(
            Annotation(target=target, kind="note", value=payload, by=payload, at=payload, event="e1")
            for target in (relation.id, quotes[0].id, article.id, "s1")
        ),
    )  # fmt: skip


def test_its_name_is_its_module_and_it_says_what_it_is(exporter: Exporter) -> None:
    """The registry finds an exporter by module; its description is one line."""
    assert EXPORTERS.load(exporter.name) is exporter
    assert exporter.description.strip()
    assert "\n" not in exporter.description
    assert exporter.suffix.startswith(".")


def test_says_what_it_loses(exporter: Exporter) -> None:
    """A format either carries everything or names what it leaves out."""
    assert exporter.lossless is (exporter.loss == "")


def test_is_documented(exporter: Exporter) -> None:
    """The list of formats has every exporter with what it loses."""
    page = (ROOT / "docs/formats.md").read_text("utf-8")
    assert f"`{exporter.name}`" in page


def test_the_same_set_gives_the_same_bytes(exporter: Exporter, claims: ClaimSet) -> None:
    """No clock, no chance, no order of a set: an export can be compared with the last one."""
    assert written(exporter, claims) == written(exporter, claims)


def test_writes_utf8_lines_as_a_stream(exporter: Exporter, claims: ClaimSet) -> None:
    """Line feeds only, a line feed at the end, and many small writes, so that memory stays flat."""

    class Counting(io.StringIO):
        writes = 0

        def write(self, text: str) -> int:
            self.writes += 1
            assert len(text) < 20_000
            return super().write(text)

    stream = Counting(newline="")
    exporter.write(claims, stream)
    text = stream.getvalue()
    assert text.encode("utf-8")
    assert text.endswith("\n")
    assert "\r" not in text
    assert stream.writes >= len(claims.relations)


def test_an_empty_set_is_a_good_file(exporter: Exporter) -> None:
    """Nothing selected gives a file of the format without rows."""
    assert written(exporter, ClaimSet()).strip()


def test_every_relation_and_its_decision_is_there(exporter: Exporter, claims: ClaimSet) -> None:
    """Each format of relations has who decided and both mentions' words."""
    text = written(exporter, claims)
    if exporter.name == "csv_mentions":
        assert all(mention.id in text for mention in claims.mentions)
        return
    assert "different_scope" in text or "different scope" in text
    assert "stakers zijn niet alle mensen" in text
    assert "1.350 containers" in text.replace("\\", "")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_raw_reaches_a_terminal(exporter: Exporter, payload: str) -> None:
    """No control character and no bidi override of an article or a note is in the file as it is."""
    text = written(exporter, hostile(payload))
    assert not RAW.search(text)


class _Strict(HTMLParser):
    """Notes everything in a page that could act."""

    def __init__(self) -> None:
        super().__init__()
        self.live: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note elements that load or run something, handlers, inline styles and links that leave the page."""
        if tag in (
            "script",
            "img",
            "iframe",
            "object",
            "embed",
            "form",
            "link",
            "base",
            "b",
            "i",
            "input",
            "video",
        ):
            self.live.append(tag)
        for name, value in attrs:
            inward = tag == "a" and (value or "").startswith("#")
            if name.startswith("on") or name == "style" or (name in ("href", "src") and not inward):
                self.live.append(f"{tag} {name}={value}")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_html_is_strict_and_nothing_in_it_acts(payload: str) -> None:
    """The page passes a strict parser, has no script and no way out, and shows the words as words."""
    page = written(EXPORTERS.load("html"), hostile(payload))
    html5lib.HTMLParser(strict=True).parse(page)
    found = _Strict()
    found.feed(page)
    assert found.live == []
    assert page.count("<title>") == 1 + page.count("<svg")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markdown_has_no_markup_from_outside(payload: str) -> None:
    """A CommonMark parser with tables finds no tag, link, image, code or heading but ours."""
    text = written(EXPORTERS.load("markdown"), hostile(payload))
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    kinds = [t.type for token in tokens for t in (token, *(token.children or ()))]
    live = {
        "html_block",
        "html_inline",
        "link_open",
        "image",
        "code_inline",
        "code_block",
        "fence",
        "em_open",
        "s_open",
        "hr",
    }
    assert not live & set(kinds)
    quiet = (
        MarkdownIt("commonmark").enable("table").parse(written(EXPORTERS.load("markdown"), hostile("rustig")))
    )
    for kind in ("heading_open", "table_open", "bullet_list_open", "ordered_list_open", "th_open"):
        assert kinds.count(kind) == [token.type for token in quiet].count(kind), kind


@pytest.mark.parametrize("name", ["csv", "csv_mentions"])
@pytest.mark.parametrize("payload", PAYLOADS)
def test_csv_has_no_live_formula(name: str, payload: str) -> None:
    """No cell starts, after white space, with what a spreadsheet computes; every row has every column."""
    table = list(
        csv.reader(io.StringIO(written(EXPORTERS.load(name), hostile(payload)), newline=""), strict=True)
    )
    assert len({len(row) for row in table}) == 1
    for row in table[1:]:
        assert not [cell for cell in row if cell.lstrip()[:1] in tuple("=+-@＝＋－＠")]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_the_lossless_format_gives_hostile_text_back(payload: str) -> None:
    """Escaping for terminals loses nothing."""
    claims = hostile(payload)
    assert read_claimset(written(EXPORTERS.load("jsonl"), claims).splitlines(keepends=True)) == claims


def test_json_formats_are_json(claims: ClaimSet) -> None:
    """Each line of jsonl, and jsonld as a whole, parse; jsonld has one annotation for each thing in the set."""
    for line in written(EXPORTERS.load("jsonl"), claims).splitlines():
        assert json.loads(line)["type"]
    page = json.loads(written(EXPORTERS.load("jsonld"), claims))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert len(page["items"]) == len(claims.mentions) + len(claims.relations) + len(claims.annotations)
    assert len({item["id"] for item in page["items"]}) == len(page["items"])
