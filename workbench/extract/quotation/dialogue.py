"""Dash dialogue: turns that open with a dash, and the reporting clauses inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.extract.quotation.cues import Cue, find_cues
from workbench.extract.quotation.drafts import Draft
from workbench.extract.quotation.lexicon import Kind, Lexicon
from workbench.extract.quotation.sources import Sources
from workbench.extract.quotation.units import Token, Unit, tokenize
from workbench.model import Span

_DASH = re.compile(
    r"(?:(?<=[.?!…:»])\s{0,3}|^\s{0,3})(?:--|[—–]|-(?=\s))\s{0,3}(?=[^\W\d_]|[«\"“(¿¡])", re.MULTILINE
)
_ANY_DASH = re.compile(r"[—–-](?:(?<!-)|-|(?=\s))")
"""A dash that could open a turn; found much faster than the turn, which most texts have none of."""
_FINAL = ".?!…"
_DASHES = frozenset("—–")
_LONGEST = 3000
"""Longer turns are not dialogue."""


def read_dialogue(text: str, unit: Unit, lexicon: Lexicon, running: bool) -> list[Draft]:
    """The turns of a paragraph of dash dialogue.

    Args:
        text: the article.
        unit: the whole paragraph.
        lexicon: its language.
        running: whether the article has dialogue elsewhere, so that one dash inside a paragraph counts.
    """
    block = unit.block
    turns = [
        match for match in _DASH.finditer(text, block.span.start, block.span.end) if _is_turn(text, match)
    ]
    starts, opens = [match.end() for match in turns], [match.start() for match in turns]
    if not starts or not (opens[0] <= block.span.start + 1 or running or len(starts) > 1):
        return []
    drafts: list[Draft] = []
    for start, stop in zip(starts, [*opens[1:], block.span.end], strict=True):
        if start < stop <= start + _LONGEST:
            drafts.extend(
                _Turn(
                    text,
                    Span(start, stop),
                    unit,
                    lexicon,
                    opens[0] <= block.span.start + 1 and len(starts) == 1,
                ).read()
            )
    return drafts


def _is_turn(text: str, dash: re.Match[str]) -> bool:
    """Whether the dash opens a turn, not a reporting clause inside one: "¿Viene? —preguntó Ana"."""
    return not text[dash.end()].islower() or text[dash.end() - 1].isspace() or dash.start() == 0


def has_dialogue(text: str, span: Span) -> bool:
    """Whether the article has more than one turn."""
    dashes = _ANY_DASH.finditer(text, span.start, span.end)
    if next(dashes, None) is None or next(dashes, None) is None:
        return False
    found = _DASH.finditer(text, span.start, span.end)
    return next(found, None) is not None and next(found, None) is not None


class _Turn:
    """What one speaker says, between two dashes."""

    def __init__(self, text: str, span: Span, unit: Unit, lexicon: Lexicon, whole: bool) -> None:
        self._text = text
        self._span = span
        self._unit = unit
        self._lexicon = lexicon
        self._whole = whole
        self._tokens = tokenize(text, span, (), lexicon)
        self._sources = Sources(self._tokens, lexicon)

    def read(self) -> list[Draft]:
        if not self._tokens:
            return []
        cue = self._reporting()
        if cue is None:
            end = self._speech_end(0, len(self._tokens))
            return self._drafts([(0, end)], None)
        stop = cue.first
        while stop > 0 and self._tokens[stop - 1].text in ",-–—":
            stop -= 1
        pieces = [(0, stop)]
        rest = self._after_clause(cue)
        if rest is not None:
            end = self._speech_end(rest, len(self._tokens))
            if end > rest:
                pieces.append((rest, end))
        return self._drafts(pieces, cue)

    def _reporting(self) -> Cue | None:
        """The reporting clause that interrupts or ends the turn: verb before its subject, after a comma or a mark."""
        tokens = self._tokens
        for cue in find_cues(tokens, self._lexicon):
            if cue.form is None or cue.form.shape not in ("finite", "either") or cue.first == 0:
                continue
            at = cue.first
            while (
                at > 1
                and tokens[at - 1].kind & Kind.PRONOUN
                and len(tokens[at - 1].text) < 4
                and tokens[at - 1].end == tokens[at].start
            ):
                at -= 1
            if tokens[at - 1].text not in ",?!….—–" or tokens[at].upper:
                continue
            right = self._sources.phrase_right(cue.last + 1)
            if right is not None:
                return Cue(at, cue.last, cue.finite, form=cue.form)
        return None

    def _after_clause(self, cue: Cue) -> int | None:
        """Where the turn goes on after its reporting clause; None where narration follows."""
        tokens = self._tokens
        if tokens[cue.first - 1].text in _DASHES:
            return self._after_dash(cue)
        for k in range(cue.last + 1, len(tokens)):
            if tokens[k].text in ",;:" and k + 1 < len(tokens) and not self._participial(k + 1):
                return k + 1
            if tokens[k].text in _FINAL:
                return k + 1 if k + 1 < len(tokens) and self._spoken(k + 1) else None
        return None

    def _after_dash(self, cue: Cue) -> int | None:
        """The same between dashes, "—Pase —dijo Ana—. Es tarde."; without a second dash narration follows."""
        tokens = self._tokens
        close = next((k for k in range(cue.last + 1, len(tokens)) if tokens[k].text in _DASHES), len(tokens))
        return next((k for k in range(close + 1, len(tokens)) if tokens[k].word), None)

    def _participial(self, k: int) -> bool:
        """Whether what follows a comma still describes the speaker: "dit-il, en riant"."""
        token = self._tokens[k]
        return bool(token.kind & (Kind.RELATIVE | Kind.PREPOSITION)) and not self._spoken(k)

    def _spoken(self, k: int) -> bool:
        """Whether the sentence from token ``k`` shows that it is speech."""
        for token in self._tokens[k:]:
            if token.kind & Kind.FIRST_PERSON or token.text in "?!":
                return True
            if token.text in ".;…":
                return False
        return False

    def _speech_end(self, start: int, stop: int) -> int:
        """Where speech gives way to narration inside the turn."""
        if self._whole:
            return stop
        for first in self._sentence_starts(start, stop):
            if first > start and not self._spoken(first):
                return first
        return stop

    def _sentence_starts(self, start: int, stop: int) -> Iterator[int]:
        for k in range(start, stop - 1):
            if self._tokens[k].text in _FINAL and self._tokens[k + 1].upper:
                yield k + 1

    def _drafts(self, pieces: Sequence[tuple[int, int]], cue: Cue | None) -> list[Draft]:
        tokens = self._tokens
        source = self._sources.phrase_right(cue.last + 1) if cue is not None else None
        drafts = []
        spans = [
            Span(tokens[a].start, tokens[b - 1].end) for a, b in pieces if b > a and _has_word(tokens[a:b])
        ]
        for span in spans:
            draft = Draft("direct", span.start, span.end, self._unit, "dialogue", mark=cue)
            draft.parts = tuple(spans) if len(spans) > 1 else ()
            if cue is not None:
                draft.cue = cue.span(tokens)
            if source is not None:
                draft.source = Span(tokens[source[0]].start, tokens[source[1] - 1].end)
            drafts.append(draft)
        return drafts


def _has_word(tokens: Sequence[Token]) -> bool:
    return any(token.word for token in tokens)
