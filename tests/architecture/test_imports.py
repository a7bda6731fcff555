"""What may be imported when: the promise behind the start-up time."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ["textual", "rich", "sqlite_utils", "rapidfuzz", "pydantic", "trafilatura", "numpy"]


def loaded_after(code: str) -> set[str]:
    """Top-level modules in ``sys.modules`` after running ``code`` in a new interpreter."""
    script = f"import sys\n{code}\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


def test_version_imports_nothing_heavy() -> None:
    """``workbench --version`` answers before click or anything of ours is loaded."""
    loaded = loaded_after(
        "sys.argv = ['workbench', '--version']\nfrom workbench.__main__ import main\nmain()"
    )
    assert not loaded & {*HEAVY, "click"}


def test_help_imports_nothing_heavy() -> None:
    """The list of commands is printed without loading one of them."""
    code = "from workbench.cli.main import cli\ntry:\n    cli(['--help'])\nexcept SystemExit:\n    pass"
    assert not loaded_after(code) & set(HEAVY)


@pytest.mark.parametrize(
    "command",
    [
        "importing",
        "comparing",
        "listing",
        "deciding",
        "exporting",
        "caring",
        "reviewing",
        "demo",
        "extracting",
    ],
)
def test_command_modules_are_light(command: str) -> None:
    """Loading a command's module, as its ``--help`` does, loads no library but click."""
    assert not loaded_after(f"import workbench.cli.{command}") & set(HEAVY)


def test_core_opens_no_socket() -> None:
    """Nothing of the pipeline loads a network client by being imported."""
    loaded = loaded_after("import workbench.workflows.extracting, workbench.compare, workbench.export")
    assert not loaded & {"requests", "urllib3", "httpx", "http.client"}
