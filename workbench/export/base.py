"""What an exporter is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TextIO

from workbench.model.claimset import ClaimSet
from workbench.registry import Registry


@dataclass(frozen=True)
class Exporter:
    """One output format."""

    name: str
    """Name of the format, also of the module."""
    description: str
    """One line: what the file is for."""
    suffix: str
    """Ending of the file name, with the dot."""
    lossless: bool
    """Whether the claim set can be read back equal."""
    write: Callable[[ClaimSet, TextIO], None]
    """Writes the set as a stream; the same set gives the same bytes."""
    loss: str = ""
    """In words: what of the set the format does not carry."""


EXPORTERS: Registry[Exporter] = Registry(
    "workbench.export",
    "EXPORTER",
    Exporter,
    reserved=(
        "base",
        "charts",
        "check_page",
        "dossier",
        "escaping",
        "files",
        "figures",
        "page",
        "rows",
        "sides",
        "style",
    ),
)
"""Every output format by name."""
