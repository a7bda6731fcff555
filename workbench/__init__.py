"""Claim and quote verification workbench."""

__version__ = "0.1.0"
