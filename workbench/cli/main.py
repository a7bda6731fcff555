"""The command line: a table of commands, loaded one at a time.

Results go to standard output, everything else to standard error. Exit codes: 0 done, 1 done with some inputs refused,
2 usage or nothing done. Importing this module imports click and nothing of ours but errors and text.
"""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

import click

from workbench.cli.output import complain
from workbench.errors import WorkbenchError

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("workbench.cli.demo:demo", "New workspace from the seed articles, then the review screen."),
    "import": (
        "workbench.cli.importing:import_",
        "Read files and folders into the workspace and compare them.",
    ),
    "extract": ("workbench.cli.extracting:extract", "Quotes and figures as JSON Lines, without a workspace."),
    "compare": (
        "workbench.cli.comparing:compare",
        "Suggested and decided relations, most worth a look first.",
    ),
    "review": ("workbench.cli.reviewing:review", "The review screen."),
    "list": ("workbench.cli.listing:list_", "Issues, mentions, relations, speakers or articles."),
    "show": ("workbench.cli.listing:show", "One issue, mention, relation, speaker or article in full."),
    "search": ("workbench.cli.listing:search", "Full-text search over articles, mentions and notes."),
    "check": ("workbench.cli.checking:check", "Every quote and figure of a draft against the workspace."),
    "decide": ("workbench.cli.deciding:decide", "Say what a relation is."),
    "annotate": (
        "workbench.cli.deciding:annotate",
        "Note, tag, flag or verdict on a mention, relation or article.",
    ),
    "undo": ("workbench.cli.deciding:undo", "Take the last action back."),
    "redo": ("workbench.cli.deciding:redo", "Do again what undo took back."),
    "forget": ("workbench.cli.deciding:forget", "Make the ranking forget what decisions taught it."),
    "log": ("workbench.cli.deciding:log", "What was decided, by whom and when."),
    "export": ("workbench.cli.exporting:export", "The annotated claim set in another format."),
    "set": ("workbench.cli.deciding:set_", "Name a selection of relations and mentions, for export."),
    "backup": ("workbench.cli.caring:backup", "A safe copy, also while others write."),
    "doctor": ("workbench.cli.caring:doctor", "Check the workspace: file, spans, hashes, decisions."),
}
"""Command name to its place and its line in ``--help``; the place is imported only when the command runs."""


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is called, not when help is printed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of the work, not of the alphabet."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name][0].partition(":")
        command = getattr(importlib.import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of commands, from the static lines."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  (the signature is click's)
        """Run; our errors become one line and an exit code."""
        try:
            return super().main(*args, **kwargs)
        except WorkbenchError as error:
            complain(str(error))
            sys.exit(error.exit_code)
        except BrokenPipeError:
            # The reader of our output went away (`| head`): not an error, but Python must not complain at exit either.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)


def _version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from workbench import __version__

        click.echo(f"workbench {__version__}")
        ctx.exit()


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version."
)
def cli() -> None:
    """Find, compare and review the quotes and figures of news articles. Works offline; nothing leaves the machine."""
