"""A reported statement of a draft, held against the quotes of articles; what is evidence, and how good."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from workbench.compare.checking import Match, quote_matches
from workbench.compare.drafts import Draft, Known, without
from workbench.compare.engine import relate
from workbench.compare.evidence import changes, mention_proof, proof_of
from workbench.compare.profile import profile
from workbench.compare.types import Comparable
from workbench.compare.whose import same_person, told_apart
from workbench.model import Finding, Outcome, Quote, Relation, RelationKind

SUPPORTING: frozenset[RelationKind] = frozenset(
    {"repeats", "variant", "refines", "corroborates", "misattributed"}
)
"""Kinds of relations by which one figure or statement backs the other."""
SAME_STATEMENT = 0.8
"""Share of a reported statement's words that an article must have to be its source."""


@dataclass(frozen=True)
class Held:
    """A known mention and how the draft's stands to it."""

    known: Comparable
    """The known mention."""
    relation: Relation
    """How the two stand."""
    primary: bool
    """Whether the known one is primary."""
    same_source: bool
    """Whether both have one source."""
    at_once: bool = False
    """Whether the two cannot both be true at the dates they bear, not only if the draft's were of the other's time."""

    @property
    def latest(self) -> int:
        """The last day it speaks of."""
        when = profile(self.known).when
        return when.last if when else 0

    @property
    def rank(self) -> tuple[object, ...]:
        """Best evidence first."""
        info, span = self.known.article, self.known.mention.span
        exact = self.relation.kind not in ("repeats", "corroborates")
        return (not self.primary, not self.same_source, exact, -self.latest, info.name, span)


def source_of(known: Comparable) -> str:
    """Who says it, or the article that does."""
    return known.mention.speaker or known.article.name


def finding_of(
    draft: Comparable, outcome: Outcome, reason: str, known: Comparable, primary: Collection[str]
) -> Finding:
    """A finding with a known mention as its evidence."""
    proof = mention_proof(known, known.mention.id in primary)
    return Finding(mention=draft.mention, outcome=outcome, reason=reason, proof=proof)


def judge_statement(
    draft: Draft, articles: Iterable[Known], known: Sequence[Comparable], primary: Collection[str]
) -> Finding:
    """What becomes of a statement that the draft reports without quotation marks.

    Args:
        draft: the statement.
        articles: articles that share rare words with it.
        known: quotes of the workspace that may be about the same matter.
        primary: ids of the mentions that stand in primary texts.

    """
    matches = [m for one in articles for m in quote_matches(draft, one) if m.share >= SAME_STATEMENT]
    best = min(matches, key=lambda m: (not m.primary, m.outcome == "other_speaker", m.rank), default=None)
    if best is not None and best.outcome != "not_found":
        return _by_words(draft, best)
    held = [
        Held(other, found, other.mention.id in primary, same_person(draft.comparable, other))
        for other in known
        if _numbers(draft.comparable) <= _numbers(other) and (found := relate(draft.comparable, other))
    ]
    backing = [h for h in held if h.relation.kind in SUPPORTING - {"misattributed"}]
    if backing:
        first = min(backing, key=lambda h: h.rank)
        if told_apart(draft.comparable, first.known):
            text = f"{source_of(first.known)} says as much; no article has it from {draft.speaker}"
            return finding_of(draft.comparable, "unsupported", text, first.known, primary)
        return finding_of(
            draft.comparable, "supported", f"{source_of(first.known)} says as much", first.known, primary
        )
    clashes = [h for h in held if h.relation.kind == "contradicts"]
    if clashes:
        first = min(clashes, key=lambda h: h.rank)
        return finding_of(
            draft.comparable, "conflicts", first.relation.evidence.summary, first.known, primary
        )
    return Finding(mention=draft.quote, outcome="unsupported", reason="no article reports this")


def _numbers(side: Comparable) -> set[str]:
    """The numbers of a statement: another number is another statement."""
    return {word.folded for word in profile(side).content.words if word.folded[0].isdigit()}


def _by_words(draft: Draft, best: Match) -> Finding:
    proof = proof_of(best.known, best.span, best.said)
    turned = best.outcome == "altered" and best.verdict.turned
    if best.outcome == "other_speaker" or turned:
        # Words outside quotation marks are nobody's very words: they can only say something else.
        outcome: Outcome = "conflicts" if turned and best.outcome == "altered" else best.outcome
        diff = changes(best.known.shown(best.span), draft.shown)
        return Finding(
            mention=draft.quote, outcome=outcome, reason=best.verdict.reason, proof=proof, changes=diff
        )
    return Finding(
        mention=draft.quote, outcome="supported", reason="an article has nearly these words", proof=proof
    )


def paraphrased(draft: Draft, known: Iterable[Comparable], primary: Collection[str]) -> Finding | None:
    """A quote that nobody has word for word, where its speaker said the same in other words; None where not."""
    for other in known:
        if not isinstance(other.mention, Quote) or not same_person(draft.comparable, other):
            continue
        found = relate(draft.comparable, other)
        if found is None or found.kind != "variant":
            continue
        proof = mention_proof(other, other.mention.id in primary)
        if other.mention.lang != draft.lang and "und" not in (other.mention.lang, draft.lang):
            text = "no article has these words; they may translate these"
            return Finding(mention=draft.quote, outcome="not_found", reason=text, proof=proof)
        text = f"a paraphrase in quotation marks: {other.mention.speaker} is quoted with other words"
        return Finding(
            mention=draft.quote,
            outcome="altered",
            reason=text,
            proof=proof,
            changes=changes(without(other.mention.text, (), other.mention.span.start), draft.shown),
        )
    return None
