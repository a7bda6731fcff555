"""A quote of a draft, word for word against the texts of articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from workbench.compare.cuts import CLAUSE, cut_condition, cut_negation
from workbench.compare.drafts import Draft, Known, Standing
from workbench.compare.evidence import changes, proof_of
from workbench.compare.joined import Piece, put_together
from workbench.compare.lexicon import FIRMNESS
from workbench.compare.matter import matter
from workbench.compare.meaning import opposites
from workbench.compare.passages import Place, places
from workbench.compare.types import Comparable
from workbench.compare.whose import same_person, told_apart
from workbench.compare.world import weights
from workbench.model import Finding, Outcome, Span

KEPT = 0.6
"""Share of a quote's words that a stretch must have to be the same quote with changes."""
SURE = 0.8
"""Share from which a primary text is believed over an article, and words are one sentence under two names."""
NEAR = 0.4
"""Share from which a stretch is worth showing though it is not the same quote."""
LONG_CUT = 6
"""Words from which a stretch left out with a sign is a clause of its own."""
_ORDER: dict[Outcome, int] = {"verbatim": 0, "elided": 1, "altered": 2, "other_speaker": 3, "not_found": 5}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a quote is, by a stretch, and why."""

    outcome: Outcome
    """What it is."""
    reason: str
    """Why, in one line."""
    turned: bool = False
    """Whether the meaning was changed with the words."""


@dataclass(frozen=True)
class Match:
    """A stretch of an article that a quote's words fit, and what that makes of the quote."""

    known: Known
    """The article."""
    span: Span
    """The stretch."""
    said: Comparable | None
    """The article's quote that has the words."""
    standing: Standing
    """How the words stand there."""
    share: float
    """How many of the quote's words it has."""
    verdict: Verdict
    """What the quote is, by this stretch."""

    @property
    def outcome(self) -> Outcome:
        """What the quote is."""
        return self.verdict.outcome

    @property
    def primary(self) -> bool:
        """Whether it is a primary text."""
        return self.known.is_primary(self.span)

    @property
    def speaker(self) -> str | None:
        """Who says it there."""
        return self.said.mention.speaker if self.said else None

    @property
    def in_doubt(self) -> bool:
        """Whether another stretch may have more of it: too few of its words, or not of one quote."""
        if self.outcome == "not_found" or (self.outcome == "altered" and self.share < SURE):
            return True
        return self.outcome == "altered" and (
            self.said is None or not self.said.mention.span.contains(self.span)
        )

    @property
    def rank(self) -> tuple[object, ...]:
        """Best first."""
        order = 4 if self.outcome == "altered" and self.share < SURE else _ORDER[self.outcome]
        info = self.known.article
        return (
            order, not self.primary, self.speaker is None, self.standing != "quote", -self.share,
            info.published or "~", info.name, self.span,
        )  # fmt: skip


def judge_quote(draft: Draft, known: Iterable[Known]) -> Finding:
    """What becomes of a quote that stands in quotation marks.

    A primary text that has nearly all of its words is believed; else the article that speaks best for the draft.
    """
    articles = list(known)
    matches = [match for one in articles for match in quote_matches(draft, one)]
    primary = [m for m in matches if m.primary and m.share >= SURE and m.outcome != "not_found"]
    best = min(primary or matches, key=lambda match: match.rank, default=None)
    if best is None or best.in_doubt:
        together = put_together(draft, articles)
        if together:
            return _together(draft, *together)
    if best is None:
        return Finding(mention=draft.quote, outcome="not_found", reason="no article has these words")
    return Finding(
        mention=draft.quote,
        outcome=best.outcome,
        reason=best.verdict.reason,
        proof=proof_of(best.known, best.span, best.said),
        changes=()
        if best.outcome in ("verbatim", "not_found")
        else changes(best.known.shown(best.span), draft.shown),
    )


def _together(draft: Draft, pieces: Sequence[Piece], what: str) -> Finding:
    """A quote whose pieces stand apart in the articles; the first is its evidence, the others are named."""
    first, *others = pieces
    reason = f"{what}; also: {', '.join(piece.place for piece in others)}"
    proof = proof_of(first.known, first.span, first.said)
    return Finding(mention=draft.quote, outcome="altered", reason=reason, proof=proof)


def quote_matches(draft: Draft, known: Known) -> Iterator[Match]:
    """Every stretch of an article that has a good part of a quote's words."""
    for place in places(draft.wording, known.wording, draft.seams):
        share = place.share
        if share < NEAR:
            continue
        span = known.wording.span(place.first, place.last)
        standing, said = known.standing(span, draft.comparable)
        if not _telling(draft, place, said):
            continue
        verdict = _words(draft, known, place, share)
        match = Match(known, span, said, standing, share, verdict)
        yield match if verdict.outcome == "not_found" else replace(match, verdict=_attributed(draft, match))


def _telling(draft: Draft, place: Place, said: Comparable | None) -> bool:
    """Whether enough of the words in common say something; a lone word must be the whole quote."""
    if place.exact:
        return True
    equal = [step.quote for step in place.steps if step.tag == "equal"]
    kept = {word for first, last in equal for word in draft.wording.words[first:last]} & draft.content
    if len(kept) >= max(2, len(draft.content) / 2):
        return True
    # "That would be a big mistake": mostly small words, but enough of them where one person says both.
    enough = place.kept >= weights().limits.phrase_words and place.share >= SURE
    return bool(kept) and enough and same_person(draft.comparable, said)


