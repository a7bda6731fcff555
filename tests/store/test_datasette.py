"""People open the file in Datasette: its tables, facets, labels and search work there."""

from __future__ import annotations

from pathlib import Path

import pytest
from datasette.app import Datasette
from datasette.utils import detect_fts
from made_up import Story

from workbench.store import schema

pytestmark = pytest.mark.filterwarnings("default")  # Datasette's own deprecations are not ours


@pytest.mark.parametrize(("index", "table"), [(name, table) for name, (table, _) in schema.SEARCHED.items()])
def test_search_tables_are_recognised(story: Story, index: str, table: str) -> None:
    """Datasette finds the full-text table of each table; otherwise its search silently returns every row."""
    assert detect_fts(story.ws.connection.raw, table) == index


async def test_tables_and_views_are_served(path: Path, story: Story) -> None:
    """Every table and view answers with rows."""
    story.ws.close()
    datasette = Datasette([str(path)], immutables=[])
    for name in (*schema.TABLES, *schema.VIEWS):
        response = await datasette.client.get(f"/case/{name}.json?_shape=array&_labels=on")
        assert response.status_code == 200, name
    found = (await datasette.client.get("/case/mentions.json?_facet=kind&_size=0")).json()
    facets = found["facet_results"]["kind"]["results"]
    assert {facet["value"]: facet["count"] for facet in facets} == {"figure": 8, "quote": 4}


@pytest.mark.parametrize(
    ("table", "words", "rows"),
    [
        ("articles", "zurich", 4),
        ("mentions", "300", 1),
        ("speakers", "verhoeven", 1),
        ("articles", "nergens", 0),
    ],
)
async def test_search_finds_the_right_rows(
    path: Path, story: Story, table: str, words: str, rows: int
) -> None:
    """``_search`` gives the rows that hold the words, and no others."""
    story.ws.close()
    response = await Datasette([str(path)]).client.get(f"/case/{table}.json?_search={words}&_shape=array")
    assert response.status_code == 200
    assert len(response.json()) == rows


async def test_views_read_like_lists(path: Path, story: Story) -> None:
    """The list of relations shows both texts and why, best first."""
    story.ws.close()
    response = await Datasette([str(path)]).client.get("/case/relation_list.json?_shape=array")
    rows = response.json()
    assert [row["kind"] for row in rows] == ["updates", "contradicts", "refines", "denies"]
    assert rows[0]["left_text"] == "100 betogers"
    assert rows[0]["why"] == "apart by 50"
