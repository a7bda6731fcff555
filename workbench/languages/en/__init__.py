"""English."""

from workbench.languages.base import Language

LANGUAGE = Language(code="en", name="English")
