"""Reported infinitives: ``denies having known``, ``zegt te komen``, ``bestreitet, … zu planen``, ``nie vouloir partir``."""

from __future__ import annotations

from workbench.extract.quotation.added import AddedReader
from workbench.extract.quotation.carriers import CLAUSE_ENDS
from workbench.extract.quotation.cues import Cue
from workbench.extract.quotation.drafts import Draft
from workbench.extract.quotation.lexicon import Kind
from workbench.extract.quotation.phrases import Range

REACH = 40
"""How many tokens after its cue the marker of an infinitive may stand."""
_CLOSING = Kind.FINITE | Kind.SUBORDINATOR | Kind.COMPLEMENTIZER | Kind.RELATIVE


class InfinitiveReader(AddedReader):
    """Reads clauses without a subject of their own, which take that of the reporting verb."""

    def _infinitive(self, cue: Cue, source: Range | None) -> Draft | None:
        """``zegt te gaan``, ``zei X te verwachten``, ``denied knowing``."""
        if source is None or cue.form is None:
            return None
        start = self._after_cue(cue, source)
        if cue.form.verb.takes_gerund and self._gerund_at(start):
            return self._draft(cue, source, start, "infinitive")
        if not self._table.infinitive_markers:
            return None
        if self._table.bare_clause and cue.form.verb.modality == "demanded":
            return self._request(cue, source)
        if not cue.form.verb.promises:
            return None
        if self._table.bare_clause:
            return self._draft(cue, source, start, "infinitive") if self._marker_at(start) else None
        return (
            self._draft(cue, source, start, "infinitive")
            if self._has_infinitive(start, commits=cue.form.verb.commits)
            else None
        )

    def _after_cue(self, cue: Cue, source: Range) -> int:
        """Where an infinitive clause can open: after an inverted subject, a particle, whom it is said to, a comma."""
        tokens = self._tokens
        start = max(cue.last + 1, source[1]) if source[0] >= cue.finite else cue.last + 1
        if cue.form is not None and cue.form.needs is not None:
            start = next(
                (k + 1 for k in range(cue.last + 1, len(tokens)) if tokens[k].low == cue.form.needs), start
            )
        if self._table.bare_clause:
            start = self._past_time(start)
        if start < self._end and tokens[start].low in self._table.addressing:
            phrase = self._sources.phrase_right(start + 1)
            start = phrase[1] if phrase is not None else start
        return start + (start < len(tokens) and tokens[start].text == ",")

    def _past_time(self, at: int) -> int:
        """After adverbs and days: "promised | on Monday | to return"."""
        tokens = self._tokens
        while at < self._end and (
            tokens[at].kind & Kind.ADVERB
            or (
                tokens[at].kind & Kind.PREPOSITION
                and at + 1 < self._end
                and tokens[at + 1].kind & Kind.ADVERB
            )
        ):
            at += 1
        return at

    def _has_infinitive(self, start: int, *, commits: bool) -> bool:
        """Whether a marked infinitive comes before the clause has a finite verb."""
        tokens = self._tokens
        for k in range(start, min(self._end, start + REACH)):
            token = tokens[k]
            ends = token.kind & _CLOSING and not token.kind & Kind.DETERMINER
            aimed = token.low in self._table.purposes and not commits
            if token.text in CLAUSE_ENDS or (token.text == "," and k > start) or ends or aimed:
                return False
            if token.low not in self._table.infinitive_markers:
                continue
            if k + 1 < len(tokens) and tokens[k + 1].word and self._is_infinitive(k + 1):
                return True
            if self._is_infinitive(k) and all(t.kind & Kind.NEGATION for t in tokens[start:k]):
                return True
        return False

    def _gerund_at(self, k: int) -> bool:
        endings = self._table.gerund_endings
        return k < self._end and self._tokens[k].low.endswith(endings) and not self._tokens[k].upper

    def _marker_at(self, k: int) -> bool:
        return k < self._end and self._tokens[k].low in self._table.infinitive_markers

    def _request(self, cue: Cue, source: Range) -> Draft | None:
        """``urged the voters to stay``: the one who is asked is part of what is asked."""
        start = cue.last + 1
        asked = self._sources.phrase_right(start)
        if self._marker_at(start) or (asked is not None and asked[0] == start and self._marker_at(asked[1])):
            return self._draft(cue, source, start, "infinitive")
        return None

    def _is_infinitive(self, k: int) -> bool:
        return self._tokens[k].low.endswith(("n", "re", "er", "ir")) and not self._tokens[k].upper
