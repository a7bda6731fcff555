"""Exporters: one module an output format, each writes a claim set as text."""

from workbench.export.base import EXPORTERS, Exporter
from workbench.export.files import atomic_write

__all__ = ["EXPORTERS", "Exporter", "atomic_write"]
