"""Reporting clauses inside the marks: ``« Nous n'avons rien vu, a-t-elle dit, et nous partons. »``."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.extract.quotation.cues import Cue
from workbench.extract.quotation.drafts import Draft
from workbench.extract.quotation.lexicon import Lexicon
from workbench.extract.quotation.sources import Sources
from workbench.extract.quotation.units import Token
from workbench.model import Span

_ENDS = frozenset(",.;?!")


def take_incise(draft: Draft, tokens: Sequence[Token], cues: Sequence[Cue], lexicon: Lexicon) -> bool:
    """Give speech without a cue the one between commas inside it; whether there is one.

    Args:
        draft: the speech.
        tokens: a sentence of it.
        cues: the cues of that sentence.
        lexicon: of its language.
    """
    sources = Sources(tokens, lexicon)
    for cue in cues:
        first = min(cue.first, cue.finite)
        said = cue.form is not None and cue.use in ("say", "voice") and cue.form.shape != "gerund"
        source = sources.of(cue) if said and first and tokens[first - 1].text == "," else None
        if source is None or source[0] <= cue.finite:
            continue
        after = max(cue.last + 1, source[1])
        if after < len(tokens) and tokens[after].text not in _ENDS:
            continue
        draft.mark, draft.evidence = cue, "after"
        draft.cue = cue.span(tokens)
        draft.source = Span(tokens[source[0]].start, tokens[source[1] - 1].end)
        rest = tokens[after].end if after < len(tokens) else draft.end
        pieces = (Span(draft.start, tokens[first - 1].start), Span(rest, draft.end))
        draft.parts = pieces if tokens[min(after, len(tokens) - 1)].text == "," else ()
        return True
    return False
