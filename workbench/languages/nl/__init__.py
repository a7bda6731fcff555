"""Dutch."""

from workbench.languages.base import Language

LANGUAGE = Language(code="nl", name="Dutch")
