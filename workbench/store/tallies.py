"""Counts for status lines, and the named claim sets."""

from __future__ import annotations

from workbench.model import GROUPS
from workbench.store.codec import loads
from workbench.store.connection import Connection
from workbench.store.rows import SavedSet

OPEN_STATES = ("suggested", "flagged")
"""States that still ask for a decision."""


def counts(db: Connection) -> dict[str, int]:
    """How many articles, mentions, speakers, relations by state, conflicts, annotations and events there are.

    ``open`` are suggestions nobody decided (flagged ones too), ``decided`` those accepted, changed or rejected;
    ``conflicts`` are relations whose present kind is a conflict, ``open_conflicts`` those of them that are open.
    """
    with db.reading():
        articles, quotes, figures = db.rows(
            "SELECT count(*), coalesce(sum(quotes), 0), coalesce(sum(figures), 0) FROM articles"
        )[0]
        by_state = db.rows("SELECT state, present_kind, count(*) FROM relations GROUP BY 1, 2")
        found = {
            "articles": articles,
            "quotes": quotes,
            "figures": figures,
            "mentions": quotes + figures,
            "speakers": db.rows(
                "SELECT count(*) FROM speakers WHERE id NOT IN (SELECT speaker FROM speaker_merges)"
            )[0][0],
            "uncompared": db.rows(
                "SELECT count(*) FROM articles WHERE pk NOT IN (SELECT article FROM compared)"
            )[0][0],
            "annotations": db.rows("SELECT count(*) FROM annotations")[0][0],
            "events": db.rows("SELECT coalesce(max(seq), 0) FROM events")[0][0],
        }
    found["relations"] = sum(n for _, _, n in by_state)
    for state in ("suggested", "flagged", "skipped", "accepted", "changed", "rejected"):
        found[state] = sum(n for s, _, n in by_state if s == state)
    found["open"] = found["suggested"] + found["flagged"]
    found["decided"] = found["accepted"] + found["changed"] + found["rejected"]
    conflicts = [(s, n) for s, kind, n in by_state if GROUPS[kind] == "conflict"]
    found["conflicts"] = sum(n for _, n in conflicts)
    found["open_conflicts"] = sum(n for s, n in conflicts if s in OPEN_STATES)
    return found


def saved_sets(db: Connection) -> list[SavedSet]:
    """Named claim sets by name."""
    return [
        SavedSet(name=name, filter=loads(chosen), picked=tuple(loads(picked)), by=by, at=at)
        for name, chosen, picked, by, at in db.rows(
            "SELECT name, filter, picked, analyst, at FROM sets ORDER BY name"
        )
    ]
