"""A quote of a draft against quotes that are near to it in meaning, in its own or another language."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from workbench.compare.drafts import IN_MARKS, Draft, without
from workbench.compare.evidence import changes, mention_proof
from workbench.compare.profile import profile
from workbench.compare.similarity import difference, similarity
from workbench.compare.types import Comparable
from workbench.compare.whose import same_person, told_apart
from workbench.compare.world import weights
from workbench.model import Finding, Quote

DIFFERS = {
    "number": "another number", "negation": "the meaning turned round", "modality": "firmer or weaker",
    "antonym": "the opposite", "place": "another country",
}  # fmt: skip
"""What a rule found, for the editor."""


def judge_by_meaning(draft: Draft, near: Iterable[Comparable], primary: Collection[str]) -> Finding | None:
    """What becomes of a quote that nobody has word for word, by its meaning; None where nothing is near enough.

    Args:
        draft: the quote, with its vector and figures.
        near: quotes and primary sentences with theirs, the nearest first.
        primary: ids of those that stand in primary texts.

    """
    near = list(near)
    found = (_finding(draft, other, other.mention.id in primary) for other in near)
    best = min((f for f in found if f), key=lambda f: f.outcome != "translated", default=None)
    if best or not near or draft.quote.kind not in IN_MARKS:
        return best
    text = "no article has these words; this comes nearest in meaning"
    proof = mention_proof(near[0], near[0].mention.id in primary)
    return Finding(mention=draft.quote, outcome="not_found", reason=text, proof=proof)


def _finding(draft: Draft, other: Comparable, primary: bool) -> Finding | None:
    cosine = similarity(profile(draft.comparable), profile(other))
    known, limits = same_person(draft.comparable, other), weights().limits
    if cosine is None or told_apart(draft.comparable, other):
        return None
    same_language = profile(other).lang == draft.lang
    least = limits.similar_one_language if same_language else limits.similar
    if cosine < (least if known else limits.similar_unnamed):
        return None
    proof, who = mention_proof(other, primary), other.mention.speaker or other.article.name
    differs = difference(profile(draft.comparable), profile(other))
    if draft.quote.kind not in IN_MARKS:
        text = f"{who} says as much, by similarity of meaning ({cosine:.2f})"
        return (
            None if differs else Finding(mention=draft.quote, outcome="supported", reason=text, proof=proof)
        )
    if same_language:
        if differs or not (known or primary):
            return None
        text = f"a paraphrase in quotation marks: {who} is quoted with other words (similarity {cosine:.2f})"
        assert isinstance(other.mention, Quote)
        words = changes(without(other.mention.text, (), other.mention.span.start), draft.shown)
        return Finding(mention=draft.quote, outcome="altered", reason=text, proof=proof, changes=words)
    if differs is None:
        text = f"a translation of what {who} says, by similarity of meaning ({cosine:.2f})"
        text += "" if known or primary or not draft.speaker else f"; the draft gives it to {draft.speaker}"
        return Finding(mention=draft.quote, outcome="translated", reason=text, proof=proof)
    # Of what is only like in meaning, another number may be another statement.
    if cosine < limits.similar_unnamed:
        return None
    text = f"translates what {who} says (similarity {cosine:.2f}), but with {DIFFERS[differs]}"
    return Finding(mention=draft.quote, outcome="altered", reason=text, proof=proof)
