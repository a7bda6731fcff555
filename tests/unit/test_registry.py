"""Plug-ins by name."""

from __future__ import annotations

import pytest

from workbench.errors import NotFoundError
from workbench.languages.base import LANGUAGES, Language


def test_names_are_the_modules_of_the_folder() -> None:
    """Every language folder is listed, helper modules are not."""
    assert {"nl", "en"} <= set(LANGUAGES.names())
    assert not {"base", "schema", "world"} & set(LANGUAGES.names())


def test_loading_checks_the_type_and_the_name() -> None:
    """A known name gives the plug-in, an unknown one an error that lists the known."""
    assert isinstance(LANGUAGES.load("nl"), Language)
    with pytest.raises(NotFoundError, match=r"xx.*there are: .*nl"):
        LANGUAGES.load("xx")


def test_a_language_is_called_by_its_folder() -> None:
    """Code and folder name agree, so that a name found in a text finds its pack."""
    assert all(LANGUAGES.load(name).code == name for name in LANGUAGES.names())
