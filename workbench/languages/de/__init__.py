"""German."""

from workbench.languages.base import Language

LANGUAGE = Language(code="de", name="German")
