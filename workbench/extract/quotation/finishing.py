"""Drafts to quotes: overlaps settled, fragments linked to their clauses, modality, polarity, confidence."""

from __future__ import annotations

from workbench.extract.quotation.confidence import confidence
from workbench.extract.quotation.drafts import Draft
from workbench.extract.quotation.lexicon import lexicon_for
from workbench.model import Article, Modality, Polarity, Quote, Span, mention_id
from workbench.segment import Segmented

_NONE: frozenset[str] = frozenset()
_STRONG: tuple[Modality, ...] = ("reported", "likely", "possible")


def finish(segmented: Segmented, drafts: list[Draft]) -> list[Quote]:
    """Quotes by start; of two with the same span the better one stays."""
    kept = _settled(drafts)
    quotes: list[Quote] = []
    around: list[Quote] = []
    for draft in kept:
        while around and around[-1].span.end <= draft.start:
            around.pop()
        outer = next((quote for quote in reversed(around) if quote.span.end >= draft.end), None)
        quote = _quote(segmented, draft, outer)
        quotes.append(quote)
        if draft.kind != "mixed":
            around.append(quote)
    return quotes


def _settled(drafts: list[Draft]) -> list[Draft]:
    best: dict[tuple[int, int], Draft] = {}
    for draft in drafts:
        key = (draft.start, draft.end)
        if key not in best or _rank(draft) > _rank(best[key]):
            best[key] = draft
    return sorted(best.values(), key=lambda d: (d.start, -d.end))


def _rank(draft: Draft) -> tuple[bool, bool]:
    return draft.source is not None or draft.speaker is not None, draft.kind != "indirect"


def _quote(segmented: Segmented, draft: Draft, outer: Quote | None) -> Quote:
    article: Article = segmented.article
    text = article.text
    span = Span(draft.start, draft.end)
    if outer is not None and draft.kind == "direct":
        draft.flags.add("nested")
    first, last = segmented.sentence_at(span.start), segmented.sentence_at(max(span.start, span.end - 1))
    modality, polarity = _force(text, draft)
    source, speaker = draft.source, draft.speaker
    if outer is not None and draft.kind == "mixed" and not (source or speaker):
        # Words in marks inside a reported clause are words of whoever is reported.
        source, speaker = outer.source, outer.speaker
    return Quote(
        id=mention_id(article.sha256, "quote", span),
        article=segmented.article_id,
        span=span,
        text=span.of(text),
        kind=draft.kind,
        sentence=Span(min(first.start, span.start), max(last.end, span.end)),
        lang=draft.unit.block.lang,
        cue=draft.cue,
        cue_text=draft.cue.of(text) if draft.cue else None,
        source=source,
        source_text=source.of(text) if source else None,
        speaker=speaker,
        confidence=confidence(draft),
        in_quote=outer.id if outer else None,
        chain=_chain(draft, outer),
        modality=modality,
        polarity=polarity,
        date=draft.date,
        parts=draft.parts,
        flags=tuple(sorted(draft.flags)),
    )


def _chain(draft: Draft, outer: Quote | None) -> tuple[str, ...]:
    """From the outermost source inwards; empty where there is only one."""
    before = (outer.chain or (outer.speaker,)) if outer is not None else ()
    links = [name for name in (*before, draft.speaker, draft.relayed) if name]
    chain = tuple(name for at, name in enumerate(links) if at == 0 or links[at - 1] != name)
    return chain if len(chain) > 1 else ()


def _force(text: str, draft: Draft) -> tuple[Modality, Polarity]:
    """How firmly the content is put forward and whether it is affirmed."""
    form = draft.mark.form if draft.mark is not None else None
    modality: Modality = form.verb.modality if form is not None else "asserted"
    polarity: Polarity = form.verb.polarity if form is not None else "affirmed"
    if draft.mark is not None and draft.mark.denied:
        polarity = "denied"
    if polarity == "denied" and draft.mark is not None and draft.mark.negated:
        polarity = "not_denied"
    if modality == "asserted":
        withheld = draft.mark is not None and draft.mark.negated and polarity == "affirmed"
        modality = "possible" if withheld and draft.kind == "indirect" else _weakened(text, draft)
    return modality, polarity


def _weakened(text: str, draft: Draft) -> Modality:
    lexicon = lexicon_for(draft.unit.block.lang)
    if lexicon is None or draft.kind in ("direct", "post"):
        return "asserted"
    words = text[draft.start : min(draft.end, draft.start + 400)].lower().split()
    for modality in _STRONG:
        if not lexicon.modality.get(modality, _NONE).isdisjoint(words):
            return modality
    return "asserted"
