"""Indirect speech: where the clause that a cue reports starts and ends."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.extract.quotation.cues import CLAUSE_ENDS, Cue
from workbench.extract.quotation.drafts import Draft, Evidence
from workbench.extract.quotation.lexicon import Kind, Lexicon
from workbench.extract.quotation.sources import Range, Sources
from workbench.extract.quotation.units import Token, Unit
from workbench.model import Span

COMPLEMENT_REACH = 30
"""How many tokens after its cue a conjunction may open the reported clause."""
_DASHES = frozenset("-–—")
_FINAL = frozenset(".?!…:;")
_MIN_WORDS = 2


class IndirectReader:
    """Reads the reported clauses of one unit."""

    def __init__(self, text: str, unit: Unit, cues: Sequence[Cue], lexicon: Lexicon, used: set[int]) -> None:
        self._text = text
        self._unit = unit
        self._tokens = unit.tokens
        self._cues = cues
        self._lexicon = lexicon
        self._table = lexicon.table
        self._sources = Sources(unit.tokens, lexicon)
        self._used = used
        self._end = self._sentence_end()

    def read(self) -> list[Draft]:
        """The reported clauses, in the order of their cues."""
        drafts: list[Draft] = []
        for cue in self._cues:
            if cue.first in self._used or cue.use in ("voice", "label"):
                continue
            draft = self._one(cue)
            if draft is not None:
                drafts.append(draft)
        return drafts

    def _one(self, cue: Cue) -> Draft | None:
        if cue.phrase is not None:
            return self._of_phrase(cue)
        source = self._sources.of(cue)
        if source is None and (cue.use == "hold" or cue.form is not None and cue.form.shape == "gerund"):
            return None
        found = self._complement(cue, source)
        if found is not None:
            return found
        if cue.form is None or cue.use == "record":
            return None
        return (
            self._preposed(cue, source)
            or self._postposed(cue, source)
            or self._infinitive(cue, source)
            or self._comma_clause(cue, source)
            or self._bare(cue, source)
        )

    def _complement(self, cue: Cue, source: Range | None) -> Draft | None:
        """``zegt dat …``, ``vraagt of …``, ``vertelt hoe …``."""
        tokens = self._tokens
        verb = cue.form is not None
        reach = COMPLEMENT_REACH if verb else 8
        for k in range(cue.last + 1, min(len(tokens), cue.last + 1 + reach)):
            token = tokens[k]
            if token.stretch is not None and k > cue.last + 3 or token.text in CLAUSE_ENDS:
                return None
            if token.kind & Kind.COMPLEMENTIZER and self._opens_clause(k, cue, source):
                return self._draft(cue, source, k + 1, "clause" if verb else "noun")
            if (
                verb
                and token.kind & Kind.QUESTION
                and k <= cue.last + 5
                and self._opens_clause(k, cue, source)
            ):
                return self._draft(cue, source, k, "clause")
            if k > cue.last + 1 and self._other_cue(k, cue):
                return None
        return None

    def _opens_clause(self, k: int, cue: Cue, source: Range | None) -> bool:
        """Whether a conjunction opens the reported clause and is no determiner or relative pronoun."""
        tokens = self._tokens
        before = tokens[k - 1]
        near = max(cue.last, source[1] - 1 if source is not None else 0)
        if tokens[k].kind & Kind.QUESTION and not tokens[k].kind & Kind.COMPLEMENTIZER:
            return (
                k - 1 <= near
                or before.text == ","
                and k - 2 <= near
                or bool(before.kind & Kind.ADVERB)
                and k - 3 <= near
            )
        if k - 1 <= near or before.text == ",":
            return k + 1 < len(tokens)
        if before.kind & (Kind.PREPOSITION | Kind.CONJUNCTION | Kind.DETERMINER):
            return False
        return not any(t.kind & Kind.FINITE and not t.kind & Kind.DETERMINER for t in tokens[near + 1 : k])

    def _other_cue(self, k: int, cue: Cue) -> bool:
        return any(
            c.first == k and c.form is not None and c is not cue and c.finite != cue.finite
            for c in self._cues
        )

    def _preposed(self, cue: Cue, source: Range | None) -> Draft | None:
        """``Dat het werkt, gelooft X``."""
        tokens = self._tokens
        if (
            not tokens
            or not tokens[0].kind & Kind.COMPLEMENTIZER
            or cue.first < 3
            or tokens[0].kind & Kind.PRONOUN
            and not self._table.verb_second
        ):
            return None
        stop = cue.finite if cue.finite < cue.first else cue.first
        while stop > 1 and tokens[stop - 1].text == ",":
            stop -= 1
        if source is None or source[0] < cue.finite or not self._verb_final(1, stop):
            return None
        return self._span_draft(cue, source, 1, stop, "preposed")

    def _verb_final(self, start: int, stop: int) -> bool:
        last = self._tokens[stop - 1] if stop > start else None
        return (
            last is not None
            and last.word
            and (self._tokens[stop].text == "," or bool(last.kind & Kind.FINITE))
        )

    def _postposed(self, cue: Cue, source: Range | None) -> Draft | None:
        """``…, zegt X``; ``…, X said``; ``…, zo zegt X, …``."""
        tokens = self._tokens
        left = min(cue.first, cue.finite)
        right = cue.last
        if (
            source is None
            or self._used_marked(left)
            or cue.form is None
            or cue.form.shape in ("gerund", "infinitive")
        ):
            return None
        left = min(left, source[0])
        right = max(right, source[1] - 1)
        while left > 0 and tokens[left - 1].kind & Kind.ADVERB and tokens[left - 1].text not in (",",):
            left -= 1
        if left < 2 or not (tokens[left - 1].text == "," or tokens[left - 1].text in _DASHES):
            return None
        if (
            tokens[left].kind & (Kind.RELATIVE | Kind.SUBORDINATOR | Kind.CONJUNCTION)
            and not tokens[left].kind & Kind.DETERMINER
        ):
            return None
        if not self._is_tail(cue, source, left):
            return None
        return self._around(cue, source, left, right)

    def _is_tail(self, cue: Cue, source: Range, left: int) -> bool:
        """Whether a reporting clause is added to what it reports: inverted in a verb-second language, bare in others."""
        tokens = self._tokens
        if not any(
            t.kind & Kind.FINITE or t.low in self._lexicon.forms or not t.kind and t.word
            for t in tokens[:left]
        ):
            return False
        if self._table.verb_second:
            return source[0] > cue.finite and cue.finite - left <= 2
        return source[0] >= left

    def _used_marked(self, left: int) -> bool:
        tokens = self._tokens
        before = left - 1
        while before >= 0 and tokens[before].text in ",-–—":
            before -= 1
        return before >= 0 and tokens[before].stretch is not None and before == 0

    def _around(self, cue: Cue, source: Range, left: int, right: int) -> Draft | None:
        """Content before a reporting clause, and after it where the clause only interrupts."""
        tokens = self._tokens
        start = self._content_start(left)
        stop = left
        while stop > start and tokens[stop - 1].text in ",-–—":
            stop -= 1
        if (
            stop <= start
            or tokens[start].kind & Kind.SUBORDINATOR
            and self._table.verb_second
            and not tokens[start].upper
        ):
            return None
        after = right + 1
        opener = tokens[left - 1].text
        close = self._closing(after, opener)
        if close is None and cue.phrase is not None and after < self._end and not cue.phrase.tag:
            return self._draft(cue, source, after, "phrase") if tokens[after].kind & Kind.FINITE else None
        if close is not None and tokens[self._end - 1].stretch is not None:
            return None
        if close is None or close + 1 >= self._end:
            if stop - start < 4 and not self._has_finite_before(start, stop):
                return None
            return self._span_draft(cue, source, start, stop, "postposed")
        draft = self._span_draft(cue, source, start, self._end, "parenthesis")
        if draft is not None:
            draft.parts = (
                Span(tokens[start].start, tokens[stop - 1].end),
                Span(tokens[close + 1].start, tokens[self._end - 1].end),
            )
        return draft

    def _has_finite_before(self, start: int, stop: int) -> bool:
        return any(t.kind & Kind.FINITE and k > start for k, t in enumerate(self._tokens[start:stop], start))

    def _closing(self, after: int, opener: str) -> int | None:
        """Index of the sign that ends an interrupting clause."""
        tokens = self._tokens
        if after < self._end and tokens[after].text == opener:
            following = tokens[after + 1] if after + 1 < len(tokens) else None
            if following is not None and not (
                following.kind & Kind.RELATIVE and not following.kind & Kind.DETERMINER
            ):
                return after
        return None

    def _content_start(self, stop: int) -> int:
        """Where a clause before its cue starts: after the last full stop or reporting clause."""
        tokens = self._tokens
        for k in range(stop - 1, -1, -1):
            if tokens[k].text in ";:":
                return k + 1
        return 0

    def _infinitive(self, cue: Cue, source: Range | None) -> Draft | None:
        """``zegt te gaan``, ``zei X te verwachten``."""
        tokens = self._tokens
        markers = self._table.infinitive_markers
        if not markers or source is None or cue.form is None or not cue.form.verb.promises:
            return None
        start = max(cue.last + 1, source[1]) if source[0] >= cue.finite else cue.last + 1
        if cue.form is not None and cue.form.needs is not None:
            start = next(
                (k + 1 for k in range(cue.last + 1, len(tokens)) if tokens[k].low == cue.form.needs), start
            )
        comma = start < len(tokens) and tokens[start].text == ","
        start += comma
        if self._table.bare_clause:
            if start >= len(tokens) or tokens[start].low not in markers:
                return None
            return self._draft(cue, source, start, "infinitive")
        for k in range(start, min(self._end, start + 40)):
            token = tokens[k]
            if token.text in CLAUSE_ENDS or token.text == "," and k > start or token.kind & Kind.FINITE:
                return None
            if (
                token.low in markers
                and k + 1 < len(tokens)
                and tokens[k + 1].word
                and self._is_infinitive(k + 1)
            ):
                return self._draft(cue, source, start, "infinitive")
        return None

    def _is_infinitive(self, k: int) -> bool:
        return self._tokens[k].low.endswith(("n", "re", "er", "ir")) and not self._tokens[k].upper

    def _comma_clause(self, cue: Cue, source: Range | None) -> Draft | None:
        """``Er sagt, es gehe``: a main clause after a comma."""
        tokens = self._tokens
        if not self._table.comma_clause or source is None:
            return None
        for k in range(max(cue.last, source[1] - 1) + 1, min(self._end, cue.last + 16)):
            if tokens[k].text == ",":
                following = tokens[k + 1] if k + 1 < self._end else None
                blocked = Kind.RELATIVE | Kind.SUBORDINATOR | Kind.CONJUNCTION | Kind.COMPLEMENTIZER
                if (
                    following is None
                    or following.stretch is not None
                    or following.kind & blocked
                    and not self._reported(k + 1)
                ):
                    continue
                return self._draft(cue, source, k + 1, "bare") if self._has_finite(k + 1) else None
            if tokens[k].text in CLAUSE_ENDS:
                return None
        return None

    def _reported(self, start: int) -> bool:
        return any(t.kind & Kind.REPORTIVE for t in self._tokens[start : start + 14])

    def _bare(self, cue: Cue, source: Range | None) -> Draft | None:
        """``She says it works``: a clause without conjunction."""
        tokens = self._tokens
        if not self._table.bare_clause or source is None or source[0] > cue.first:
            return None
        start = self._past_adverbials(cue.last + 1)
        if start >= self._end:
            return None
        first = tokens[start]
        if first.stretch is None and (
            not first.word or first.kind & (Kind.PREPOSITION | Kind.CONJUNCTION | Kind.SUBORDINATOR)
        ):
            return None
        if not self._has_finite(start + 1):
            return None
        return self._draft(cue, source, start, "bare")

    def _past_adverbials(self, at: int) -> int:
        tokens = self._tokens
        while (
            at < self._end
            and tokens[at].kind & Kind.ADVERB
            and not tokens[at].kind & (Kind.DETERMINER | Kind.PRONOUN)
        ):
            at += 1
        return at

    def _has_finite(self, start: int) -> bool:
        return any(
            t.kind & Kind.FINITE or t.low in self._lexicon.forms or t.stretch is not None
            for t in self._tokens[start : self._end]
        )

    def _of_phrase(self, cue: Cue) -> Draft | None:
        phrase = cue.phrase
        source = self._sources.of(cue)
        if phrase is None or source is None or phrase.relay:
            return None
        tokens = self._tokens
        first, last = min(cue.first, source[0]), max(cue.last, source[1] - 1)
        if first and tokens[first - 1].text in (",", "-", "–", "—"):
            if self._used_marked(first):
                return None
            return self._around(cue, source, first, last)
        if phrase.tag:
            return None
        if first == 0 or tokens[first - 1].kind & (
            Kind.SUBORDINATOR | Kind.CONJUNCTION | Kind.COMPLEMENTIZER
        ):
            start = last + 1
            if start < self._end and tokens[start].text == ",":
                start += 1
            return self._draft(cue, source, start, "phrase")
        return self._within(cue, source, first, last)

    def _within(self, cue: Cue, source: Range, first: int, last: int) -> Draft | None:
        """A source phrase inside the clause that it covers, or at its end."""
        tokens = self._tokens
        start = 0
        for k in range(first - 1, 0, -1):
            if (
                tokens[k].text in ";:"
                or tokens[k].text == ","
                and tokens[k + 1].kind & (Kind.CONJUNCTION | Kind.SUBORDINATOR)
            ):
                start = k + 1
                break
        if start >= first:
            return None
        if last + 1 >= self._end:
            return self._span_draft(cue, source, start, first, "phrase")
        draft = self._span_draft(cue, source, start, self._end, "phrase")
        if draft is not None:
            draft.parts = (
                Span(tokens[start].start, tokens[first - 1].end),
                Span(tokens[last + 1].start, tokens[self._end - 1].end),
            )
        return draft

    def _sentence_end(self) -> int:
        end = len(self._tokens)
        while end and self._tokens[end - 1].text in _FINAL:
            end -= 1
        return end

    def _clause_end(self, start: int, cue: Cue) -> int:
        """Where a clause that runs to the right ends: before a tail attribution or a second reporting verb, else the sentence."""
        tokens = self._tokens
        for other in self._cues:
            if other.first <= start + 1 or other is cue:
                continue
            at = min(other.first, other.finite)
            subject = self._sources.of(other) if other.form is not None and other.use == "say" else None
            if (
                subject is not None
                and start + 1 < subject[0] < at
                and tokens[subject[0] - 1].kind & Kind.CONJUNCTION
            ):
                at = subject[0]
            before = tokens[at - 1]
            if (
                before.kind & Kind.CONJUNCTION
                and other.form is not None
                and other.form.shape in ("finite", "either")
            ):
                return at - 2 if tokens[at - 2].text == "," else at - 1
            if before.text == "," and other.use in ("say", "phrase") and self._tail(other, at):
                return at - 1
        dashes = [k for k in range(start + 1, self._end) if tokens[k].text in _DASHES]
        if len(dashes) == 1:
            return dashes[0]
        return next((k for k in range(start + 1, self._end) if tokens[k].text == ";"), self._end)

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
        if sum(t.word or t.stretch is not None for t in tokens[start:stop]) < 1 or not self._enough(
            tokens[start:stop]
        ):
            return None
        draft = Draft("indirect", tokens[start].start, tokens[stop - 1].end, self._unit, evidence, mark=cue)
        draft.cue = Span(tokens[cue.first].start, tokens[cue.last].end)
        if source is not None:
            draft.source = Span(tokens[source[0]].start, tokens[source[1] - 1].end)
        return draft

    def _enough(self, tokens: Sequence[Token]) -> bool:
        return any(t.stretch is not None for t in tokens) or sum(t.word for t in tokens) >= _MIN_WORDS
