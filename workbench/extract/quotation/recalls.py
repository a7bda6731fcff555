"""A sentence that gives the one before it to a source: ``That is according to police``."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.extract.quotation.clauses import ClauseReader
from workbench.extract.quotation.cues import Cue
from workbench.extract.quotation.drafts import Draft
from workbench.extract.quotation.lexicon import Kind, Lexicon
from workbench.extract.quotation.phrases import Range
from workbench.extract.quotation.stretches import StretchReader
from workbench.extract.quotation.units import Token, Unit
from workbench.model import Span

LONGEST = 40
"""Most tokens of a sentence that only names the source of the one before it."""
AFTER_OPENER = 8
"""How many tokens after the opening words the verb may stand where it need not be second."""
_FINAL = ".?!…"


class RecallReader(ClauseReader):
    """Reads one unit as the attribution of the unit before it."""

    def recall(self, before: Unit | None, known: Sequence[Draft]) -> list[Draft] | None:
        """Quotes in the unit before, or None where this unit attributes nothing and may report something itself.

        Args:
            before: that unit.
            known: its drafts; speech without a source gets this one, speech with a source keeps its own.
        """
        found = self._attribution()
        if found is None:
            return None
        if before is None or before.block.kind != "paragraph":
            return []
        cue, source = found
        floating = [draft for draft in known if draft.source is None and draft.cue is None]
        if floating:
            for draft in floating:
                self._attribute(draft, cue, source)
                draft.evidence = "recalled"
            return []
        return [] if known else self._contents(before, cue, source)

    def _attribution(self) -> tuple[Cue, Range] | None:
        tokens = self._tokens
        opener = next((w for w in self._lexicon.recalls[tokens[0].low] if _opens(tokens, w)), None)
        if opener is None or len(tokens) > LONGEST or any(t.stretch or t.text == ":" for t in tokens):
            return None
        at = len(opener)
        second = self._table.verb_second
        for cue in self._cues:
            if cue.use not in ("say", "record", "phrase") or cue.passive:
                continue
            if not (cue.finite == at if second or cue.phrase else at <= cue.finite <= at + AFTER_OPENER):
                return None
            denies = cue.form is not None and cue.form.verb.polarity == "denied"
            source = self._source(cue, second)
            if (
                source is None
                or source[0] < at
                or source[0] <= cue.first < source[1]
                or (cue.negated and not denies)
            ):
                return None
            rest = tokens[max(cue.last, source[1] - 1) + 1 :]
            reports = any(t.kind & Kind.COMPLEMENTIZER for t in rest)
            return None if reports else (cue, source)
        return None

    def _source(self, cue: Cue, second: bool) -> Range | None:
        """Whoever follows the verb of a verb-second language; else whatever the verb has for a subject."""
        plain = cue.form is not None and cue.use == "say"
        source = self._sources.phrase_right(cue.finite + 1) if second and plain else self._sources.of(cue)
        if source is None or all(
            t.low in self._table.impersonals for t in self._tokens[source[0] : source[1]]
        ):
            return None
        return source

    def _contents(self, before: Unit, cue: Cue, source: Range) -> list[Draft]:
        """The whole unit as reported, and its marked fragments."""
        text = self._text
        start, end = before.span.start, before.span.end
        while end > start and text[end - 1] in _FINAL:
            end -= 1
        whole = Draft("indirect", start, end, before, "recalled", mark=cue)
        self._attribute(whole, cue, source)
        drafts = [whole]
        shapes = StretchReader(text, before, (), self._lexicon, None)
        for k, token in enumerate(before.tokens):
            if token.stretch is not None and not shapes.is_title(k, token.stretch):
                stretch = token.stretch
                drafts.append(Draft("mixed", stretch.inner, stretch.stop, before, "recalled", mark=cue))
                drafts[-1].stretch = stretch
                self._attribute(drafts[-1], cue, source)
        return drafts

    def _attribute(self, draft: Draft, cue: Cue, source: Range) -> None:
        tokens = self._tokens
        draft.mark = cue
        draft.cue = cue.span(tokens)
        draft.source = Span(tokens[source[0]].start, tokens[source[1] - 1].end)


def _opens(tokens: Sequence[Token], words: tuple[str, ...]) -> bool:
    return len(tokens) > len(words) and all(tokens[k].low == word for k, word in enumerate(words))


def may_recall(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the unit opens as one does that attributes the one before it: "That is what"."""
    return any(_opens(tokens, words) for words in lexicon.recalls.get(tokens[0].low if tokens else "", ()))


def recalled(
    text: str, unit: Unit, before: Unit | None, known: Sequence[Draft], cues: Sequence[Cue], lexicon: Lexicon
) -> list[Draft] | None:
    """The drafts in the unit before that this one attributes; None where it does not."""
    return RecallReader(text, unit, cues, lexicon, set()).recall(before, known)