def _words(draft: Draft, known: Known, place: Place, share: float) -> Verdict:
    """What the words alone say."""
    gone = [known.wording.words[slice(*step.text)] for step in place.steps if step.tag != "equal"]
    come = [draft.wording.words[slice(*step.quote)] for step in place.steps if step.tag != "equal"]
    if any(come):
        if share < KEPT:
            return Verdict("not_found", "no article has these words; this comes nearest")
        gone_all, come_all = list(chain(*gone)), list(chain(*come))
        turned = _turned(gone_all, come_all, draft.lang)
        return Verdict("altered", turned or _counted(gone_all, come_all), turned is not None)
    if any(gone):
        return _shortened(draft, place, gone)
    cut = None if "negation" in draft.outside else cut_negation(draft, known.wording, place)
    if cut:
        return Verdict("altered", f"leaves out “{cut}”, which turns the words round", turned=True)
    condition = cut_condition(draft, known.wording, place)
    if condition:
        return Verdict("altered", f"leaves out the condition “{condition}”", turned=True)
    if {0, len(draft.wording.words)} & set(draft.signs):
        return Verdict("elided", "the rest is left out, with a sign")
    return Verdict("verbatim", "word for word")


def _shortened(draft: Draft, place: Place, gone: list[list[str]]) -> Verdict:
    steps = [step for step in place.steps if step.tag != "equal"]
    unsigned = 0
    for step, words in zip(steps, gone, strict=True):
        unsigned += 0 if step.quote[0] in draft.seams else len(words)
        if step.quote[0] not in draft.signs or len(words) <= LONG_CUT:
            turned = _turned(words, [], draft.lang)
            if turned:
                return Verdict("altered", turned, turned=True)
    total = sum(map(len, gone))
    note = (
        f", {unsigned} of them without a sign"
        if 0 < unsigned < total
        else " without a sign"
        if unsigned
        else ""
    )
    return Verdict("elided", f"{_number(total, 'word')} left out{note}")


def _turned(gone: list[str], come: list[str], lang: str) -> str | None:
    """In what the meaning differs, by the words that went and came."""
    numbers = [[word for word in words if word[0].isdigit()] for words in (gone, come)]
    if numbers[0] and numbers[1]:
        return f"another number: “{numbers[0][0]}” became “{numbers[1][0]}”"
    before, after = matter(" ".join(gone), lang), matter(" ".join(come), lang)
    said = f"“{_few(gone)}” became “{_few(come)}”" if gone and come else ""
    said = said or (f"“{_few(gone)}” was left out" if gone else f"“{_few(come)}” was put in")
    if ("negation" in before.marks) != ("negation" in after.marks):
        return f"the meaning is turned round: {said}"
    if (before.marks & set(FIRMNESS)) != (after.marks & set(FIRMNESS)):
        return f"firmer or weaker than it was said: {said}"
    return f"the opposite: {said}" if opposites(before, after) else None


def _few(words: list[str]) -> str:
    return " ".join(words) if len(words) <= CLAUSE else " ".join(words[:CLAUSE]) + " …"


def _counted(gone: list[str], come: list[str]) -> str:
    changed = min(len(gone), len(come))
    parts = [
        (changed, "changed"), (len(gone) - changed, "left out"), (len(come) - changed, "added"),
    ]  # fmt: skip
    return ", ".join(f"{_number(count, 'word')} {what}" for count, what in parts if count)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _attributed(draft: Draft, match: Match) -> Verdict:
    """What the words are once it is asked who says them, and whether as a quote."""
    verdict, said = match.verdict, match.said
    also = "" if verdict.outcome == "verbatim" else f"; also: {verdict.reason}"
    if match.standing != "text" and told_apart(draft.comparable, said):
        if match.share < SURE or len(draft.content) < 2:
            return Verdict("not_found", f"no article quotes {draft.speaker} so; {_who(said)} comes nearest")
        return Verdict("other_speaker", f"{_who(said)} says this, not {draft.speaker}{also}", verdict.turned)
    if match.standing != "quote" and not match.primary and draft.speaker and draft.marked:
        if len(draft.wording.words) < weights().limits.phrase_words:
            return Verdict("not_found", "no article quotes these words; they occur outside quotation marks")
        text = "a paraphrase: the article says this in its own words, not in quotation marks"
        return Verdict("altered", text + also, verdict.turned)
    return replace(verdict, reason=verdict.reason + _doubt(draft, said))


def _doubt(draft: Draft, said: Comparable | None) -> str:
    """What an editor should know of the speaker, though nothing is wrong."""
    name = said.mention.speaker if said else None
    if name is None:
        return "; no speaker is named there" if draft.speaker else ""
    if draft.speaker is None:
        return f"; {name} says it there"
    return "" if same_person(draft.comparable, said) else f"; given to {name} there"


def _who(said: Comparable | None) -> str:
    return (said.mention.speaker if said else None) or "somebody else"
