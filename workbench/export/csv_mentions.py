"""CSV, one row a mention: every quote and figure with its article."""

from __future__ import annotations

import csv
from typing import TextIO

from workbench.export.base import Exporter
from workbench.export.escaping import cell
from workbench.export.sides import MENTION_COLUMNS, Sides
from workbench.model.claimset import ClaimSet


def write(claims: ClaimSet, stream: TextIO) -> None:
    """Write the mentions; cells that a spreadsheet would compute are guarded with an apostrophe."""
    sides = Sides(claims)
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(MENTION_COLUMNS)
    for mention in claims.mentions:
        rows.writerow([cell(value) for value in sides.cells(mention.id)])


EXPORTER = Exporter(
    name="csv_mentions",
    description="Quotes and figures for a spreadsheet, one a row.",
    suffix=".csv",
    lossless=False,
    write=write,
    loss="article texts, relations and decisions, annotations, attribution chains, the log",
)
