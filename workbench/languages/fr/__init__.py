"""French."""

from workbench.languages.base import Language

LANGUAGE = Language(code="fr", name="French")
