"""Reading units: sentences, joined where a quote runs over their ends."""

from __future__ import annotations

from workbench.extract.quotation.lexicon import lexicon_for
from workbench.extract.quotation.marks import find_stretches
from workbench.extract.quotation.units import Unit, Units, unit_rows
from workbench.model import Article, Span
from workbench.segment import segment

TEXT = "Hij kwam laat. ‘Het regende. Het waaide’, zei hij. Toen ging hij weg."


def test_a_quote_holds_its_sentences_together() -> None:
    """The two sentences in marks and what follows them are one unit."""
    block = segment(Article(name="x", text=TEXT, sha256="0"), "nl").blocks[0]
    stretches = find_stretches(TEXT, 0, len(TEXT), frozenset())
    rows = list(unit_rows(TEXT, block.sentences, stretches, len(TEXT), lexicon_for("nl")))
    assert [TEXT[start:end] for start, end, _ in rows] == [
        "Hij kwam laat.",
        "‘Het regende. Het waaide’, zei hij.",
        "Toen ging hij weg.",
    ]
    assert [len(own) for _, _, own in rows] == [0, 1, 0]


def test_units_are_made_once_and_kept() -> None:
    """Asking twice gives the same unit, and one that was made elsewhere is the one that is given."""
    blocks = segment(Article(name="x", text=TEXT, sha256="0"), "nl").blocks
    units = Units(blocks)
    assert units.add(0, 14, 0) == 0
    made = Unit(Span(15, 50), blocks[0], 1)
    units.keep(made, 0)
    assert units[0] is units[0]
    assert units[-1] is made
    assert [unit.span for unit in units] == [Span(0, 14), Span(15, 50)]
    assert units[0].block == units[1].block
