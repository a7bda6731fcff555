"""A figure or a reported statement of a draft, held against the quotes and figures of articles."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from workbench.compare.checking import Match, changes, proof_of, quote_matches
from workbench.compare.drafts import Draft, Known, without
from workbench.compare.engine import relate
from workbench.compare.profile import profile
from workbench.compare.quantity import quantity
from workbench.compare.slips import slip
from workbench.compare.types import Comparable
from workbench.compare.whose import same_person, told_apart
from workbench.model import Figure, Finding, Proof, Quote, Relation, RelationKind

SUPPORTING: frozenset[RelationKind] = frozenset(
    {"repeats", "variant", "refines", "corroborates", "misattributed"}
)
"""Kinds of relations by which one figure or statement backs the other."""
SAME_STATEMENT = 0.8
"""Share of a reported statement's words that an article must have to be its source."""
NOT_YET = "no article has this value"


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


def judge_figure(draft: Comparable, known: Sequence[Comparable], primary: Collection[str]) -> Finding:
    """What becomes of a figure.

    A figure that is dated by its draft alone may report an earlier one, so it is held against each known figure also as
    if it were of that one's time.

    Args:
        draft: the figure, dated.
        known: figures of the workspace that may be about the same thing.
        primary: ids of the mentions that stand in primary texts.

    """
    held = [found for other in known if (found := _held(draft, other, other.mention.id in primary))]
    backing = sorted((h for h in held if _backs(draft, h)), key=lambda h: h.rank)
    against = sorted((h for h in held if h.relation.kind == "contradicts"), key=lambda h: h.rank)
    if backing:
        return _backed(draft, backing, against, held)
    if against:
        return _finding(draft, "conflicts", _against(against[0]), against[0])
    slipped = _slipped(draft, known, primary)
    if slipped:
        return slipped
    changed = [h for h in held if h.relation.kind == "updates"]
    if changed:
        last = max(changed, key=lambda h: (h.primary, h.same_source, h.latest, h.known.article.name))
        if last.same_source and _by_draft_date(draft):
            return _finding(draft, "conflicts", _against(last), last)
        return _finding(draft, "unsupported", f"{NOT_YET}; the last one is “{last.known.mention.text}”", last)
    fits = sorted((h for h in held if h.relation.kind in SUPPORTING), key=lambda h: h.rank)
    if fits:
        text = f"it fits “{fits[0].known.mention.text}”, but no article is that precise"
        return _finding(draft, "unsupported", text, fits[0])
    rest = sorted(held, key=lambda h: h.rank)
    if rest:
        return _finding(
            draft, "unsupported", f"{NOT_YET}; nearest: {rest[0].relation.evidence.summary}", rest[0]
        )
    return Finding(mention=draft.mention, outcome="unsupported", reason=NOT_YET)


def _slipped(draft: Comparable, known: Iterable[Comparable], primary: Collection[str]) -> Finding | None:
    """A figure that is a known one but for a slip."""
    for other in known:
        what = slip(draft, other)
        if what:
            text = f"{what} in {other.article.name}" + (
                f", by {other.mention.speaker}" if other.mention.speaker else ""
            )
            proof = mention_proof(other, other.mention.id in primary)
            return Finding(mention=draft.mention, outcome="conflicts", reason=text, proof=proof)
    return None


def _backed(draft: Comparable, backing: list[Held], against: list[Held], held: list[Held]) -> Finding:
    best, last = backing[0], max(backing, key=lambda h: h.latest)
    later = [h for h in held if h not in backing and _overtakes(draft, last, h)]
    if later:
        newest = max(later, key=lambda h: (h.primary, h.latest, h.known.article.name))
        text = f"later: “{newest.known.mention.text}” ({_date(newest.known)}); this is the value of {_date(last.known)}"
        return _finding(draft, "outdated", text, newest)
    others = [h for h in against if h.at_once and not any(same_person(h.known, b.known) for b in backing)]
    who = best.known.mention.speaker
    if others and not draft.mention.speaker:
        text = f"sources differ, so name yours: {_source(best.known)} has this, {_against(others[0])}"
        return _finding(draft, "conflicts", text, others[0])
    text = "an article has this value"
    if who and not draft.mention.speaker:
        text += f"; its source is {who}"
    elif told_apart(draft, best.known):
        text += f", but gives it to {who}"
    if others:
        text += f"; others differ: {_against(others[0])}"
    return _finding(draft, "supported", text, best)


