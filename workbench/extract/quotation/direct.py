"""Marked stretches: which are quotes, and by what cue."""

from __future__ import annotations

from workbench.extract.quotation.cues import Cue, find_cues
from workbench.extract.quotation.drafts import Draft
from workbench.extract.quotation.lexicon import Form, Kind
from workbench.extract.quotation.marks import Stretch
from workbench.extract.quotation.sources import Sources
from workbench.extract.quotation.stretches import StretchReader
from workbench.languages.schema.attribution import Verb
from workbench.model import Span

_BETWEEN = frozenset(",-–—")
_FLOATING_WORDS = 3
"""Fewest words of a stretch that counts as speech without a cue and without a final stop."""
_UNLISTED = Verb(use="voice", finite=())
"""What is known of a verb that stands in no table."""
MAX_APPOSED = 30
"""The same where an apposition stands between subject and verb."""
MAX_AFTER = 12
"""How many tokens after the closing mark a cue may stand."""


class DirectReader(StretchReader):
    """Reads the marked stretches of one unit."""

    def read(self) -> list[Draft]:
        """The quotes among the unit's outermost stretches."""
        drafts: list[Draft] = []
        for k, token in enumerate(self._tokens):
            if token.stretch is not None:
                draft = self._one(k, token.stretch, drafts[-1] if drafts else None)
                if draft is not None:
                    drafts.append(draft)
        _join(drafts)
        return drafts

    def _one(self, k: int, stretch: Stretch, last: Draft | None) -> Draft | None:
        if self.is_title(k, stretch):
            return None
        return (
            self._signed(stretch)
            or self._transcript(stretch)
            or self._name_before(k, stretch)
            or self._continued(k, stretch, last)
            or self._cue_after(k, stretch)
            or self._cue_before(k, stretch)
            or self._inside(k, stretch)
            or self._floating(k, stretch)
        )

    def _cue_after(self, k: int, stretch: Stretch) -> Draft | None:
        tokens = self._tokens
        at = k + 1
        comma = self._text[stretch.stop - 1] in ",?!" or (
            stretch.stop > stretch.inner and self._text[stretch.stop - 1] in ".…"
        )
        while at < len(tokens) and tokens[at].text in _BETWEEN:
            at, comma = at + 1, True
        cue = (
            self._first_cue(at, min(len(tokens), at + MAX_AFTER))
            or self._apposed_cue(at)
            or (self._unlisted_cue(at) if comma else None)
        )
        if cue is None or not self._may_close(cue, comma, k, stretch):
            return None
        source = self._sources.of(cue)
        if source is None and not comma:
            return None
        if source is not None and source[0] < k:
            source = None if comma else source
        whole = self._opens_clause(k, stretch) and (comma or self._clause_like(stretch))
        if whole:
            self.used.add(cue.first)
        return self._draft("direct" if whole else "mixed", stretch, "after", cue, source)

    def _may_close(self, cue: Cue, comma: bool, k: int, stretch: Stretch) -> bool:
        if cue.phrase is not None:
            return cue.phrase.tag or (comma and not cue.phrase.relay)
        if cue.form is None:
            return False
        if cue.form.verb.use == "record":
            return comma and self._opens_at(cue, k) and self._sources.of(cue) is not None
        if cue.form.verb.use in ("voice", "label"):
            return comma and (cue.form.verb.use == "voice" or self._opens_at(cue, k))
        return comma or (
            cue.first == k + 1 and (self._clause_like(stretch) or self._lexicon.table.verb_second)
        )

    def _opens_at(self, cue: Cue, k: int) -> bool:
        """Whether a cue comes right after the closing mark and its comma."""
        return cue.first == k + 1 + (self._tokens[k + 1].text in _BETWEEN)

    def _first_cue(self, start: int, stop: int) -> Cue | None:
        """The first cue in a run of tokens that no clause end breaks."""
        tokens = self._tokens
        for cue in self._cues:
            if start <= cue.first < stop:
                between = tokens[start : cue.first]
                if any(
                    t.stretch is not None
                    or t.kind & Kind.CONJUNCTION
                    or (t.text in ",;:.?!" and len(between) > 0 and not self._abbreviation(t))
                    for t in between
                ):
                    return None
                return cue
        return None

    def _apposed_cue(self, at: int) -> Cue | None:
        """``“…,” X, the head of Y, said``: the verb of the phrase that opens at ``at``, whose apposition stands between."""
        if self._lexicon.table.verb_second:
            return None
        cue = next((c for c in self._cues if at < c.first), None)
        if cue is None or cue.form is None or cue.first > at + MAX_APPOSED:
            return None
        source = self._sources.of(cue)
        return cue if source is not None and source[0] == at else None

    def _unlisted_cue(self, at: int) -> Cue | None:
        """``“…”, schmunzelt der Trainer``: any verb that opens the clause after speech, with its subject behind it."""
        tokens, table = self._tokens, self._lexicon.table
        if not table.verb_second or at + 1 >= len(tokens):
            return None
        verb, following = tokens[at], tokens[at + 1]
        known = verb.kind & ~Kind.FINITE or not verb.word or verb.upper
        if known or not (verb.kind & Kind.FINITE or verb.low.endswith(table.verb_endings)):
            return None
        titled = at + 2 < len(tokens) and not following.kind and following.word and tokens[at + 2].upper
        named = following.upper or titled or following.kind & (Kind.DETERMINER | Kind.PRONOUN)
        subject = (
            self._sources.phrase_right(at + 1) if named and following.low not in table.impersonals else None
        )
        if subject is None or subject[0] != at + 1 or following.kind & Kind.FIRST_PERSON:
            return None
        return Cue(at, at, at, form=Form(verb.low, _UNLISTED, "finite"))

    def _cue_before(self, k: int, stretch: Stretch) -> Draft | None:
        tokens = self._tokens
        if k == 0:
            return self._colon_before_unit(stretch)
        colon = tokens[k - 1].text == ":"
        cue = self._last_cue(k, colon)
        if cue is None:
            return self._uncued_colon(k, stretch) if colon else None
        source = self._sources.of(cue)
        if source is not None and source[0] > k:
            source = None
        opens = colon or self._opens_clause(k, stretch)
        if not opens and not self._clause_opener(stretch):
            return None
        if not colon and (cue.use == "label" or cue.phrase is not None):
            return None
        if opens:
            self.used.add(cue.first)
        return self._draft(
            "direct" if opens else "mixed", stretch, "colon" if colon else "before", cue, source
        )

    def _last_cue(self, k: int, colon: bool) -> Cue | None:
        """The cue that introduces the stretch: before a colon anywhere in the sentence, else close by."""
        tokens = self._tokens
        for cue in reversed(self._cues):
            if cue.last >= k or (cue.use == "record" and not colon):
                continue
            between = tokens[cue.last + 1 : k]
            if any(t.stretch is not None for t in between):
                return None
            if colon and self._aims(cue):
                continue
            if colon or not any(t.text in ";:.?!" and not self._abbreviation(t) for t in between):
                return cue
        return None

    def _aims(self, cue: Cue) -> bool:
        """Whether a cue is an infinitive that rather hangs on an earlier one: "riep op om ervan af te zien: …"."""
        unsaid = cue.form is not None and cue.form.shape == "gerund" and cue.use != "say"
        return unsaid and any(c.last < cue.first and c.use == "say" for c in self._cues)

    def _colon_before_unit(self, stretch: Stretch) -> Draft | None:
        """``He went on:`` at the end of the unit before."""
        previous = self._previous
        if (
            previous is None
            or self._text[previous.span.end - 1 : previous.span.end] != ":"
            or not previous.tokens
        ):
            return None
        sources = Sources(previous.tokens, self._lexicon)
        for cue in reversed(find_cues(previous.tokens, self._lexicon)):
            source = sources.of(cue)
            draft = self._draft("direct", stretch, "colon", None, None)
            draft.cue = cue.span(previous.tokens)
            draft.mark = cue
            if source is not None:
                draft.source = Span(previous.tokens[source[0]].start, previous.tokens[source[1] - 1].end)
            return draft
        return None

    def _uncued_colon(self, k: int, stretch: Stretch) -> Draft | None:
        if not self._clause_like(stretch) and not self._ends(stretch):
            return None
        return self._draft("direct", stretch, "floating", None, None)

    def _continued(self, k: int, stretch: Stretch, last: Draft | None) -> Draft | None:
        """The rest of an utterance that a reporting clause interrupts."""
        if (
            last is None
            or last.evidence not in ("after", "continued")
            or last.stretch is None
            or last.cue is None
        ):
            return None
        at = next(i for i, t in enumerate(self._tokens) if t.stretch is last.stretch)
        between = self._tokens[at + 1 : k]
        if last.evidence == "continued":
            if any(t.word for t in between):
                return None
        elif not between or (
            between[-1].text not in ",:-–—.;"
            and last.source is not None
            and last.source.end != between[-1].end
        ):
            return None
        if any(cue.first > at + 1 + len(between) for cue in self._cues if cue.last < k and cue.first > at):
            return None
        draft = self._draft("direct", stretch, "continued", last.mark, None)
        draft.cue, draft.source = last.cue, last.source
        return draft

    def _inside(self, k: int, stretch: Stretch) -> Draft | None:
        """A fragment in the scope of a cue."""
        tokens = self._tokens
        before = [c for c in self._cues if c.last < k and c.use != "voice"]
        strong = [c for c in before if not self._weak(c)] or [c for c in before if c.passive]
        after = [c for c in self._cues if c.first > k and self._closes_unit(c)]
        if not strong and not after:
            return None
        verbs = [c for c in strong if c.use != "noun"]
        cue = (verbs or strong)[-1] if strong else after[0]
        source = self._sources.of(cue)
        if source is not None and source[0] <= k < source[1]:
            return None
        if source is None and cue.use not in ("label", "noun") and not cue.passive:
            return None
        if cue.use == "hold" and stretch.stop - stretch.inner < 4 and tokens[k - 1].word:
            return None
        return self._draft("mixed", stretch, "inside", cue, source)

    def _weak(self, cue: Cue) -> bool:
        """Whether another verb rather is the cue: an infinitive of wanting or knowing, a passive."""
        return (
            cue.use == "hold"
            and cue.form is not None
            and cue.form.shape in ("gerund", "infinitive", "either")
        )

    def _closes_unit(self, cue: Cue) -> bool:
        at = min(cue.first, cue.finite)
        while at and self._tokens[at - 1].kind & Kind.ADVERB and self._tokens[at - 1].word:
            at -= 1  # "…, | zo stelde X"
        before = self._tokens[at - 1].text if at else ""
        return before in (",", "–", "-", "—") and (cue.use == "say" or cue.phrase is not None)

    def _floating(self, k: int, stretch: Stretch) -> Draft | None:
        """Speech that makes a sentence of its own."""
        tokens = self._tokens
        if any(t.word for t in tokens[k + 1 :]) and not self._ends(stretch):
            return None
        if k and not (tokens[k - 1].stretch is not None or tokens[k - 1].text in ".?!…"):
            return None
        if self._unit.block.kind in ("heading", "caption", "header"):
            return None
        words = self._text.count(" ", stretch.inner, stretch.stop) + 1
        if (
            words < _FLOATING_WORDS
            and not (self._ends(stretch) and words > 1)
            and self._text[stretch.stop - 1] not in "?!"
        ):
            return None
        if not self._ends(stretch) and not self._clause_like(stretch):
            return None
        return self._draft("direct", stretch, "floating", None, None)


def _join(drafts: list[Draft]) -> None:
    """Give every piece of an interrupted utterance the spans of all its pieces."""
    run: list[Draft] = []
    for draft in (*drafts, None):
        if draft is not None and draft.evidence == "continued" and run:
            run.append(draft)
            continue
        for piece in run if len(run) > 1 else ():
            piece.parts = tuple(d.span for d in run)
        run = [draft] if draft is not None else []
