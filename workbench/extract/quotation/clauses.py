"""What the readers of reported clauses share: where a clause ends, and a draft of it."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.extract.quotation.cues import Cue
from workbench.extract.quotation.drafts import Draft, Evidence
from workbench.extract.quotation.lexicon import Kind, Lexicon
from workbench.extract.quotation.phrases import Range
from workbench.extract.quotation.sources import PARENTHESIS, Sources
from workbench.extract.quotation.units import Token, Unit
from workbench.model import Span

DASHES = frozenset("-–—")
"""Signs that set a clause apart."""
_FINAL = frozenset(".?!…:;")
_MIN_WORDS = 2
OPENED = 8
"""How many tokens before its verb the subordinator of a clause is looked for."""


class ClauseReader:
    """Tokens, cues and sources of one unit, and its end."""

    def __init__(self, text: str, unit: Unit, cues: Sequence[Cue], lexicon: Lexicon, used: set[int]) -> None:
        self._text = text
        self._unit = unit
        self._tokens = unit.tokens
        self._cues = cues
        self._firsts = frozenset(cue.first for cue in cues)
        self._lexicon = lexicon
        self._table = lexicon.table
        self._sources = Sources(unit.tokens, lexicon)
        self._used = used
        self._end = self._sentence_end()

    def _aside_after(self, source: Range | None) -> Range | None:
        """A party or age in parentheses right after the source: "zei Smit (D66) | dat"."""
        tokens = self._tokens
        if source is None or source[1] >= len(tokens) or tokens[source[1]].text != "(":
            return None
        stop = min(len(tokens), source[1] + PARENTHESIS)
        close = next((k for k in range(source[1] + 1, stop) if tokens[k].text == ")"), None)
        return None if close is None else (source[1], close + 1)

    def _sentence_end(self) -> int:
        end = len(self._tokens)
        while end and self._tokens[end - 1].text in _FINAL:
            end -= 1
        return end

    def _clause_end(self, start: int, cue: Cue) -> int:
        """Where a clause that runs to the right ends: before a second report, a main clause or with the sentence."""
        reported = self._second_report_at(start, cue)
        if reported is not None:
            return reported
        if cue.use == "noun" and not self._table.verb_second and self._opens_sentence(cue):
            return self._last_verb(start)
        if self._table.verb_second and self._is_subordinate(start):
            fronted = cue.use == "noun" and self._opens_sentence(cue)
            main = self._main_clause_at(start, fronted or self._in_subordinate_clause(cue))
            if main is not None:
                return main
        return self._sign_at(start)

    def _opens_sentence(self, cue: Cue) -> bool:
        """Whether no verb stands before a noun of saying, so that it is the subject: "The claim that …"."""
        return not any(
            t.kind & Kind.FINITE or (t.low in self._lexicon.forms and not t.upper)
            for t in self._tokens[: cue.first]
        )

    def _last_verb(self, start: int) -> int:
        """Where the verb begins whose subject holds the clause at ``start``: "the claim that it failed | is false"."""
        stop = next((k for k in range(start, self._end) if self._tokens[k].text == ","), self._end)
        verbs = [k for k in range(start + 2, stop) if self._tokens[k].kind & Kind.FINITE]
        while len(verbs) > 1 and verbs[-2] == verbs[-1] - 1:
            verbs.pop()
        return verbs[-1] if verbs else stop

    def _second_report_at(self, start: int, cue: Cue) -> int | None:
        """Where a second reporting verb, with what belongs to it, begins."""
        tokens = self._tokens
        for other in self._cues:
            if other.first <= start + 1 or other is cue:
                continue
            at = min(other.first, other.finite)
            subject = self._sources.of(other) if other.form is not None and other.use == "say" else None
            if subject is not None and start + 1 < subject[0] < at:
                if tokens[subject[0] - 1].kind & Kind.CONJUNCTION:
                    at = subject[0]
                elif start + 2 < subject[0] and self._conceded(subject[0]):
                    return subject[0] - 2
                elif (
                    self._table.bare_clause
                    and tokens[subject[0] - 1].text == ","
                    and other.last + 3 >= self._end
                ):
                    return subject[0] - 1
            finite = other.form is not None and other.form.shape in ("finite", "either")
            if tokens[at - 1].kind & Kind.CONJUNCTION and finite:
                return at - 2 if tokens[at - 2].text == "," else at - 1
            while (
                tokens[at - 1].kind & Kind.ADVERB
                and not tokens[at - 1].kind & Kind.DETERMINER
                and at > start + 1
            ):
                at -= 1  # ", | zo zei hij"
            if tokens[at - 1].text == "," and other.use in ("say", "phrase") and self._tail(other, at):
                return at - 1
        return None

    def _sign_at(self, start: int) -> int:
        """Where a single dash, a semicolon, a colon before speech or the end of a parenthesis ends the clause."""
        tokens = self._tokens
        dashes = [k for k in range(start + 1, self._end) if tokens[k].text in DASHES and self._is_apart(k)]
        if len(dashes) == 1:
            return dashes[0]
        depth = 0
        for k in range(start, self._end):
            depth += (tokens[k].text == "(") - (tokens[k].text == ")")
            speech = tokens[k].text == ":" and k + 1 < self._end and tokens[k + 1].stretch is not None
            if depth < 0 or (k > start and (tokens[k].text == ";" or speech)):
                return k
        return self._end

    def _is_apart(self, k: int) -> bool:
        """Whether a space stands beside a dash, as in a sentence and not in a number or word."""
        token = self._tokens[k]
        return (
            token.end - token.start > 1
            or token.text == "—"
            or self._text[token.start - 1 : token.start] == " "
        )

    def _is_subordinate(self, start: int) -> bool:
        """Whether a conjunction or question word opens the clause at ``start``."""
        asked = bool(self._tokens[start].kind & Kind.QUESTION)
        return asked or (start > 0 and bool(self._tokens[start - 1].kind & Kind.COMPLEMENTIZER))

    def _main_clause_at(self, start: int, subordinate: bool) -> int | None:
        """Where a main clause follows a subordinate one: "dat hij ziek is | en hij blijft weg".

        Args:
            start: where the reported clause starts.
            subordinate: whether its cue stands in a subordinate clause, which the main verb follows after a comma.
        """
        tokens = self._tokens
        for k in range(start + 2, self._end - 1):
            if subordinate and tokens[k].text == "," and self._finite_at(k + 1):
                return k
            if k >= self._end - 3:
                continue
            joined = bool(tokens[k].kind & Kind.CONJUNCTION) and not tokens[k].kind & Kind.QUESTION
            if joined and self._verb_second_at(k + 1):
                return k - 1 if tokens[k - 1].text == "," else k
            if joined and tokens[k - 1].text == "," and self._subject_and_verb_at(k + 1):
                return k - 1
        return None

    def _verb_second_at(self, k: int) -> bool:
        """Whether a verb stands first or after a pronoun, with more than verbs behind it."""
        tokens = self._tokens
        if tokens[k].kind & Kind.PRONOUN and not tokens[k].kind & Kind.DETERMINER:
            return self._finite_at(k + 1) and tokens[k + 2].word
        more = Kind.PRONOUN | Kind.DETERMINER | Kind.ADVERB | Kind.PREPOSITION
        following = tokens[k + 1].kind
        return self._finite_at(k) and bool(following & more) and not following & Kind.AUXILIARY

    def _subject_and_verb_at(self, k: int) -> bool:
        """Whether a phrase and its verb open at ``k``, and more than verbs behind it: ", maar de man was volgens …"."""
        phrase = self._sources.phrase_right(k)
        if phrase is None or phrase[0] != k or phrase[1] + 2 >= self._end or not self._finite_at(phrase[1]):
            return False
        more = Kind.PRONOUN | Kind.DETERMINER | Kind.ADVERB | Kind.PREPOSITION
        last = self._tokens[self._end - 1]
        return bool(self._tokens[phrase[1] + 1].kind & more) and not last.kind & (
            Kind.FINITE | Kind.AUXILIARY
        )

    def _finite_at(self, k: int) -> bool:
        token = self._tokens[k]
        return bool(token.kind & Kind.FINITE) and not token.kind & (Kind.DETERMINER | Kind.SUBORDINATOR)

    def _in_subordinate_clause(self, cue: Cue) -> bool:
        """Whether a subordinator opens the clause of the cue: "als zij vinden dat …"."""
        first = min(cue.first, cue.finite)
        opener = self._tokens[first - 1] if first > 1 else None
        if opener is not None and opener.kind & Kind.RELATIVE and self._tokens[first - 2].word:
            return True  # "de passage die suggereerde dat …, leidde tot"
        before = range(min(cue.first, cue.finite) - 1, max(-1, min(cue.first, cue.finite) - OPENED), -1)
        for k in before:
            if self._tokens[k].text == "," or not self._tokens[k].word:
                return False
            if self._tokens[k].kind & Kind.RELATIVE and k and self._tokens[k - 1].text == ",":
                return True  # "een buurman, die grapt dat …, bleef weg"
            if self._tokens[k].kind & Kind.SUBORDINATOR and not self._tokens[k].kind & Kind.ADVERB:
                return True
        return False

    def _conceded(self, subject: int) -> bool:
        """Whether ``, though she noted`` opens a report of its own."""
        tokens = self._tokens
        return bool(tokens[subject - 1].kind & Kind.SUBORDINATOR) and tokens[subject - 2].text == ","

    def _tail(self, other: Cue, at: int) -> bool:
        source = self._sources.of(other)
        return source is not None and source[0] > other.finite and source[1] + 6 >= self._end

    def _draft(self, cue: Cue, source: Range | None, start: int, evidence: Evidence) -> Draft | None:
        return self._span_draft(cue, source, start, self._clause_end(start, cue), evidence)

    def _span_draft(
        self, cue: Cue, source: Range | None, start: int, stop: int, evidence: Evidence
    ) -> Draft | None:
        tokens = self._tokens
        while start < stop and tokens[start].text in ",-–—:":
            start += 1
        while stop > start and tokens[stop - 1].text in ",-–—":
            stop -= 1
        if not self._enough(tokens[start:stop]):
            return None
        draft = Draft("indirect", tokens[start].start, tokens[stop - 1].end, self._unit, evidence, mark=cue)
        draft.cue = cue.span(tokens)
        if source is not None:
            draft.source = Span(tokens[source[0]].start, tokens[source[1] - 1].end)
        return draft

    def _enough(self, tokens: Sequence[Token]) -> bool:
        """Whether there are words in marks, or two others."""
        words = 0
        for token in tokens:
            words += token.word
            if words >= _MIN_WORDS or token.stretch is not None:
                return True
        return False

    def _has_finite(self, start: int) -> bool:
        """Whether a verb comes from ``start`` on."""
        return any(
            t.kind & Kind.FINITE or (t.low in self._lexicon.forms and not t.upper) or t.stretch is not None
            for t in self._tokens[start : self._end]
        )
