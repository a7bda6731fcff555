"""Reporting clauses beside what they report: ``…, says X``; ``according to X …``; ``that it works, X believes``."""

from __future__ import annotations

from workbench.extract.quotation.clauses import DASHES, ClauseReader
from workbench.extract.quotation.cues import Cue
from workbench.extract.quotation.drafts import Draft
from workbench.extract.quotation.lexicon import Kind
from workbench.extract.quotation.phrases import Range
from workbench.extract.quotation.units import Token
from workbench.model import Span

FRONTED = 6
"""Most tokens between a source phrase and the verb that follows what is fronted."""


class AddedReader(ClauseReader):
    """Reads clauses whose source stands beside, before or within them."""

    def _preposed(self, cue: Cue, source: Range | None) -> Draft | None:
        """``Dat het werkt, gelooft X``."""
        tokens = self._tokens
        if (
            not tokens
            or not tokens[0].kind & Kind.COMPLEMENTIZER
            or cue.first < 3
            or (tokens[0].kind & Kind.PRONOUN and not self._table.verb_second)
            or tokens[1].kind & Kind.FINITE  # "Dat is waar, zegt X"
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
        if left < 2 or not (tokens[left - 1].text == "," or tokens[left - 1].text in DASHES):
            return None
        if (
            tokens[left].kind & (Kind.RELATIVE | Kind.SUBORDINATOR | Kind.CONJUNCTION)
            and not tokens[left].kind & Kind.DETERMINER
        ):
            return None
        if not self._is_tail(cue, source, left):
            return None
        if self._table.bare_clause and source[0] < cue.first and self._clause_follows(right + 1):
            return None
        following = tokens[right + 1] if right + 1 < self._end else None
        if following is not None and (
            following.text[0].isdigit() or (cue.use == "hold" and self._goes_on(following))
        ):
            return None
        return self._around(cue, source, left, right)

    def _clause_follows(self, at: int) -> bool:
        """Whether the verb has its clause after it: "As a girl, | she said | she was shy"."""
        apart = Kind.ADVERB | Kind.PREPOSITION | Kind.CONJUNCTION | Kind.SUBORDINATOR | Kind.RELATIVE
        token = self._tokens[at] if at < self._end else None
        return token is not None and token.word and not token.kind & apart and self._has_finite(at + 1)

    def _goes_on(self, token: Token) -> bool:
        """Whether the verb takes more than its subject, so that it is the main one: "…, ziet X het als een kans"."""
        added = Kind.ADVERB | Kind.PREPOSITION | Kind.RELATIVE
        return token.word and (not token.kind & added or bool(token.kind & Kind.SUBORDINATOR))

    def _is_tail(self, cue: Cue, source: Range, left: int) -> bool:
        """Whether a reporting clause is added to what it reports: inverted in a verb-second language, bare in others."""
        tokens = self._tokens
        if not any(
            t.kind & Kind.FINITE or t.low in self._lexicon.forms or (not t.kind and t.word)
            for t in tokens[:left]
        ):
            return False
        if self._table.verb_second:
            return source[0] > cue.finite and cue.finite - left <= 2
        return source[0] > cue.finite if self._table.inverted else source[0] >= left

    def _used_marked(self, left: int) -> bool:
        tokens = self._tokens
        before = left - 1
        while before >= 0 and tokens[before].text in ",-–—":
            before -= 1
        stretch = tokens[before].stretch if before >= 0 else None
        if stretch is None:
            return False
        return before == 0 or ". " in self._text[stretch.inner : stretch.stop]  # speech of its own

    def _around(self, cue: Cue, source: Range, left: int, right: int) -> Draft | None:
        """Content before a reporting clause, and after it where the clause only interrupts."""
        tokens = self._tokens
        start = self._content_start(left)
        stop = left
        while stop > start and tokens[stop - 1].text in ",-–—":
            stop -= 1
        if stop <= start or (
            tokens[start].kind & Kind.SUBORDINATOR
            and self._table.verb_second
            and (not tokens[start].upper or all(t.text != "," for t in tokens[start:stop]))
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
            bare = stop - start < 4 or bool(tokens[start].kind & Kind.PREPOSITION)
            if bare and not self._has_finite_before(start, stop):
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
        tokens = self._tokens
        if stop - start < 4:
            return any(tokens[k].kind & Kind.FINITE for k in range(start + 1, stop))
        endings, governing = self._table.verb_endings, Kind.PREPOSITION | Kind.DETERMINER | Kind.LINK
        return any(
            t.kind & Kind.FINITE
            or t.stretch is not None
            or (
                not t.kind
                and t.low == t.text
                and t.low.endswith(endings)
                and not tokens[k - 1].kind & governing
            )
            for k, t in enumerate(tokens[start:stop], start)
        )

    def _closing(self, after: int, opener: str) -> int | None:
        """Index of the sign that ends an interrupting clause."""
        tokens = self._tokens
        if after < self._end and tokens[after].text == opener:
            following = tokens[after + 1] if after + 1 < len(tokens) else None
            if following is not None and not self._is_relative(after + 1):
                return after
        return None

    def _is_relative(self, k: int) -> bool:
        """Whether a relative clause opens at ``k``: its pronoun is no article, or has no verb right after it."""
        token = self._tokens[k]
        if not token.kind & Kind.RELATIVE:
            return False
        if not token.kind & Kind.DETERMINER:
            return True
        after = self._tokens[k + 1] if k + 1 < self._end else None
        return self._table.verb_second and after is not None and not after.kind & Kind.FINITE

    def _content_start(self, stop: int) -> int:
        """Where a clause before its cue starts: after the last full stop or reporting clause."""
        tokens = self._tokens
        for k in range(stop - 1, -1, -1):
            if tokens[k].text in ";:":
                return k + 1
        return 0

    def _of_phrase(self, cue: Cue) -> Draft | None:
        phrase = cue.phrase
        source = self._sources.of(cue)
        if phrase is None or source is None or phrase.relay:
            return None
        tokens = self._tokens
        if phrase.side == "subject":
            return self._in_own_words(cue, source)
        after = tokens[source[1] - 1].low if source[1] >= self._end else tokens[source[1]].low
        if after in self._table.infinitive_markers or any(
            t.low in self._table.norms for t in tokens[source[0] : source[1]]
        ):
            return None  # "volgens de wet te handelen", "volgens plan"
        first, last = min(cue.first, source[0]), max(cue.last, source[1] - 1)
        aside = self._aside_after(source)
        last = aside[1] - 1 if aside is not None and last + 1 == aside[0] else last
        if first and tokens[first - 1].text in (",", "-", "–", "—"):
            if self._used_marked(first):
                return None
            return self._around(cue, source, first, last)
        if phrase.tag:
            return None
        if first == 0 or tokens[first - 1].kind & (
            Kind.SUBORDINATOR | Kind.CONJUNCTION | Kind.COMPLEMENTIZER
        ):
            start = self._fronted_end(last + 1)
            source = (source[0], start) if source[1] == last + 1 else source
            if start < self._end and tokens[start].text == ",":
                start += 1
            return self._draft(cue, source, start, "phrase")
        return self._within(cue, source, first, last)

    def _in_own_words(self, cue: Cue, source: Range) -> Draft | None:
        """``X heeft naar eigen zeggen …``: the whole clause without the phrase."""
        tokens = self._tokens
        draft = self._span_draft(cue, source, cue.last + 1 if cue.first == 0 else 0, self._end, "phrase")
        if draft is not None and 0 < cue.first < cue.last + 1 < self._end:
            draft.parts = (
                Span(tokens[0].start, tokens[cue.first - 1].end),
                Span(tokens[cue.last + 1].start, tokens[self._end - 1].end),
            )
        return draft

    def _fronted_end(self, at: int) -> int:
        """Where a fronted phrase ends: in a verb-second language all that stands before the verb belongs to it."""
        tokens = self._tokens
        if not self._table.verb_second or at >= self._end or not tokens[at].kind & Kind.PREPOSITION:
            return at
        for k in range(at + 1, min(self._end, at + FRONTED)):
            if not tokens[k].word:
                return at
            if tokens[k].kind & Kind.FINITE and not tokens[k].kind & Kind.DETERMINER:
                return k
        return at

    def _within(self, cue: Cue, source: Range, first: int, last: int) -> Draft | None:
        """A source phrase inside the clause that it covers, or at its end."""
        tokens = self._tokens
        relative = first - 2
        if relative > 0 and tokens[relative].text == "," and tokens[first - 1].kind & Kind.RELATIVE:
            stop = next((k for k in range(last + 1, self._end) if tokens[k].text == ","), self._end)
            return self._span_draft(cue, source, last + 1, stop, "phrase")
        start = 0
        for k in range(first - 1, 0, -1):
            if tokens[k].text in ";:" or (
                tokens[k].text == "," and tokens[k + 1].kind & (Kind.CONJUNCTION | Kind.SUBORDINATOR)
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
