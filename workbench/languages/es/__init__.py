"""Spanish."""

from workbench.languages.base import Language

LANGUAGE = Language(code="es", name="Spanish")
