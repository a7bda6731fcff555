"""A figure of a draft whose whole sentence stands in an article: with that figure, or with another in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.compare.drafts import Known, without
from workbench.compare.evidence import changes, proof_of
from workbench.compare.passages import Place, Wording, places
from workbench.compare.types import Comparable
from workbench.model import Finding, Span

SAME_SENTENCE = 0.8
"""Share of a sentence's words that an article must have in their order to be where it comes from."""
LEAST_WORDS = 6
"""Words of a sentence, at least, that is looked for as a whole."""


def judge_by_sentence(draft: Comparable, at: int, articles: Iterable[Known]) -> Finding | None:
    """What becomes of a figure by the sentence it stands in; None where no article has that.

    Args:
        draft: the figure.
        at: where it starts in the words around it.
        articles: articles that share rare words with the sentence.

    """
    wording = Wording(draft.context)
    if len(wording.words) < LEAST_WORDS:
        return None
    inside = wording.index(at), wording.index(at + len(draft.mention.text))
    found = [(place, known) for known in articles for place in places(wording, known.wording)]
    near = [(place, known) for place, known in found if place.share >= SAME_SENTENCE]
    if not near:
        return None
    # The very sentence speaks before one with another figure.
    place, known = min(
        near, key=lambda row: (bool(list(_changed(row[0], inside))), -row[0].share, row[1].article.name)
    )
    changed = [words for words in _changed(place, inside) if _number(known, words)]
    span = known.wording.span(place.first, place.last)
    if not changed:
        kept = not list(_changed(place, inside))
        text = "an article has it in nearly these words"
        proof = proof_of(known, span, None)
        return Finding(mention=draft.mention, outcome="supported", reason=text, proof=proof) if kept else None
    there = known.wording.span(*changed[0])
    return Finding(
        mention=draft.mention,
        outcome="conflicts",
        reason=f"{known.article.name} has “{there.of(known.text)}” in nearly the same sentence",
        proof=proof_of(known, span, None),
        changes=changes(known.shown(span), without(draft.context, (), draft.mention.span.start - at)),
    )


def _changed(place: Place, inside: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """What the article has in the place of the figure's words, where it has others."""
    first, last = inside
    for step in place.steps:
        if step.tag != "equal" and step.quote[0] < last and step.quote[1] > first:
            yield step.text


def _number(known: Known, words: tuple[int, int]) -> Span | None:
    """Where the words are, if one of them is a number in figures."""
    first, last = words
    digits = any(word[0].isdigit() for word in known.wording.words[first:last])
    return known.wording.span(first, last) if digits else None
