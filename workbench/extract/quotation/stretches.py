"""Marked stretches by themselves: titles, signatures, labels, and what looks like speech."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.extract.quotation.cues import Cue
from workbench.extract.quotation.drafts import Draft, Evidence
from workbench.extract.quotation.lexicon import Kind, Lexicon
from workbench.extract.quotation.marks import Stretch
from workbench.extract.quotation.phrases import Range
from workbench.extract.quotation.sources import Sources
from workbench.extract.quotation.units import Token, Unit
from workbench.model import Span

_FINAL = ".?!…"
_SIGNATURE = re.compile(
    r"\s{0,3}(?P<dash>[—–―]|--|-(?=\s))\s{0,3}(?P<name>[A-ZÀ-Þ][^\n.!?\"“”„«»]{1,70}?)\s{0,3}\.?$"
)
_LABEL = re.compile(r"([A-Z][A-Z.’' -]{1,30})(:)\s{1,3}")
MAX_SIGNATURE = 80
"""Longest text after the closing mark that can be a signature."""


class StretchReader:
    """The stretches of one unit, their shape and what labels them."""

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

    def is_title(self, k: int, stretch: Stretch) -> bool:
        """Whether the stretch names something: after "film", "so-called", or capitalised and without a verb."""
        before = self._tokens[k - 1] if k else None
        head = " ".join(t.low for t in self._tokens[: k - 1]) if 1 < k < 6 else ""
        if (
            before is not None and before.low in self._lexicon.table.titles
        ) or head in self._lexicon.table.references:
            return True
        if self._dated(k):
            return True
        if before is not None and before.text == ":" and k > 1:
            return self._tokens[k - 2].low in self._lexicon.table.titles  # "(officiële naam: „…”)"
        if before is None or before.text == ",":
            return False
        words = self._text[stretch.inner : stretch.stop].split()
        common = words[-1].rpartition("-")[2][:1].islower() and "-" in words[-1]  # "Koude Oorlog-retoriek"
        named = (words[0][:1].isupper() and not common) or words[0][:1].isdigit()
        return named and len(words) <= 8 and not self._clause_like(stretch) and not self._ends(stretch)

    def _dated(self, k: int) -> bool:
        """Whether a year in parentheses follows, as after the name of a work."""
        tokens = self._tokens
        return (
            k + 3 < len(tokens)
            and tokens[k + 1].text == "("
            and tokens[k + 2].text.isdigit()
            and tokens[k + 3].text == ")"
        )

    def _opens_clause(self, k: int, stretch: Stretch) -> bool:
        """Whether the stretch starts a sentence or clause of its own."""
        before = self._tokens[k - 1] if k else None
        if before is None or before.text in ":.?!…" or before.stretch is not None:
            return True
        return self._clause_opener(stretch) and not (
            before.kind & (Kind.COMPLEMENTIZER | Kind.PREPOSITION | Kind.DETERMINER)
            or before.kind & (Kind.SUBORDINATOR | Kind.ADVERB) == Kind.SUBORDINATOR
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
            draft.cue = cue.span(tokens)
        if source is not None:
            draft.source = Span(tokens[source[0]].start, tokens[source[1] - 1].end)
        if stretch.unclosed or stretch.unopened:
            draft.flags.add("unbalanced")
        return draft

    def _abbreviation(self, token: Token) -> bool:
        """Whether a full stop belongs to a short word before it: "mr. Jansen"."""
        return (
            token.text == "."
            and self._text[max(0, token.start - 5) : token.start].rpartition(" ")[2].isalpha()
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
        draft.source, draft.cue = Span(*match.span("name")), Span(*match.span("dash"))
        return draft

    def _transcript(self, stretch: Stretch) -> Draft | None:
        """``"SMITH: …"``: the speaker's name in capitals inside the mark."""
        match = _LABEL.match(self._text, stretch.inner, stretch.stop)
        if match is None or match.end() >= stretch.stop:
            return None
        draft = self._draft("direct", stretch, "name_colon", None, None)
        draft.start, draft.source, draft.cue = match.end(), Span(*match.span(1)), Span(*match.span(2))
        return draft

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
            t.stretch is not None
            or (t.kind & Kind.FINITE and not (k == 0 and t.kind & Kind.DETERMINER))
            or (t.low in self._lexicon.forms and not t.upper)
            for k, t in enumerate(head)
        )
        if verbal or not any(t.upper or t.kind & Kind.DETERMINER for t in head):
            return None
        verb = self._verb_after_subject(k - 1)
        sign = tokens[k - 1 if verb is None else verb]
        draft = self._draft("direct", stretch, "name_colon", None, (0, k - 1 if verb is None else verb))
        draft.cue = Span(sign.start, sign.end)
        return draft

    def _verb_after_subject(self, stop: int) -> int | None:
        """Where a verb that no list has follows the phrase that opens the sentence: "De fans | scandeerden …"."""
        table, phrase = self._lexicon.table, self._sources.phrase_right(0)
        if phrase is None or phrase[0] != 0 or phrase[1] >= stop or not table.verb_second:
            return None
        token = self._tokens[phrase[1]]
        plain = token.word and not token.kind and not token.upper
        return phrase[1] if plain and token.low.endswith(table.verb_endings) else None
