"""Commands of every screen, of lists, and of dialogs."""

from __future__ import annotations

from workbench.tui.commands.base import Command


class Help(Command):
    """Show the keys that hold on this screen now."""

    id, title, keys, bar = "app.help", "Keys", ("question_mark",), "keys"


class Palette(Command):
    """Find any command by its name."""

    id, title, keys, bar = "app.palette", "Command palette", ("colon", "ctrl+p"), "commands"


class Back(Command):
    """Go back one level; decisions are already saved."""

    id, title, keys, bar = "app.back", "Back", ("escape", "q"), "back"


class Quit(Command):
    """Leave the workbench; everything is already saved."""

    id, title, keys, bar = "app.quit", "Quit", ("q",), "quit"


class NextTab(Command):
    """Go to the next tab: inbox, relations, articles, speakers, search, log."""

    id, title, keys, bar = "tab.next", "Next tab", ("right_square_bracket", "tab"), "tab"


class PreviousTab(Command):
    """Go to the previous tab."""

    id, title, keys = "tab.previous", "Previous tab", ("left_square_bracket", "shift+tab")


class ShowRelations(Command):
    """Go to the list of all relations, whatever issue they belong to."""

    id, title, keys = "tab.relations", "Relations", ("f7", "R")


class ShowInbox(Command):
    """Go to the issues, most worth a look first."""

    id, title, keys = "tab.inbox", "Inbox", ("f2",)


class ShowArticles(Command):
    """Go to the list of articles."""

    id, title, keys = "tab.articles", "Articles", ("f3",)


class ShowSpeakers(Command):
    """Go to the list of speakers."""

    id, title, keys = "tab.speakers", "Speakers", ("f4",)


class ShowSearch(Command):
    """Go to the search over articles, mentions and notes."""

    id, title, keys = "tab.search", "Search", ("f5",)


class ShowLog(Command):
    """Go to the log of everything analysts did."""

    id, title, keys = "tab.log", "Log", ("f6", "at")


class Undo(Command):
    """Take the last decision, note or tag back and show its card again."""

    id, title, keys, bar, writes = "edit.undo", "Undo", ("z",), "undo", True


class Redo(Command):
    """Do again what was undone last."""

    id, title, keys, writes = "edit.redo", "Redo", ("Z",), True


class Theme(Command):
    """Switch between the dark, the light and the high-contrast colours."""

    id, title = "app.theme", "Next theme"


class Down(Command):
    """Go down one line."""

    id, title, keys = "move.down", "Down", ("j", "down")


class Up(Command):
    """Go up one line."""

    id, title, keys = "move.up", "Up", ("k", "up")


class PageDown(Command):
    """Go down one page."""

    id, title, keys = "move.page_down", "Page down", ("pagedown", "ctrl+d")


class PageUp(Command):
    """Go up one page."""

    id, title, keys = "move.page_up", "Page up", ("pageup", "ctrl+u")


class Top(Command):
    """Go to the first line."""

    id, title, keys = "move.top", "First", ("g", "home")


class Bottom(Command):
    """Go to the last line."""

    id, title, keys = "move.bottom", "Last", ("G", "end")


class Open(Command):
    """Open what the cursor is on."""

    id, title, keys, bar = "list.open", "Open", ("enter", "l"), "open"


class Confirm(Command):
    """Take the choice and close."""

    id, title, keys, bar = "dialog.confirm", "Confirm", ("enter",), "take"


class Toggle(Command):
    """Tick or untick the line the cursor is on."""

    id, title, keys, bar = "dialog.toggle", "Tick", ("space",), "tick"


class Cancel(Command):
    """Close without changing anything; typed text is kept until the next time."""

    id, title, keys, bar = "dialog.cancel", "Cancel", ("escape",), "cancel"