def _held(draft: Comparable, other: Comparable, primary: bool) -> Held | None:
    own = relate(draft, other)
    found = own
    if _by_draft_date(draft):
        then = relate(_at_time_of(draft, other), other)
        # At one time the two may agree or clash where at two times they could only follow each other.
        found = then if then and (own is None or then.kind in (*SUPPORTING, "contradicts")) else own
    if found is None:
        return None
    at_once = own is not None and own.kind == "contradicts"
    return Held(other, found, primary, same_person(draft, other), at_once)


def _backs(draft: Comparable, held: Held) -> bool:
    """Whether the known figure says as much as the draft's; a vaguer one does not back a precise one."""
    if held.relation.kind not in SUPPORTING:
        return False
    mine, known = (
        quantity(m) if isinstance(m, Figure) else None for m in (draft.mention, held.known.mention)
    )
    return mine is None or known is None or mine.precision >= known.precision or mine.value == known.value


def _overtakes(draft: Comparable, last: Held, held: Held) -> bool:
    """Whether a known figure came after the last one that backs the draft's, with another value."""
    if not _by_draft_date(draft) or held.latest <= last.latest:
        return False
    found = relate(_at_time_of(draft, last.known), held.known)
    return bool(
        found and found.kind == "updates" and found.evidence.facts.get("later") == held.known.mention.id
    )


def _by_draft_date(draft: Comparable) -> bool:
    """Whether the draft gives the figure no date of its own."""
    figure = draft.mention
    return isinstance(figure, Figure) and figure.as_of in (None, draft.article.published)


def _at_time_of(draft: Comparable, other: Comparable) -> Comparable:
    """The figure as if it were of the time of another."""
    figure, model = draft.mention, other.mention
    assert isinstance(figure, Figure)
    assert isinstance(model, Figure)
    as_of = model.as_of or other.article.published
    # An id of its own: what is remembered of a mention is remembered by its id.
    dated = replace(figure, id=f"{figure.id}@{as_of}", as_of=as_of)
    return replace(draft, mention=dated, article=replace(draft.article, published=other.article.published))


def _against(held: Held) -> str:
    return f"{_source(held.known)} has “{held.known.mention.text}” ({_date(held.known)})"


def _source(known: Comparable) -> str:
    return known.mention.speaker or known.article.name


def _date(known: Comparable) -> str:
    own = known.mention.as_of if isinstance(known.mention, Figure) else known.mention.date
    return own or known.article.published or "no date"


def _finding(draft: Comparable, outcome: str, reason: str, held: Held) -> Finding:
    return Finding(
        mention=draft.mention,
        outcome=outcome,  # type: ignore[arg-type]  # literals of this module
        reason=reason,
        proof=mention_proof(held.known, held.primary),
    )


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
            text = f"{_source(first.known)} says as much; no article has it from {draft.speaker}"
            return _finding(draft.comparable, "unsupported", text, first)
        return _finding(draft.comparable, "supported", f"{_source(first.known)} says as much", first)
    clashes = [h for h in held if h.relation.kind == "contradicts"]
    if clashes:
        first = min(clashes, key=lambda h: h.rank)
        return _finding(draft.comparable, "conflicts", first.relation.evidence.summary, first)
    return Finding(mention=draft.quote, outcome="unsupported", reason="no article reports this")


def _numbers(side: Comparable) -> set[str]:
    """The numbers of a statement: another number is another statement."""
    return {word.folded for word in profile(side).content.words if word.folded[0].isdigit()}


def _by_words(draft: Draft, best: Match) -> Finding:
    proof = proof_of(best.known, best.span, best.said)
    turned = best.outcome == "altered" and best.verdict.turned
    if best.outcome == "other_speaker" or turned:
        diff = changes(best.known.shown(best.span), draft.shown)
        return Finding(
            mention=draft.quote, outcome=best.outcome, reason=best.verdict.reason, proof=proof, changes=diff
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
