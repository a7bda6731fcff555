"""What every language shares: signs, countries, organisations, how names are written in other alphabets' letters."""

from workbench.languages.base import Language

WORLD = Language(code="world", name="World")
"""Read like a language: tables by name."""
