"""Finders of quotes and figures, and the pipeline that runs them."""

from workbench.extract.pipeline import extract

__all__ = ["extract"]
