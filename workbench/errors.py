"""Errors that a person can act on.

::

    WorkbenchError              message, hint, exit code 2
    ├── ReadError               an input file cannot be used; the others go on
    ├── WorkspaceError          the workspace file cannot be used or written
    ├── NotFoundError           no mention, relation, article or plug-in of that name
    ├── UsageError              the words of a call do not fit together
    └── ExportError             an export cannot be written or read back

Every error is one line: what is wrong, where, and what to do.
"""

from __future__ import annotations


class WorkbenchError(Exception):
    """An error with its way out.

    Args:
        message: what is wrong and where, one line.
        hint: what to do about it, one line; may be empty.

    """

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        """What is wrong and where."""
        self.hint = hint
        """What to do about it; empty where the message says it all."""

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class ReadError(WorkbenchError):
    """An input file cannot be used."""

    exit_code = 1


class WorkspaceError(WorkbenchError):
    """The workspace file cannot be opened or written."""


class NotFoundError(WorkbenchError):
    """Nothing has that name or id."""


class UsageError(WorkbenchError):
    """The arguments of a call do not fit together."""


class ExportError(WorkbenchError):
    """An export cannot be written or read back."""
