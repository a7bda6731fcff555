"""What a finding shows of an article: a stretch with its place, and how its words differ from the draft's."""

from __future__ import annotations

from workbench.compare.drafts import Known, Shown
from workbench.compare.passages import Wording
from workbench.compare.profile import profile
from workbench.compare.types import Comparable
from workbench.model import Change, Figure, Proof, Span
from workbench.text.diff import word_diff

CONTEXT = 120
"""Characters shown on either side of the evidence."""


def proof_of(known: Known, span: Span, said: Comparable | None) -> Proof:
    """A stretch of an article as evidence."""
    start, end = _whole_words(known, span)
    return Proof(
        article=known.article.id,
        name=known.article.name,
        published=known.article.published,
        span=span,
        text=span.of(known.text),
        speaker=said.mention.speaker if said else None,
        primary=known.is_primary(span),
        mention=said.mention.id if said else None,
        context=known.text[start:end],
        at=span.start - start,
    )


def _whole_words(known: Known, span: Span) -> tuple[int, int]:
    """From where to where the words around a stretch are shown: no word is cut."""
    low, high = known.body.start, known.body.end
    start, end = max(low, span.start - CONTEXT), min(high, span.end + CONTEXT)
    while low < start < span.start and not known.text[start - 1].isspace():
        start += 1
    while span.end < end < high and not known.text[end].isspace():
        end -= 1
    return start, end


def mention_proof(known: Comparable, primary: bool) -> Proof:
    """A known mention as evidence."""
    mention = known.mention
    return Proof(
        article=known.article.id,
        name=known.article.name,
        published=known.article.published,
        span=mention.span,
        text=mention.text,
        speaker=mention.speaker,
        as_of=mention.as_of if isinstance(mention, Figure) else mention.date,
        primary=primary,
        mention=mention.id,
        context=known.context,
        at=profile(known).at,
    )


def changes(source: Shown, draft: Shown) -> tuple[Change, ...]:
    """The way from one wording to another; what differs only in case, marks or spaces counts as equal.

    Empty where nothing differs.
    """
    found = []
    for op in word_diff(source.text, draft.text):
        gone, come = op.left.of(source.text), op.right.of(draft.text)
        same = Wording(gone).words == Wording(come).words
        tag = "equal" if same else op.tag
        found.append(Change(tag, gone, come, source.span(op.left), draft.span(op.right)))
    return tuple(found) if any(step.tag != "equal" for step in found) else ()
