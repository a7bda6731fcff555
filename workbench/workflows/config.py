"""Settings: the file, then the environment, then the options of a call."""

from __future__ import annotations

import getpass
import os
import tomllib
from pathlib import Path

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from workbench.errors import UsageError


class Settings(BaseModel):
    """What ``config.toml`` may hold; every key is optional."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    analyst: str = Field(default="", max_length=80)
    """Name written beside every decision; the login name where empty."""
    theme: str = ""
    """Theme of the review screen; Textual's default dark theme where empty."""
    similarity: bool = True
    """Whether quotes are also compared by meaning, where the extra ``embed`` is installed."""
    keys: dict[str, str] = Field(default_factory=dict)
    """Keys of the review screen: command id to a comma-separated list of keys."""


def config_path() -> Path:
    """Where the settings are: ``$WORKBENCH_CONFIG`` or ``config.toml`` in the user's configuration folder."""
    given = os.environ.get("WORKBENCH_CONFIG")
    return Path(given) if given else Path(platformdirs.user_config_dir("claim-workbench")) / "config.toml"


def load_settings() -> Settings:
    """The settings in force.

    Raises:
        UsageError: the file is no TOML, or holds a key or value that is not known.

    """
    path = config_path()
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        settings = Settings.model_validate(values)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not valid TOML: {error}", "mend or remove the file") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"{path}: {place}: {first['msg']}", "mend or remove the key") from error
    analyst = os.environ.get("WORKBENCH_ANALYST") or settings.analyst or _login_name()
    similarity = settings.similarity and os.environ.get("WORKBENCH_SIMILARITY") != "off"
    return settings.model_copy(update={"analyst": analyst, "similarity": similarity})


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        # No entry for the user id, as in a bare container.
        return "analyst"
