"""Marked stretches: which are quotes, and by what cue."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.extract.quotation.cues import Cue, find_cues
from workbench.extract.quotation.drafts import Draft, Evidence
from workbench.extract.quotation.lexicon import Kind, Lexicon
from workbench.extract.quotation.marks import Stretch
from workbench.extract.quotation.sources import Range, Sources
from workbench.extract.quotation.units import Token, Unit
from workbench.model import Span

_BETWEEN = frozenset(",-–—")
_FLOATING_WORDS = 3
"""Fewest words of a stretch that counts as speech without a cue and without a final stop."""
MAX_AFTER = 12
"""How many tokens after the closing mark a cue may stand."""
_FINAL = ".?!…"
_SIGNATURE = re.compile(r"\s{0,3}(?:[—–―]|--|-(?=\s))\s{0,3}([A-ZÀ-Þ][^\n.!?\"“”„«»]{1,70}?)\s{0,3}\.?$")
_LABEL = re.compile(r"([A-Z][A-Z.’' -]{1,30}):\s{1,3}")
MAX_SIGNATURE = 80
"""Longest text after the closing mark that can be a signature."""


class DirectReader:
    """Reads the marked stretches of one unit."""

    def __init__(
        self, text: str, unit: Unit, cues: Sequence[Cue], lexicon: Lexicon, previous: Unit | None
    ) -> None:
        self._text = text
        self._unit = unit
        self._tokens = unit.tokens
        self._cues = cues
        self._lexicon = lexicon
        self._sources = Sources(unit.tokens, lexicon)
        self._previous = previous
        self.used: set[int] = set()
        """First tokens of the cues that took a direct quote as their content."""

    def read(self) -> list[Draft]:
        """The quotes among the unit's outermost stretches."""
        drafts: list[Draft] = []
        for k, token in enumerate(self._tokens):
            if token.stretch is not None:
                draft = self._one(k, token.stretch, drafts[-1] if drafts else None)
                if draft is not None:
                    drafts.append(draft)
        return drafts

    def _one(self, k: int, stretch: Stretch, last: Draft | None) -> Draft | None:
        if self._is_title(k, stretch):
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

    def _signed(self, stretch: Stretch) -> Draft | None:
        """``"…" — Name`` at the end of a paragraph."""
        end = self._unit.block.span.end
        if end - stretch.end > MAX_SIGNATURE or not self._clause_like(stretch):
            return None
        match = _SIGNATURE.match(self._text, stretch.end, end)
        if match is None:
            return None
        draft = self._draft("direct", stretch, "name_colon", None, None)
        draft.source = Span(*match.span(1))
        return draft

    def _transcript(self, stretch: Stretch) -> Draft | None:
        """``"SMITH: …"``: the speaker's name in capitals inside the mark."""
        match = _LABEL.match(self._text, stretch.inner, stretch.stop)
        if match is None or match.end() >= stretch.stop:
            return None
        draft = self._draft("direct", stretch, "name_colon", None, None)
        draft.start, draft.source = match.end(), Span(*match.span(1))
        return draft

    def _cue_after(self, k: int, stretch: Stretch) -> Draft | None:
        tokens = self._tokens
        at = k + 1
        comma = (
            self._text[stretch.stop - 1] in ",?!"
            or stretch.stop > stretch.inner
            and self._text[stretch.stop - 1] in ".…"
        )
        while at < len(tokens) and tokens[at].text in _BETWEEN:
            at, comma = at + 1, True
        cue = self._first_cue(at, min(len(tokens), at + MAX_AFTER))
        if cue is None or not self._may_close(cue, comma, k, stretch):
            return None
        source = self._sources.of(cue)
        if source is None and not comma:
            return None
        if source is not None and source[0] < k:
            source = None if comma else source
        whole = self._opens_clause(k, stretch) and (comma or self._clause_like(stretch))
        self.used.add(cue.first)
        return self._draft("direct" if whole else "mixed", stretch, "after", cue, source)

    def _may_close(self, cue: Cue, comma: bool, k: int, stretch: Stretch) -> bool:
        if cue.phrase is not None:
            return cue.phrase.tag or comma and not cue.phrase.relay
        if cue.form is None or cue.form.verb.use in ("label", "record"):
            return False
        if cue.form.verb.use == "voice":
            return comma
        return comma or cue.first == k + 1 and (self._clause_like(stretch) or self._lexicon.table.verb_second)

    def _first_cue(self, start: int, stop: int) -> Cue | None:
        """The first cue in a run of tokens that no clause end breaks."""
        tokens = self._tokens
        for cue in self._cues:
            if start <= cue.first < stop:
                between = tokens[start : cue.first]
                if any(
                    t.stretch is not None
                    or t.text in ",;:.?!"
                    and len(between) > 0
                    and not self._abbreviation(t)
                    for t in between
                ):
                    return None
                return cue
        return None

    def _abbreviation(self, token: Token) -> bool:
        """Whether a full stop belongs to a short word before it: "mr. Jansen"."""
        return (
            token.text == "."
            and self._text[max(0, token.start - 5) : token.start].rpartition(" ")[2].isalpha()
        )

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
        self.used.add(cue.first)
        return self._draft(
            "direct" if opens else "mixed", stretch, "colon" if colon else "before", cue, source
        )

    def _last_cue(self, k: int, colon: bool) -> Cue | None:
        """The cue that introduces the stretch: before a colon anywhere in the sentence, else close by."""
        tokens = self._tokens
        for cue in reversed(self._cues):
            if cue.last >= k or cue.use == "record":
                continue
            between = tokens[cue.last + 1 : k]
            if any(t.stretch is not None for t in between):
                return None
            if colon or not any(t.text in ";:.?!" and not self._abbreviation(t) for t in between):
                return cue
        return None

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
            draft.cue = Span(previous.tokens[cue.first].start, previous.tokens[cue.last].end)
            draft.mark = cue
            if source is not None:
                draft.source = Span(previous.tokens[source[0]].start, previous.tokens[source[1] - 1].end)
            return draft
        return None

    def _uncued_colon(self, k: int, stretch: Stretch) -> Draft | None:
        if not self._clause_like(stretch) and not self._ends(stretch):
            return None
        return self._draft("direct", stretch, "floating", None, None)

    def _name_before(self, k: int, stretch: Stretch) -> Draft | None:
        """``Name: "…"``: nothing but a noun phrase before the colon."""
        tokens = self._tokens
        if k < 2 or tokens[k - 1].text != ":":
            return None
        head = tokens[: k - 1]
        if (
            len(head) > 10
            or not head[0].word
            or head[0].kind & (Kind.PREPOSITION | Kind.ADVERB | Kind.CONJUNCTION | Kind.SUBORDINATOR)
        ):
            return None
        verbal = any(
            t.kind & Kind.FINITE or t.low in self._lexicon.forms and not t.upper or t.stretch is not None
            for t in head
        )
        if verbal or not any(t.upper or t.kind & Kind.DETERMINER for t in head):
            return None
        return self._draft("direct", stretch, "name_colon", None, (0, k - 1))

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
        elif (
            not between
            or between[-1].text not in ",:-–—.;"
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
        for cue in reversed(self._cues):
            if cue.last < k and cue.use != "voice" and not self._weak(cue):
                break
        else:
            cue_after = next((c for c in self._cues if c.first > k and self._closes_unit(c)), None)
            if cue_after is None:
                return None
            cue = cue_after
        source = self._sources.of(cue)
        if source is not None and source[0] <= k < source[1]:
            return None
        if source is None and cue.use not in ("label", "noun") and not cue.passive:
            return None
        if cue.use == "hold" and stretch.stop - stretch.inner < 4 and tokens[k - 1].word:
            return None
        return self._draft("mixed", stretch, "inside", cue, source)

    def _weak(self, cue: Cue) -> bool:
        """Whether another verb of the sentence rather is the cue: an infinitive of wanting or knowing."""
        return (
            cue.use == "hold"
            and cue.form is not None
            and cue.form.shape in ("gerund", "infinitive", "either")
        )

    def _closes_unit(self, cue: Cue) -> bool:
        before = self._tokens[cue.first - 1].text if cue.first else ""
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

    def _is_title(self, k: int, stretch: Stretch) -> bool:
        """Whether the stretch is the name of something: after "film", "the so-called", or capitals throughout without a verb."""
        before = self._tokens[k - 1] if k else None
        head = " ".join(t.low for t in self._tokens[: k - 1]) if 1 < k < 6 else ""
        if (
            before is not None
            and before.low in self._lexicon.table.titles
            or head in self._lexicon.table.references
        ):
            return True
        if before is None or before.text in ":,":
            return False
        words = self._text[stretch.inner : stretch.stop].split()
        named = words[0][:1].isupper() or words[0][:1].isdigit()
        return named and len(words) <= 8 and not self._clause_like(stretch) and not self._ends(stretch)

    def _opens_clause(self, k: int, stretch: Stretch) -> bool:
        """Whether the stretch starts a sentence or clause of its own."""
        before = self._tokens[k - 1] if k else None
        if before is None or before.text in ":.?!…" or before.stretch is not None:
            return True
        return self._clause_opener(stretch) and not (
            before.kind & (Kind.COMPLEMENTIZER | Kind.PREPOSITION | Kind.DETERMINER)
        )

    def _clause_opener(self, stretch: Stretch) -> bool:
        return self._text[stretch.inner].isupper() and self._text.count(" ", stretch.inner, stretch.stop) > 1

    def _clause_like(self, stretch: Stretch) -> bool:
        """Whether there is a finite verb or a pronoun of the speaker inside."""
        words = self._text[stretch.inner : min(stretch.stop, stretch.inner + 400)].lower().split()
        if len(words) < 2:
            return False
        wanted = Kind.FINITE | Kind.FIRST_PERSON | Kind.PRONOUN
        return len(words) > 9 or any(self._lexicon.kind(w.strip(".,;:!?…")) & wanted for w in words)

    def _ends(self, stretch: Stretch) -> bool:
        return self._text[stretch.stop - 1] in _FINAL

    def _draft(
        self, kind: str, stretch: Stretch, evidence: Evidence, cue: Cue | None, source: Range | None
    ) -> Draft:
        tokens = self._tokens
        stop = stretch.stop
        while stop > stretch.inner + 1 and self._text[stop - 1] == ",":
            stop -= 1
        draft = Draft(
            "direct" if kind == "direct" else "mixed",
            stretch.inner,
            stop,
            self._unit,
            evidence,
            mark=cue,
            stretch=stretch,
        )
        if cue is not None:
            draft.cue = Span(tokens[cue.first].start, tokens[cue.last].end)
        if source is not None:
            draft.source = Span(tokens[source[0]].start, tokens[source[1] - 1].end)
        if stretch.unclosed or stretch.unopened:
            draft.flags.add("unbalanced")
        return draft
