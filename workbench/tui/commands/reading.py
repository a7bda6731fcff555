"""Commands that show, find and filter."""

from __future__ import annotations

from workbench.tui.commands.base import Command


class CycleStates(Command):
    """Show open, flagged, skipped, decided or all relations, one after the other."""

    id, title, keys, bar = "filter.states", "Filter by state", ("s",), "state"


class FilterKinds(Command):
    """Choose which kinds of relation are listed."""

    id, title, keys, bar = "filter.kinds", "Filter by kind", ("F",), "kinds"


class FilterText(Command):
    """List only what has these words; empty lists all again."""

    id, title, keys, bar = "filter.text", "Filter by text", ("slash",), "filter"


class ClearFilter(Command):
    """List everything again: no state, kind, speaker or words asked for but the usual ones."""

    id, title, keys = "filter.clear", "Clear filter", ("escape",)


class ExportClaims(Command):
    """Write everything, or what is listed, to a file in another format; no file is overwritten."""

    id, title, keys, bar = "claims.export", "Export", ("e",), "export"


class Find(Command):
    """Go to the search field."""

    id, title, keys, bar = "search.edit", "Search", ("slash",), "search"


class NextCard(Command):
    """Show the next card without deciding this one."""

    id, title, keys = "card.next", "Next card", ("n", "right")


class PreviousCard(Command):
    """Show the previous card."""

    id, title, keys = "card.previous", "Previous card", ("N", "left")


class NextConflict(Command):
    """Show the next conflict."""

    id, title, keys = "card.next_conflict", "Next conflict", ("right_square_bracket",)


class PreviousConflict(Command):
    """Show the previous conflict."""

    id, title, keys = "card.previous_conflict", "Previous conflict", ("left_square_bracket",)


class OpenLeft(Command):
    """Open the article of passage A at the passage."""

    id, title, keys, bar = "card.open_left", "Open article A", ("o",), "article"


class OpenRight(Command):
    """Open the article of passage B at the passage."""

    id, title, keys = "card.open_right", "Open article B", ("O",)


class ToggleDiff(Command):
    """Show or hide the word differences."""

    id, title, keys, bar = "card.diff", "Word differences", ("d",), "diff"


class MoreContext(Command):
    """Show more of the text around the passages."""

    id, title, keys = "card.more_context", "More context", ("right_curly_bracket",)


class LessContext(Command):
    """Show less of the text around the passages."""

    id, title, keys = "card.less_context", "Less context", ("left_curly_bracket",)


class TimeLine(Command):
    """Show every value of the disputed figure over time."""

    id, title, keys, bar = "card.time_line", "Time-line", ("T",), "time-line"


class CopyCitation(Command):
    """Copy the passages with article, place and hash to the clipboard."""

    id, title, keys = "card.copy", "Copy citation", ("y",)


class Compare(Command):
    """Compare the two passages side by side."""

    id, title, keys, bar = "list.compare", "Compare", ("c", "enter", "l"), "compare"


class OpenIssue(Command):
    """Open the issue: its mentions side by side, and its relations to decide one after another."""

    id, title, keys, bar = "issue.open", "Open issue", ("enter", "l", "c"), "open"


class OpenArticle(Command):
    """Open the article at the mention."""

    id, title, keys, bar = "list.article", "Open article", ("o",), "article"


class NextMention(Command):
    """Go to the next mention."""

    id, title, keys, bar = "mention.next", "Next mention", ("n", "tab"), "next"


class PreviousMention(Command):
    """Go to the previous mention."""

    id, title, keys = "mention.previous", "Previous mention", ("N", "shift+tab")


class Relations(Command):
    """Compare the mention with the first of its relations."""

    id, title, keys, bar = "mention.relations", "Relations of the mention", ("c", "enter"), "relations"


class Relate(Command):
    """Mark the mention; on a second mention, in any article: say how the two stand to each other."""

    id, title, keys, bar, writes = "mention.relate", "Relate", ("r",), "relate", True


class MarkRow(Command):
    """Mark or unmark the row; accept and reject then go to all marked rows, as one step."""

    id, title, keys, writes = "list.mark", "Mark", ("v",), True


class MergeSpeakers(Command):
    """Mark the speaker; on a second speaker: say that the two are one."""

    id, title, keys, bar, writes = "speaker.merge", "Merge speakers", ("m",), "merge", True


class SplitSpeaker(Command):
    """Take a merged speaker apart again."""

    id, title, keys, writes = "speaker.split", "Split speaker", ("S",), True


class SpeakerMentions(Command):
    """List the relations in which the speaker takes part."""

    id, title, keys, bar = "speaker.relations", "Relations of the speaker", ("enter", "l"), "relations"


class OpenTarget(Command):
    """Open what the entry is about."""

    id, title, keys, bar = "log.open", "Open", ("enter", "l"), "open"
