"""A figure of a draft, held against the figures of articles: by its value, its bound, its source and its own date."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from workbench.compare.backing import SUPPORTING, Held, finding_of, source_of
from workbench.compare.engine import relate
from workbench.compare.evidence import mention_proof
from workbench.compare.lineup import FITS, ONE_THING
from workbench.compare.profile import profile
from workbench.compare.quantity import Quantity, fit, ratio
from workbench.compare.scope import scope
from workbench.compare.slips import MATTER, Slip, both_of, other_side, slip
from workbench.compare.types import Comparable
from workbench.compare.when import Days
from workbench.compare.whose import same_person, told_apart
from workbench.compare.world import kinds, weights
from workbench.model import Figure, Finding

NOT_YET = "no article has this value"
CLOSE_DAYS = 7
"""Days between the draft's own date of a figure and an article's within which they can be of one time."""
MONTH = 28
"""Days from which a date is so coarse that no more is added to it."""
CERTAIN = 5.0
"""What two sentences must share where the figures do not say what they are of."""
ROUNDED = 0.05
"""Part of a number by which a rounded one may differ from it, at most."""


@dataclass(frozen=True, slots=True)
class _Case:
    """A figure of the draft with the known ones that say something of it."""

    draft: Comparable
    """The figure."""
    held: tuple[Held, ...]
    """Known figures with a relation to it."""
    primary: Collection[str]
    """Ids of the mentions that stand in primary texts."""

    @property
    def dated(self) -> bool:
        """Whether the draft gives the figure a date of its own."""
        figure = self.draft.mention
        return isinstance(figure, Figure) and figure.as_of not in (None, self.draft.article.published)

    def of_its_time(self, known: Comparable) -> bool:
        """Whether a known figure may speak of the time that the draft's is of."""
        mine, other = profile(self.draft).when, profile(known).when
        if not self.dated or not mine or not other or mine.overlaps(other):
            return True
        return mine.gap(other) < CLOSE_DAYS and min(mine.length, other.length) < MONTH


def judge_figure(draft: Comparable, known: Sequence[Comparable], primary: Collection[str]) -> Finding:
    """What becomes of a figure.

    A figure that is dated by its draft alone may report an earlier one, so it is held against each known figure also as
    if it were of that one's time.

    Args:
        draft: the figure, dated.
        known: figures of the workspace that may be about the same thing.
        primary: ids of the mentions that stand in primary texts.

    """
    held = tuple(h for other in known if (h := _held(draft, other, other.mention.id in primary)))
    case = _Case(draft, held, primary)
    backing = sorted((h for h in held if _backs(draft, h)), key=lambda h: _best(draft, h))
    timely = [h for h in backing if case.of_its_time(h.known)]
    against = sorted((h for h in held if h.relation.kind == "contradicts"), key=lambda h: h.rank)
    turned = None if any(h.same_source for h in timely) else _turned_by_source(draft, known)
    if turned:
        return _slipped(draft, turned, primary)
    if timely:
        return _backed(case, timely, against)
    if against:
        return finding_of(draft, "conflicts", _against(against[0].known), against[0].known, primary)
    slips = (slip(draft, other) for other in known)
    found = next((one for one in slips if one), None) or _rounded(draft, known)
    if found:
        return _slipped(draft, found, primary)
    clashing = _others_of_its_source(case, known)
    if clashing:
        return finding_of(draft, "conflicts", _against(clashing[0]), clashing[0], primary)
    if backing:
        text = f"an article has this value for {_date(backing[0].known)}, not for {draft.mention.as_of}"  # type: ignore[union-attr]
        return finding_of(draft, "unsupported", text, backing[0].known, primary)
    return _without_backing(case)


