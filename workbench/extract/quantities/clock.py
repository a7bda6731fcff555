"""Times of the day: *10.30 uur*, *om drie uur*, *half twee*, *a quarter past five*, *huit heures et demie*."""

from __future__ import annotations

import re
from collections.abc import Mapping

from workbench.extract.quantities.edtf import DateExpression
from workbench.extract.quantities.patterns import alternation, ending, heads, opening
from workbench.languages.schema.calendar import Clock

_SPACE = r"[ \u00a0\u202f]{1,2}\n?"
_GAP = r"[ \u00a0\u202f]{0,2}"
_TAIL = 24
_PHRASES = 2
_NOON = 12
_SPOKEN = 10
_DAY = 24 * 60


class ClockReader:
    """Reads times of the day of one language.

    Args:
        table: how the language says them.
        small: its words for the numbers to 60.
        minute: its words for minute.
        openers: words that open a range: *from five to ten pm* is no five minutes to ten.
        joins: words between two ends: *from three thirty to four fifteen*.
    """

    def __init__(
        self,
        table: Clock,
        small: Mapping[str, int],
        minute: tuple[str, ...],
        openers: list[str],
        joins: list[str],
    ) -> None:
        self._table = table
        self._sure, self._late = frozenset(table.sure), frozenset(table.late)
        self._small = small
        self._hours = {word: value for word, value in self._small.items() if value <= 24}
        words, glue = alternation(table.words), "".join(map(re.escape, table.glue))
        self._digits = re.compile(
            rf"(?P<hour>[01]?\d|2[0-4])(?::(?P<minute>[0-5]\d)(?::[0-5]\d)?(?:{_GAP}(?P<mark>{words})(?!\w))?(?![\d:]|[.,]\d)"
            rf"|[{glue}](?P<hours>[0-5]\d)(?!\w)|(?P<tight>[0-5]\d){_GAP}(?P<sure>{alternation(table.sure)})(?!\w)"
            rf"|\.(?P<dotted>[0-5]\d)(?=,?{_SPACE}(?:{alternation(table.phrases)})(?!\w))"
            rf"|[ \u00a0\u202f][{glue}][ \u00a0\u202f](?P<apart>[0-5]\d)(?!\w|[.,]\d|[ \u00a0](?:{alternation(minute)}))"
            rf"|(?:[.{glue}](?P<other>[0-5]\d))?{_GAP}(?P<word>{words})(?!\w))"
        ).match
        hour = rf"(?P<hour>{alternation(self._hours)}|1?\d|2[0-4])(?![\w]|[.,:/-]\d)"
        said = rf"(?:{_SPACE}(?P<word>{words})(?!\w))?"
        unit = rf"(?:{_SPACE}(?:{alternation(minute)}))?"
        minutes = rf"(?P<minutes>\d{{1,2}}|{alternation(self._small)}){unit}"
        turn = rf"(?P<turn>{alternation([*table.past, *table.to])})"
        self._lead = re.compile(rf"(?P<lead>{alternation(table.leads)}){_SPACE}{hour}{said}").match
        self._turned = re.compile(rf"{minutes}{_SPACE}{turn}{_SPACE}{hour}{said}").match
        self._plain = re.compile(rf"{hour}{said}").match
        spoken = alternation(word for word, value in self._small.items() if value >= _SPOKEN and value < 60)
        self._spoken = re.compile(
            rf"{_SPACE}(?P<minutes>{spoken})(?![\w-])(?:{_SPACE}(?P<word>{words})(?!\w))?"
        ).match
        self._minutes_behind = re.compile(
            rf"{_SPACE}(?P<minutes>[0-5]\d)(?![\w-]|[.,:/]\d|{_SPACE}[^\W\d_])"
        ).match
        self._of_day = re.compile(rf"{_SPACE}(?:{alternation([*table.parts, *table.late])})(?!\w)").match
        less = rf"(?P<minutes>\d{{1,2}}|{alternation(self._small)})"
        self._less = re.compile(rf"{_SPACE}(?:{alternation(table.less)}){_SPACE}{less}{unit}(?![\w-])").match
        self._tail = re.compile(rf"{_SPACE}(?P<tail>{alternation(table.tails)})(?!\w)").match
        self._phrase = re.compile(rf",?{_SPACE}(?P<phrase>{alternation(table.phrases)})(?!\w)").match
        self._opened = ending(openers)
        self._between = ending([*openers, *joins])
        self._before = ending([*table.before, *table.stated])
        self._named = re.compile(rf"(?:{alternation(table.named)})(?![\w-])").match
        self._named_before = re.compile(
            rf"(?:(?<!\w)(?:{alternation(table.named_before)}){_SPACE}|^)\Z"
        ).search
        self._part = re.compile(rf"(?:{alternation(table.parts)})(?!\w)").match
        self.begins = heads([*self._small, *table.leads, *table.named, *table.parts])

    def starts(self) -> dict[str, str]:
        """Every word such a time can begin with that no number begins with, and what must follow it."""
        hour = rf"(?={_SPACE}(?:\d|{opening(self._hours)}))"
        whole = [*self._table.named, *self._table.parts]
        return dict.fromkeys(self._table.leads, hour) | dict.fromkeys(whole, r"(?!\w)")

    def read(self, low: str, start: int) -> DateExpression | None:
        """The time at ``start``; a bare hour only where the words around it show that it is no duration."""
        if low[start].isdecimal():
            found = self._in_digits(low, start) or self._in_words(low, start)
        elif self.begins(low, start):
            found = self._in_words(low, start)
        else:
            found = None
        return found

    def _in_digits(self, low: str, start: int) -> DateExpression | None:
        match = self._digits(low, start)
        if match is None:
            return None
        written = ("minute", "other", "hours", "tight", "dotted", "apart")
        minute = next((match[name] for name in written if match[name]), None)
        word = match["mark"] or match["word"] or match["sure"] or ""
        behind = (
            self._minutes_behind(low, match.end()) if minute is None and word in self._table.full else None
        )
        if behind:
            return self._made(
                low, start, behind.end(), int(match["hour"]) * 60 + int(behind["minutes"]), word
            )
        if minute is None and word not in self._sure and not self._told_glued(low, match):
            return None
        return self._made(low, start, match.end(), int(match["hour"]) * 60 + int(minute or 0), word)

    def _in_words(self, low: str, start: int) -> DateExpression | None:
        if match := self._named(low, start):
            if self._table.named_before and not self._named_before(low[max(0, start - _TAIL) : start]):
                return None
            return self._named_time(low, match)
        if match := self._part(low, start):
            first, _, last = self._table.parts[match.group()].partition("/")
            return DateExpression(start, match.end(), None, first, last, deictic=True, clock=True)
        if match := self._lead(low, start):
            hour = self._hour(match["hour"])
            if hour > _NOON:
                return None
            return self._made(
                low, start, match.end(), hour * 60 + self._table.leads[match["lead"]], match["word"]
            )
        if match := self._turned(low, start):
            return self._from_minutes(low, match)
        return self._bare(low, start)

    def _from_minutes(self, low: str, match: re.Match[str]) -> DateExpression | None:
        """*tien voor half zes*, *twenty past three*; whole hours need more to show that they are a time."""
        past, to = self._table.past, self._table.to
        turn, hour = match["turn"], self._hour(match["hour"])
        minutes = int(match["minutes"]) if match["minutes"].isdecimal() else self._small[match["minutes"]]
        offset = past[turn] + minutes if turn in past else to[turn] - minutes
        half = (past.get(turn) or to.get(turn)) != 0
        start = match.start()
        told = half or match["word"] or self._told(low, start, match.end())
        round_ = minutes % 5 == 0 and not self._opened(low[max(0, start - _TAIL) : start])
        if not told or not (round_ or half) or hour > _NOON or minutes >= 60:
            return None
        return self._made(low, start, match.end(), hour * 60 + offset, match["word"])

    def _bare(self, low: str, start: int) -> DateExpression | None:
        """*om drie uur*, *11 uur 's ochtends*: the word before it is part of the time where it alone shows it."""
        match = self._plain(low, start)
        if match is None:
            return None
        hour, end, word = self._hour(match["hour"]), match.end(), match["word"]
        minutes = hour * 60
        if spoken := self._spoken(low, end):
            minutes, end = minutes + self._small[spoken["minutes"]], spoken.end()
            word = word or spoken["word"]
        said = spoken is not None and hour <= _NOON and self._is_said(low, start, end)
        if not (word or said or (self._of_day(low, end) and hour <= _NOON)):
            return None
        minutes, end = self._with_tail(low, minutes, end)
        if word not in self._sure and not said and not self._told(low, start, end):
            return None
        return self._made(low, start, end, minutes, word)

    def _named_time(self, low: str, match: re.Match[str]) -> DateExpression:
        """*noon*, *midi moins cinq*."""
        hour, _, minute = self._table.named[match.group()].partition(":")
        minutes, end = self._with_tail(low, int(hour) * 60 + int(minute), match.end())
        return DateExpression(
            match.start(), end, f"T{minutes % _DAY // 60:02d}:{minutes % 60:02d}", clock=True
        )

    def _with_tail(self, low: str, minutes: int, end: int) -> tuple[int, int]:
        """The minutes, and the end, with what is added behind the hour: *et demie*."""
        if less := self._less(low, end):
            said = less["minutes"]
            return minutes - (int(said) if said.isdecimal() else self._small[said]), less.end()
        tail = self._tail(low, end)
        return (minutes + self._table.tails[tail["tail"]], tail.end()) if tail else (minutes, end)

    def _told_glued(self, low: str, match: re.Match[str]) -> bool:
        """Whether *15h* is a time of the day: *vers 15h*, *8h du soir*."""
        glued = match.end() - match.end("hour") == 1
        return glued and self._told(low, match.start(), match.end())

    def _told(self, low: str, start: int, end: int) -> bool:
        return bool(self._before(low[max(0, start - _TAIL) : start]) or self._phrase(low, end))

    def _is_said(self, low: str, start: int, end: int) -> bool:
        """Whether hour and minutes in words are a time: *at three thirty*, *from three thirty to four*."""
        return self._told(low, start, end) or self._between(low[max(0, start - _TAIL) : start]) is not None

    def _hour(self, written: str) -> int:
        return int(written) if written.isdecimal() else self._hours[written]

    def _made(self, low: str, start: int, end: int, minutes: int, word: str | None) -> DateExpression:
        late = word in self._late
        for _ in range(_PHRASES):
            if phrase := self._phrase(low, end):
                late, end = late or phrase["phrase"] in self._late, phrase.end()
        if late and minutes < _NOON * 60:
            minutes += _NOON * 60
        minutes %= _DAY
        return DateExpression(start, end, f"T{minutes // 60:02d}:{minutes % 60:02d}", clock=True)
