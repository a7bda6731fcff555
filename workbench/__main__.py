"""``python -m workbench``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; the version is answered before anything else is imported."""
    if sys.argv[1:] == ["--version"]:
        from workbench import __version__

        sys.stdout.write(f"workbench {__version__}\n")
        return
    from workbench.cli.main import cli

    cli()


if __name__ == "__main__":
    main()
