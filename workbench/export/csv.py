"""CSV, one row a relation with both its mentions."""

from __future__ import annotations

import csv
from typing import TextIO

from workbench.export.base import Exporter
from workbench.export.escaping import cell
from workbench.export.sides import MENTION_COLUMNS, Sides
from workbench.model import GROUPS
from workbench.model.claimset import ClaimSet, ReviewedRelation

_RELATION_COLUMNS = (
    "id", "kind", "group", "state", "suggested", "score", "reason", "by", "at", "note", "summary", "detector",
)  # fmt: skip
COLUMNS = (
    *_RELATION_COLUMNS,
    *(f"left_{column}" for column in MENTION_COLUMNS),
    *(f"right_{column}" for column in MENTION_COLUMNS),
)
"""Names in the first row."""


def write(claims: ClaimSet, stream: TextIO) -> None:
    """Write the relations; cells that a spreadsheet would compute are guarded with an apostrophe."""
    sides = Sides(claims)
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(COLUMNS)
    for reviewed in claims.relations:
        left, right = sides.cells(reviewed.relation.left), sides.cells(reviewed.relation.right)
        rows.writerow([cell(value) for value in (*_relation(reviewed), *left, *right)])


def _relation(reviewed: ReviewedRelation) -> tuple[object, ...]:
    relation = reviewed.relation
    return (
        relation.id, reviewed.kind, GROUPS[reviewed.kind], reviewed.state, relation.kind, round(relation.score, 3),
        relation.evidence.reason, reviewed.by, reviewed.at, reviewed.note, relation.evidence.summary,
        relation.detector,
    )  # fmt: skip


EXPORTER = Exporter(
    name="csv",
    description="Relations for a spreadsheet, both mentions in the row.",
    suffix=".csv",
    lossless=False,
    write=write,
    loss="article texts, mentions without a relation, comparison levels, tags and notes on mentions, the log",
)