def _without_backing(case: _Case) -> Finding:
    """What comes nearest to a figure that no article has."""
    draft, primary = case.draft, case.primary
    changed = [h for h in case.held if h.relation.kind == "updates"]
    if changed:
        last = max(changed, key=lambda h: (h.primary, h.same_source, h.latest, h.known.article.name))
        if last.same_source and not case.dated:
            return finding_of(draft, "conflicts", _against(last.known), last.known, primary)
        text = f"{NOT_YET}; the last one is “{last.known.mention.text}” ({_date(last.known)})"
        return finding_of(draft, "unsupported", text, last.known, primary)
    fits = sorted((h for h in case.held if h.relation.kind in SUPPORTING), key=lambda h: h.rank)
    if fits:
        text = f"it fits “{fits[0].known.mention.text}”, but no article is that precise"
        return finding_of(draft, "unsupported", text, fits[0].known, primary)
    rest = sorted(case.held, key=lambda h: h.rank)
    if rest:
        text = f"{NOT_YET}; nearest: {rest[0].relation.evidence.summary}"
        return finding_of(draft, "unsupported", text, rest[0].known, primary)
    return Finding(mention=draft.mention, outcome="unsupported", reason=NOT_YET)


def _slipped(draft: Comparable, found: Slip, primary: Collection[str]) -> Finding:
    """A figure that is a known one but for a slip, or for its rounding."""
    known = found.known
    text = f"{found.what} in {known.article.name}"
    text += f", by {known.mention.speaker}" if known.mention.speaker else ""
    proof = mention_proof(known, known.mention.id in primary)
    return Finding(mention=draft.mention, outcome=found.outcome, reason=text, proof=proof)


def _turned_by_source(draft: Comparable, known: Sequence[Comparable]) -> Slip | None:
    """The very number of the draft's own source with its bound turned round."""
    own = (other for other in known if same_person(draft, other))
    return next((found for other in own if (found := other_side(draft, other))), None)


def _others_of_its_source(case: _Case, known: Sequence[Comparable]) -> list[Comparable]:
    """Figures of one thing with a value that is not meant by the draft's, of its source or of the very time it names.

    Logic allows "nearly 200,000" where "nearly 100,000" was said; who quotes a source does not.
    """
    found = []
    for other in known:
        both = both_of(case.draft, other)
        if both is None or not both.one_thing or both.shared < MATTER or not case.of_its_time(other):
            continue
        mine, theirs = profile(case.draft).when, profile(other).when
        named = case.dated and mine is not None and theirs is not None and mine.overlaps(theirs)
        ours = same_person(case.draft, other)
        # An amount does not run on as a count of people does: one sentence with another amount is wrong.
        amount = both.noun == "unknown" and both.shared >= CERTAIN
        apart = fit(both.left, both.right) in ("disjoint", "slip")
        if apart and (ours or ((named or amount) and not told_apart(case.draft, other))):
            found.append((not ours, -_last(theirs), other.article.name, other))
    return [other for *_, other in sorted(found, key=lambda row: row[:3])]


def _rounded(draft: Comparable, known: Sequence[Comparable]) -> Slip | None:
    """A precise figure of which the draft's is the rounded one."""
    for other in known:
        both = both_of(draft, other)
        if both is None or not both.one_thing or not (both.telling or both.shared >= MATTER):
            continue
        if _rounds(both.left, both.right):
            return Slip(other, f"rounded from “{other.mention.text}”", "supported")
    return None


def _rounds(mine: Quantity, known: Quantity) -> bool:
    """Whether one number is the other with fewer digits, and near it."""
    if known.precision or mine.precision > 1 or not known.value or mine.value == known.value:
        return False
    digits = len(f"{abs(mine.value):.0f}".rstrip("0")) if mine.value >= 1 else 0
    near = abs(mine.value - known.value) <= ROUNDED * abs(known.value)
    return digits > 0 and near and float(f"{known.value:.{digits - 1}e}") == mine.value


