"""Who is quoted: names, spellings, counts; merging and splitting."""

from __future__ import annotations

from workbench.store.rows import SpeakerRow
from workbench.tui import commands
from workbench.tui.display import Line
from workbench.tui.paging import Pages
from workbench.tui.presenters.lists import speaker_header, speaker_row
from workbench.tui.screens.listing import ListScreen


class SpeakersScreen(ListScreen[SpeakerRow]):
    """One row a speaker, most quoted first."""

    COMMAND_SET = commands.SPEAKERS
    BINDINGS = commands.bindings(*commands.SPEAKERS)
    tab = "speakers"

    def __init__(self) -> None:
        super().__init__()
        self.marked: SpeakerRow | None = None
        """The speaker into which another one is to be merged."""

    def head(self, width: int) -> Line:
        """Column heads."""
        return speaker_header(width)

    def row(self, row: SpeakerRow, width: int) -> Line:
        """One speaker."""
        return speaker_row(row, width, self.marked.speaker.id if self.marked else None)

    def load(self) -> None:
        """Read the speakers; the words must be in one of the spellings."""
        words = self.words.casefold()

        def fits(row: SpeakerRow) -> bool:
            return words in " ".join((row.speaker.name, *row.speaker.spellings)).casefold()

        def ordered(rows: list[SpeakerRow]) -> list[SpeakerRow]:
            return sorted(filter(fits, rows), key=lambda row: (-row.mentions, row.speaker.name))

        self.read(lambda ws: ordered(ws.speakers()), lambda rows: self.loaded(Pages.of(rows)))

    def subject(self) -> str | None:
        """The speaker the cursor is on."""
        return self.rows.selected.speaker.id if self.rows.selected else None

    def do_speaker_relations(self) -> None:
        """List the speaker's relations in the inbox."""
        row = self.rows.selected
        if row is not None:
            self.shell.show_speaker(row.speaker.id, row.speaker.name)

    def on_paged_list_chosen(self) -> None:
        """A click on the cursor's row."""
        self.do_speaker_relations()

    def do_speaker_merge(self) -> None:
        """Mark, or merge the marked speaker with this one."""
        row = self.rows.selected
        if row is None:
            return
        marked = self.marked
        if marked is None or marked.speaker.id == row.speaker.id:
            self.marked = None if marked else row
            self.say(
                f"{row.speaker.name}: now m on the speaker who is the same"
                if not marked
                else "no longer marked",
                "warn",
            )
            self.rows.refresh()
            return
        self.marked = None
        if self.write(lambda review: review.merge_speakers(marked.speaker.id, row.speaker.id)) is not None:
            self.say(f"one speaker: {marked.speaker.name} = {row.speaker.name}; z takes it back", "good")
            self.load()

    def do_speaker_split(self) -> None:
        """Take the last merge of the speaker apart."""
        row = self.rows.selected
        if row is None or not row.merged:
            self.say("nothing was merged into this speaker", "warn")
            return
        if self.write(lambda review: review.split_speaker(row.merged[-1])) is not None:
            self.say(f"split: {row.speaker.name}", "good")
            self.load()

    def shown_again(self, target: str) -> None:
        """Merges are shown in this list; anything else where it belongs."""
        if target.startswith("s"):
            self.load()
        else:
            super().shown_again(target)
