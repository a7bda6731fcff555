"""Cues: the words of a unit that give something to a source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.extract.quotation.carriers import CLAUSE_ENDS, carrier
from workbench.extract.quotation.lexicon import Form, Kind, Lexicon
from workbench.extract.quotation.units import Token
from workbench.languages.schema.attribution import SourcePhrase
from workbench.model import Span

PARTICLE_REACH = 25
"""How many tokens after its verb a separable particle is looked for."""
NEAR_NEGATION = 8
"""How many tokens after a verb a negation of it is looked for."""
NEGATION_REACH = 25
"""The same for a negation right before the conjunction of the reported clause: "ontkende in een gesprek niet dat"."""
DENIED_REACH = 4
"""How many tokens before a noun of saying the verb that denies it may stand."""
DOCUMENT_REACH = 4
"""How many tokens after a source phrase its document may stand."""
BESIDE = 3
"""How many tokens before a participle its auxiliary may stand to be shown with it."""
_AFTER_PARTICLE = (
    Kind.COMPLEMENTIZER | Kind.QUESTION | Kind.CONJUNCTION | Kind.SUBORDINATOR | Kind.PREPOSITION
)
_OPENS = Kind.COMPLEMENTIZER | Kind.SUBORDINATOR


@dataclass(slots=True)
class Cue:
    """A reporting verb, source phrase or noun at a place."""

    first: int
    """Index of its first token."""
    last: int
    """Index of its last token."""
    finite: int
    """Index of the verb that carries the subject: itself, or its auxiliary."""
    form: Form | None = None
    """The verb form; None for phrases and nouns."""
    phrase: SourcePhrase | None = None
    """The source phrase."""
    passive: bool = False
    """Whether the subject is not the source: "werd gezegd"."""
    negated: bool = False
    """Whether the verb is negated."""
    denied: bool = False
    """Whether a verb before a noun of saying denies it: "weerlegt de bewering dat"."""
    particle: int | None = None
    """Index of its separated particle."""

    def span(self, tokens: Sequence[Token]) -> Span:
        """What it covers in the text, with an auxiliary that stands beside it: "heeft al gezegd", "have cited"."""
        first, last = self.first, self.last
        if first - BESIDE <= self.finite < first and all(
            t.kind & (Kind.ADVERB | Kind.NEGATION | Kind.AUXILIARY) and t.word
            for t in tokens[self.finite + 1 : first]
        ):
            first = self.finite
        return Span(tokens[first].start, tokens[self.finite if self.finite == last + 1 else last].end)

    @property
    def use(self) -> str:
        """What it can report."""
        if self.form is not None:
            return self.form.verb.use
        return "phrase" if self.phrase is not None else "noun"


def find_cues(tokens: Sequence[Token], lexicon: Lexicon) -> list[Cue]:
    """Every cue of the unit outside marked stretches, left to right."""
    cues: list[Cue] = []
    particles: set[int] = set()
    starts, done = lexicon.starts, 0
    for at in [i for i, token in enumerate(tokens) if token.low in starts]:
        if at < done or at in particles:
            continue
        idiom = _idiom_at(tokens, at, lexicon)
        if idiom:
            done = at + idiom
            continue
        cue = (
            _phrase_at(tokens, at, lexicon) or _verb_at(tokens, at, lexicon) or _noun_at(tokens, at, lexicon)
        )
        if cue is not None:
            cues.append(cue)
            if cue.particle is not None:
                particles.add(cue.particle)
            done = cue.last + 1
    return cues


def _idiom_at(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """How many tokens from ``at`` make a set phrase that reports nothing."""
    for words in lexicon.idioms.get(tokens[at].low, ()):
        if at + len(words) <= len(tokens) and all(tokens[at + k].low == w for k, w in enumerate(words)):
            return len(words)
    return 0


def _phrase_at(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Cue | None:
    for words, phrase in lexicon.phrases.get(tokens[at].low, ()):
        if at + len(words) <= len(tokens) and all(tokens[at + k].low == w for k, w in enumerate(words)):
            end = at + len(words)
            heads = lexicon.table.documents
            if phrase.documents and not any(t.low in heads for t in tokens[end : end + DOCUMENT_REACH]):
                continue
            return Cue(at, end - 1, at, phrase=phrase)
    return None


def _noun_at(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Cue | None:
    if tokens[at].low not in lexicon.nouns:
        return None
    owned = at > 0 and tokens[at - 1].upper and tokens[at - 1].low.endswith(("s", "'", "’"))
    denied = not owned and any(
        form.verb.polarity == "denied"
        for token in tokens[max(0, at - DENIED_REACH) : at]
        for form in lexicon.forms.get(token.low, ())
    )
    return Cue(at, at, at, denied=denied)


def _verb_at(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Cue | None:
    for form in lexicon.forms.get(tokens[at].low, ()):
        cue = _as_verb(tokens, at, form, lexicon)
        if cue is not None and form.verb.use == "none":
            return None
        if cue is not None:
            cue.negated = _negated(tokens, cue)
            return cue
    return None


def _as_verb(tokens: Sequence[Token], at: int, form: Form, lexicon: Lexicon) -> Cue | None:
    previous = tokens[at - 1] if at else None
    if previous is not None and (_is_noun(tokens[at], previous) or _nominal(tokens, at, lexicon)):
        return None
    particle = _particle(tokens, at, form.needs) if form.needs is not None else None
    if form.needs is not None and particle is None:
        return None
    added = form.shape == "either" and previous is not None and previous.text == ","  # "…, zeggen de artsen"
    if form.shape in ("participle", "infinitive", "either") and not added:
        held_by = carrier(
            tokens, at, form.shape, near=form.shape == "participle" and _also_finite(tokens[at].low, lexicon)
        )
        if held_by is not None and form.shape != "participle" and form.verb.use == "hold":
            return None  # "must know", "wants to see": nothing is reported
        if held_by is not None:
            beside = (
                tokens[held_by],
                tokens[at - 1],
                tokens[min(at + 1, len(tokens) - 1)],
            )  # "kan gesteld worden"
            passive = form.shape == "participle" and any(token.kind & Kind.PASSIVE for token in beside)
            return Cue(at, at, held_by, form=form, passive=passive, particle=particle)
        if form.shape == "participle":
            return None
        if (
            form.shape == "either"
            and previous is not None
            and previous.kind & Kind.FINITE
            and not previous.upper
        ):
            return None
        marked = previous is not None and previous.low in lexicon.table.infinitive_markers
        if form.shape == "infinitive" or marked:
            return Cue(at, at, at, form=Form(form.lemma, form.verb, "gerund")) if marked else None
    return Cue(at, at, at, form=form, particle=particle)


def _particle(tokens: Sequence[Token], at: int, particle: str) -> int | None:
    """Index of the particle of a separable verb at ``at``; of one in several words the last: "wijst er vaak op dat"."""
    *leading, particle = particle.split(" ")
    for word in leading:
        stop = min(len(tokens), at + 1 + PARTICLE_REACH)
        found = next((k for k in range(at + 1, stop) if tokens[k].low == word or not tokens[k].word), None)
        if found is None or tokens[found].low != word:
            return None
        at = found
    aside = False
    for k in range(at + 1, min(len(tokens), at + 1 + PARTICLE_REACH)):
        token = tokens[k]
        aside = (aside or token.text == "(") and tokens[k - 1].text != ")"
        if aside:
            continue
        if token.low == particle:
            following = tokens[k + 1] if k + 1 < len(tokens) else None
            apart = (
                following is None
                or (not following.word and following.stretch is None)
                or not token.kind & Kind.PREPOSITION
                or following.kind & _AFTER_PARTICLE
            )
            return k if apart else None
        if token.low in CLAUSE_ENDS and token.low != ":":
            return None
    return None


def _is_noun(token: Token, previous: Token) -> bool:
    """Whether the word before shows that a form is a noun: a determiner, or a word before a capital."""
    if token.upper and not token.text.isupper() and previous.word:
        return True
    return bool(previous.kind & Kind.DETERMINER) and not previous.kind & (Kind.PRONOUN | Kind.RELATIVE)


def _nominal(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a form that may be a noun is one: after a genitive, a preposition, an adjective, a noun in the singular."""
    token, previous = tokens[at], tokens[at - 1]
    if token.low not in lexicon.nominal:
        return False
    if lexicon.table.verb_second:
        beside = tokens[at - 1].kind | (tokens[at + 1].kind if at + 1 < len(tokens) else Kind.NONE)
        return not beside & Kind.FIRST_PERSON  # "antwoord ik", but "een goed antwoord"
    low = previous.low.replace("’", "'")
    if low.endswith(("'s", "s'")) or "-" in low or previous.kind & Kind.PREPOSITION:
        return True
    if at > 1 and not previous.kind and not previous.upper:
        before, markers = tokens[at - 2], lexicon.table.infinitive_markers
        if before.kind & Kind.AUXILIARY or (previous.low in lexicon.forms and before.low in markers):
            return True  # "has dismissed reports that", "to ask questions which"
    if at + 1 < len(tokens) and tokens[at + 1].kind & Kind.COMPLEMENTIZER:
        return False
    if previous.kind or not previous.word:
        return bool(previous.kind & Kind.CONJUNCTION) and not token.low.endswith("s")
    if previous.upper and at > 1:
        return not token.low.endswith("s")
    return low.endswith(lexicon.table.adjectival) or (low[-1:] == "s") == (token.low[-1:] == "s")


def _also_finite(word: str, lexicon: Lexicon) -> bool:
    """Whether a participle looks like a finite form: "announced", "beantwoord"."""
    return any(form.shape in ("finite", "either") for form in lexicon.forms[word])


def _negated(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether a negation stands with the verb: between it and its auxiliary, or soon after it in the clause."""
    low, high = sorted((cue.finite, cue.last))
    if any(token.kind & Kind.NEGATION for token in tokens[max(0, low - 1) : high]):
        return True
    for k in range(high + 1, min(len(tokens), high + NEGATION_REACH)):
        kind = tokens[k].kind
        if kind & Kind.NEGATION:
            following = tokens[k + 1].kind if k + 1 < len(tokens) else Kind.NONE
            if k < high + NEAR_NEGATION or following & Kind.COMPLEMENTIZER:
                return True
        opens = kind & _OPENS and not tokens[k - 1].kind & Kind.PREPOSITION
        if opens or not tokens[k].word:
            return False
    return False
