"""The guide to writing a language documents every table and key; run this file to write its reference anew."""

from __future__ import annotations

import ast
import inspect
import re
import sys
import typing
from collections.abc import Iterator
from pathlib import Path

from workbench.languages.base import LANGUAGES, Table
from workbench.languages.schema import attribution as a
from workbench.languages.schema import (
    attribution_examples,
    calendar,
    concepts,
    examples_comparison,
    figure_examples,
    names,
    nouns,
    numbers,
    segmentation,
    speakers,
    units,
)
from workbench.languages.schema import comparison as c

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "writing-a-language.md"
BEGIN, END = "<!-- reference: begin -->", "<!-- reference: end -->"
FIGURES = figure_examples.FigureExamples
TABLES: dict[str, type[Table]] = {
    "segmentation": segmentation.Segmentation,
    "examples_segmentation": segmentation.SegmentationExamples,
    "speakers": speakers.SpeakerWords,
    "examples_speakers": speakers.SpeakersExamples,
    "first_names": speakers.FirstNames,
    "attribution": a.Attribution,
    "examples_attribution": attribution_examples.AttributionExamples,
    "numbers": numbers.NumbersTable,
    "units": units.UnitsTable,
    "calendar": calendar.CalendarTable,
    "nouns": nouns.NounsTable,
    "examples_numbers": FIGURES,
    "concepts": concepts.ConceptsTable,
    "examples_concepts": examples_comparison.ConceptExamples,
    "comparison": c.ComparisonTable,
    "examples_comparison": examples_comparison.MarkExamples,
    "names": names.NamesTable,
}
SAME = {f"examples_{stem}": "examples_numbers" for stem in ("units", "calendar", "nouns")}
KINDS = {"str": "text", "bool": "true or false", "int": "number", "str | None": "text", "float": "number"}


def keys(model: type[Table], before: str = "") -> Iterator[tuple[str, str, str]]:
    """Every key below a model: its path, what it holds and what it means."""
    body = ast.parse(inspect.getsource(model)).body[0]
    assert isinstance(body, ast.ClassDef)
    hints = typing.get_type_hints(model)
    for field, said in zip(body.body, [*body.body[1:], None], strict=True):
        if not isinstance(field, ast.AnnAssign) or not isinstance(field.target, ast.Name):
            continue
        name = field.target.id
        meant = (
            said.value.value if isinstance(said, ast.Expr) and isinstance(said.value, ast.Constant) else ""
        )
        kind = ast.unparse(field.annotation)
        inner = next(_models(hints[name]), None)
        path = (
            before
            + name
            + ("[]" if kind.startswith("tuple") and inner else ".*" if inner and "dict" in kind else "")
        )
        yield (
            path,
            "" if inner else _kind(kind, hints[name]) + ("" if field.value else ", required"),
            " ".join(str(meant).split()),
        )
        if inner:
            yield from keys(inner, f"{path}.")


def _models(hint: object) -> Iterator[type[Table]]:
    if isinstance(hint, type) and issubclass(hint, Table):
        yield hint
    for part in typing.get_args(hint):
        yield from _models(part)


def _kind(annotation: str, hint: object) -> str:
    if typing.get_origin(hint) is typing.Literal:
        return " or ".join(f"`{choice}`" for choice in typing.get_args(hint))
    if annotation.startswith("tuple"):
        return (
            "list of pairs"
            if "str, str" in annotation
            else "list of numbers"
            if "int" in annotation
            else "list of texts"
        )
    if annotation.startswith("dict"):
        held = (
            "list of texts" if "tuple" in annotation else "number" if annotation.endswith("int]") else "text"
        )
        return f"key = {held}"
    return KINDS.get(annotation, annotation.replace("|", "or"))


def reference() -> str:
    """The reference part of the guide, out of the schemas."""
    lines = []
    for stem, model in TABLES.items():
        own = [f"`{stem}.toml`", *(f"`{other}.toml`" for other, same in SAME.items() if same == stem)]
        lines += [f"### {', '.join(own)}", "", " ".join((model.__doc__ or "").split()), ""]
        lines += ["| key | holds | meaning |", "| --- | --- | --- |"]
        lines += [f"| `{path}` | {kind} | {meant} |" for path, kind, meant in keys(model)]
        lines += [""]
    return "\n".join(lines)


def test_the_reference_is_that_of_the_schemas() -> None:
    """Tables and keys of the guide are those of the schemas, with their meaning; run this file to mend it."""
    text = GUIDE.read_text(encoding="utf-8")
    assert text[text.index(BEGIN) + len(BEGIN) : text.index(END)].strip() == reference().strip()


def test_every_key_says_what_it_means() -> None:
    """No key of a schema is without its sentence."""
    assert not [(stem, path) for stem, model in TABLES.items() for path, _, meant in keys(model) if not meant]


def test_every_file_of_a_language_is_a_documented_table() -> None:
    """A language folder holds nothing that the guide does not name."""
    for code in LANGUAGES.names():
        stems = {path.stem for path in (ROOT / "workbench" / "languages" / code).glob("*.toml")}
        assert stems <= set(TABLES) | set(SAME), code


def test_commands_and_folders_of_the_guide_exist() -> None:
    """Paths named in the guide are there."""
    named = re.findall(r"`((?:tests|workbench|docs)/[\w/.-]+)`", GUIDE.read_text(encoding="utf-8"))
    assert named
    assert not [path for path in named if "xx" not in path and not (ROOT / path).exists()]


if __name__ == "__main__":
    guide = GUIDE.read_text(encoding="utf-8")
    GUIDE.write_text(
        guide[: guide.index(BEGIN) + len(BEGIN)] + f"\n\n{reference()}\n" + guide[guide.index(END) :], "utf-8"
    )
    sys.exit(0)