def _backed(case: _Case, backing: list[Held], against: list[Held]) -> Finding:
    draft, primary = case.draft, case.primary
    best, last = backing[0], max(backing, key=lambda h: h.latest)
    later = [h for h in case.held if h not in backing and not case.dated and _overtakes(draft, last, h)]
    later = [h for h in later if not _of_another(draft, h.known) and h.known.article != last.known.article]
    if later:
        newest = max(later, key=lambda h: (h.primary, h.latest, h.known.article.name)).known
        text = f"later: “{newest.mention.text}” ({_date(newest)}); this is the value of {_date(last.known)}"
        return finding_of(draft, "outdated", text, newest, primary)
    others = [h for h in against if h.at_once and not any(_says_both(h.known, b.known) for b in backing)]
    who = best.known.mention.speaker
    if others and not draft.mention.speaker:
        text = f"sources differ, so name yours: {source_of(best.known)} has this, {_against(others[0].known)}"
        return finding_of(draft, "conflicts", text, others[0].known, primary)
    mine, known = profile(draft).quantity, profile(best.known).quantity
    other = mine is not None and known is not None and mine.value != known.value
    text = f"it fits “{best.known.mention.text}”" if other else "an article has this value"
    if who and not draft.mention.speaker:
        text += f"; its source is {who}"
    elif told_apart(draft, best.known):
        text += f", but gives it to {who}"
    text += _hedge_dropped(draft, best.known)
    if others:
        text += f"; others differ: {_against(others[0].known)}"
    return finding_of(draft, "supported", text, best.known, primary)


def _of_another(draft: Comparable, known: Comparable) -> bool:
    """Whether a known figure is of another source than the one that the draft names; a toll is anybody's."""
    if not draft.mention.speaker or same_person(draft, known):
        return False
    if not known.mention.speaker:
        return scope(profile(draft)).concept not in kinds().cumulative
    country = profile(draft).speaker_country
    return country is None or country != profile(known).speaker_country


def _says_both(one: Comparable, other: Comparable) -> bool:
    """Whether two figures are of one source, or of one article that does not give both to a source."""
    unnamed = one.mention.speaker is None or other.mention.speaker is None
    return same_person(one, other) or (one.article == other.article and unnamed)


def _hedge_dropped(draft: Comparable, known: Comparable) -> str:
    """What an editor should know of a number that the draft gives bare."""
    one, other = draft.mention, known.mention
    if not isinstance(one, Figure) or not isinstance(other, Figure) or one.hedge or not other.hedge:
        return ""
    return f"; it says “{other.hedge}”" if one.bound == "exact" and other.bound != "exact" else ""


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
    """Whether the known figure means as much as the draft's; a vaguer one does not back a precise one."""
    if held.relation.kind not in SUPPORTING:
        return False
    mine, known = profile(draft).quantity, profile(held.known).quantity
    if mine is None or known is None or mine.dimension != known.dimension:
        return True
    return fit(mine, known) in FITS and (mine.precision >= known.precision or mine.value == known.value)


def _best(draft: Comparable, held: Held) -> tuple[object, ...]:
    """Best backing first: of its source, the same value, of its time."""
    mine, known = profile(draft), profile(held.known)
    other_value = bool(mine.quantity and known.quantity and mine.quantity.soft != known.quantity.soft)
    apart = mine.when.gap(known.when) if mine.when and known.when and not _by_draft_date(draft) else 0
    return (not held.primary, not held.same_source, other_value, apart, *held.rank[2:])


def _overtakes(draft: Comparable, last: Held, held: Held) -> bool:
    """Whether a known figure came after the last one that backs the draft's, with another value."""
    both = both_of(draft, held.known)
    if held.latest <= last.latest or both is None or both.noun not in (*ONE_THING, "unknown"):
        return False
    # Heads counted at one moment stay what they were counted at.
    if {scope(profile(one)).concept for one in (draft, last.known, held.known)} & kinds().momentary:
        return False
    if ratio(both.left, both.right) > weights().limits.ratio_some_event:
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


def _against(known: Comparable) -> str:
    return f"{source_of(known)} has “{known.mention.text}” ({_date(known)})"


def _last(when: Days | None) -> int:
    return when.last if when else 0


def _date(known: Comparable) -> str:
    own = known.mention.as_of if isinstance(known.mention, Figure) else known.mention.date
    return own or known.article.published or "no date"
