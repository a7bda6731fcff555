"""What a language is: a folder of tables, read once, checked against a schema.

A language is the folder ``languages/xx/``: ``__init__.py`` with ``LANGUAGE``, and TOML tables. Each table has a
pydantic model under ``languages/schema/``; a misspelt key or a wrong type is an error with the file's name. A table a
language lacks is None: finders that need it find nothing, and never fall back to another language.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from workbench.registry import Registry


class Table(BaseModel):
    """Base of every table: frozen, and no key that the schema does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


TableT = TypeVar("TableT", bound=Table)


@dataclass(frozen=True)
class Language:
    """A language pack."""

    code: str
    """ISO 639-1."""
    name: str
    """Name in English."""
    package: str = field(default="")
    """Dotted name of the folder; filled in from the code where empty."""

    def table(self, stem: str, model: type[TableT]) -> TableT | None:
        """The table ``<stem>.toml`` checked against ``model``; None where the language has no such file.

        Raises:
            ValueError: the file does not fit the schema; names the file and the key.

        """
        return _table(self.package or f"workbench.languages.{self.code}", stem, model)


@cache
def _table(package: str, stem: str, model: type[TableT]) -> TableT | None:
    path = files(package).joinpath(f"{stem}.toml")
    if not path.is_file():
        return None
    try:
        return model.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (ValidationError, tomllib.TOMLDecodeError) as error:
        raise ValueError(f"{package.replace('.', '/')}/{stem}.toml: {error}") from error


LANGUAGES: Registry[Language] = Registry(
    "workbench.languages", "LANGUAGE", Language, reserved=("base", "schema", "world")
)
"""Every language pack, by code."""
