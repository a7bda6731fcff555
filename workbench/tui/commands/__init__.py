"""Every command of the review app, and which of them hold on which screen.

Order in a set is the order in the key bar and the help.
"""

from __future__ import annotations

from workbench.tui.commands.base import Command, bindings, key_name
from workbench.tui.commands.everywhere import (
    Back,
    Bottom,
    Cancel,
    Confirm,
    Down,
    Help,
    NextTab,
    Open,
    PageDown,
    PageUp,
    Palette,
    PreviousTab,
    Quit,
    Redo,
    ShowArticles,
    ShowInbox,
    ShowLog,
    ShowRelations,
    ShowSearch,
    ShowSpeakers,
    Theme,
    Toggle,
    Top,
    Undo,
    Up,
)
from workbench.tui.commands.reading import (
    ClearFilter,
    Compare,
    CopyCitation,
    CycleStates,
    ExportClaims,
    FilterKinds,
    FilterText,
    Find,
    LessContext,
    MarkRow,
    MergeSpeakers,
    MoreContext,
    NextCard,
    NextConflict,
    NextMention,
    OpenArticle,
    OpenIssue,
    OpenLeft,
    OpenRight,
    OpenTarget,
    PreviousCard,
    PreviousConflict,
    PreviousMention,
    Relate,
    Relations,
    SpeakerMentions,
    SplitSpeaker,
    TimeLine,
    ToggleDiff,
)
from workbench.tui.commands.review import (
    KINDS,
    Accept,
    AcceptIssue,
    AddNote,
    AddTag,
    ChooseKind,
    Flag,
    Pin,
    Reject,
    RejectIssue,
    SetVerdict,
    Skip,
    SkipIssue,
    UndoShow,
)

CommandSet = tuple[type[Command], ...]

MOVING: CommandSet = (Down, Up, PageDown, PageUp, Top, Bottom)
"""In every list and text."""
ELSEWHERE: CommandSet = (
    Redo,
    ShowInbox,
    ShowRelations,
    ShowArticles,
    ShowSpeakers,
    ShowSearch,
    ShowLog,
    Theme,
    Palette,
    Help,
)
"""On every screen but dialogs, behind what matters more there."""
EVERYWHERE: CommandSet = (Undo, *ELSEWHERE)
"""On every screen but dialogs."""
TAB: CommandSet = (NextTab, PreviousTab, Quit)
"""On the top screens."""

INBOX: CommandSet = (
    OpenIssue, AcceptIssue, RejectIssue, CycleStates, Undo, FilterKinds, FilterText, ClearFilter, SkipIssue,
    AddNote, AddTag, ExportClaims, UndoShow, *MOVING, *TAB, *ELSEWHERE,
)  # fmt: skip
"""The list of issues."""
ISSUE: CommandSet = (
    Compare, Accept, Reject, Skip, Flag, AcceptIssue, RejectIssue, Undo, TimeLine, CycleStates, FilterKinds,
    FilterText, SkipIssue, AddNote, AddTag, MarkRow, ExportClaims, UndoShow, *MOVING, Back, *ELSEWHERE,
)  # fmt: skip
"""One issue: its mentions and relations."""
RELATIONS: CommandSet = (
    Compare, Accept, Reject, Skip, Flag, CycleStates, Undo, FilterKinds, FilterText, ClearFilter, AddNote, AddTag,
    MarkRow, ExportClaims, UndoShow, *MOVING, *TAB, *ELSEWHERE,
)  # fmt: skip
"""All suggestions."""
COMPARE: CommandSet = (
    Accept, Reject, Skip, Flag, AddNote, ToggleDiff, TimeLine, Undo, OpenLeft, OpenRight, *KINDS, AddTag, Pin,
    NextCard, PreviousCard, NextConflict, PreviousConflict, MoreContext, LessContext, CopyCitation, UndoShow,
    *MOVING, Back, *ELSEWHERE,
)  # fmt: skip
"""Two passages side by side."""
ARTICLES: CommandSet = (Open, FilterText, ClearFilter, AddNote, AddTag, *MOVING, *TAB, *EVERYWHERE)
"""The list of articles."""
ARTICLE: CommandSet = (
    NextMention, PreviousMention, Relations, Relate, AddNote, AddTag, Flag, SetVerdict, Pin, TimeLine, CopyCitation,
    *MOVING, Back, *EVERYWHERE,
)  # fmt: skip
"""One article with its mentions."""
SPEAKERS: CommandSet = (
    SpeakerMentions,
    MergeSpeakers,
    SplitSpeaker,
    FilterText,
    ClearFilter,
    AddNote,
    AddTag,
    *MOVING,
    *TAB,
    *EVERYWHERE,
)
"""The list of speakers."""
SEARCH: CommandSet = (Find, Open, *MOVING, *TAB, *EVERYWHERE)
"""Search over everything."""
LOG: CommandSet = (OpenTarget, *MOVING, *TAB, *EVERYWHERE)
"""What analysts did."""
TIMELINE: CommandSet = (Open, *MOVING, Back, *EVERYWHERE)
"""Every value of a figure over time."""
HELP: CommandSet = (Open, *MOVING, Back)
"""The keys."""
CHOICE: CommandSet = (Confirm, Toggle, *MOVING, Cancel)
"""Choosing from a list."""
PROMPT: CommandSet = (Confirm, Cancel)
"""Typing a line."""

SCREENS: dict[str, CommandSet] = {
    "Inbox": INBOX, "Issue": ISSUE, "Relations": RELATIONS, "Compare": COMPARE, "Articles": ARTICLES,
    "Article": ARTICLE, "Speakers": SPEAKERS, "Search": SEARCH, "Log": LOG, "Time-line": TIMELINE, "Keys": HELP,
    "Choice": CHOICE, "Line of text": PROMPT,
}  # fmt: skip
"""The commands of each screen by its name; keymaps are checked against it and docs/keys.md is made from it."""
COMMANDS: dict[str, type[Command]] = {
    command.id: command for commands in SCREENS.values() for command in commands
}
"""Every command by id."""

__all__ = [
    "ARTICLE", "ARTICLES", "CHOICE", "COMMANDS", "COMPARE", "EVERYWHERE", "HELP", "INBOX", "ISSUE", "KINDS",
    "LOG", "MOVING", "PROMPT", "RELATIONS", "SCREENS", "SEARCH", "SPEAKERS", "TAB", "TIMELINE", "Accept",
    "AcceptIssue", "AddNote", "AddTag", "Back", "Bottom", "Cancel", "ChooseKind", "ClearFilter", "Command",
    "CommandSet", "Compare", "Confirm", "CopyCitation", "CycleStates", "Down", "ExportClaims", "FilterKinds",
    "FilterText", "Find", "Flag", "Help", "LessContext", "MarkRow", "MergeSpeakers", "MoreContext", "NextCard",
    "NextConflict", "NextMention", "NextTab", "Open", "OpenArticle", "OpenIssue", "OpenLeft", "OpenRight",
    "OpenTarget", "PageDown", "PageUp", "Palette", "Pin", "PreviousCard", "PreviousConflict", "PreviousMention",
    "PreviousTab", "Quit", "Redo", "Reject", "RejectIssue", "Relate", "Relations", "SetVerdict", "ShowArticles",
    "ShowInbox", "ShowLog", "ShowRelations", "ShowSearch", "ShowSpeakers", "Skip", "SkipIssue",
    "SpeakerMentions", "SplitSpeaker", "Theme", "TimeLine", "Toggle", "ToggleDiff", "Top", "Undo", "UndoShow",
    "Up", "bindings", "key_name",
]  # fmt: skip
