"""Who counted: the source of a figure that is the object of counting or estimating, without a quote around it.

``De politie telde 5.000 betogers, de organisatie spreekt van 20.000``: each figure belongs to the subject of its own
verb. The verbs are the table ``counting`` of a language's attribution.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.extract.quotation.carriers import CLAUSE_ENDS
from workbench.extract.quotation.lexicon import Kind, Lexicon, lexicon_for
from workbench.extract.quotation.sources import Sources
from workbench.extract.quotation.units import Token, tokenize
from workbench.extract.speakers import classes as c
from workbench.extract.speakers.lexicon import lexicon as speaker_words
from workbench.languages.schema.attribution import CountingVerb
from workbench.model import Figure, Span
from workbench.segment import Segmented

VERB_REACH = 9
"""How many tokens before its figure a counting verb may stand."""
AFTER_REACH = 5
"""How many tokens after its figure a participle may stand."""
AUXILIARY_REACH = 14
"""How many tokens before a participle its auxiliary may stand."""
MODIFIERS = 5
"""How many words may stand between a preposition and the figure: "op | ruim | 5.000"."""
MAX_SENTENCE = 1500
"""Longest sentence, in code points, that is looked at."""
_BOUNDARY = Kind.SUBORDINATOR | Kind.COMPLEMENTIZER


class Tallies:
    """Sources of counted figures in one article."""

    def __init__(self, segmented: Segmented) -> None:
        self._segmented = segmented
        self._at: Span | None = None
        self._tokens: list[Token] = []

    def source_of(self, figure: Figure) -> Span | None:
        """The words that name who counted the figure; None where the sentence has no counting verb for it."""
        text = self._segmented.article.text
        lang = self._segmented.block_at(figure.span.start).lang
        lexicon = lexicon_for(lang)
        if lexicon is None or not lexicon.counting or len(figure.sentence) > MAX_SENTENCE:
            return None
        if figure.sentence != self._at:
            self._at = figure.sentence
            words = {word.strip(".,;:") for word in figure.sentence.of(text).lower().split()}
            counted = not words.isdisjoint(lexicon.counting)
            self._tokens = tokenize(text, figure.sentence, (), lexicon) if counted else []
        tokens = self._tokens
        first = next((k for k, t in enumerate(tokens) if t.end > figure.span.start), None)
        if first is None:
            return None
        stop = next((k for k in range(first, len(tokens)) if tokens[k].start >= figure.span.end), len(tokens))
        found = _verb_before(tokens, first, lexicon) or _participle_after(tokens, first, stop, lexicon)
        if found is None:
            return None
        at, verb = found
        carrier, last = _carried(tokens, at, verb)
        if carrier != last and tokens[carrier].kind & Kind.PASSIVE:
            return None
        source = Sources(tokens, lexicon).subject(carrier, last)
        if (
            source is None
            or source[0] <= first < source[1]
            or not _counts(tokens[slice(*source)], verb, lang)
        ):
            return None
        return Span(tokens[source[0]].start, tokens[source[1] - 1].end)


def _verb_before(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> tuple[int, CountingVerb] | None:
    """The verb left of the figure in its clause, with the preposition it needs."""
    link = _linking(tokens, first)
    for k in range(first - 1, max(-1, first - 1 - VERB_REACH), -1):
        token = tokens[k]
        for verb in lexicon.counting.get(token.low, ()):
            objects = {t.low for t in tokens[k + 1 : first]}
            if (link in verb.via if verb.via else link is None) and (
                not verb.objects or not objects.isdisjoint(verb.objects)
            ):
                return k, verb
        ends = token.text == "," or token.low in CLAUSE_ENDS or token.kind & _BOUNDARY & ~_doubtful(token)
        if ends or (token.kind & Kind.FINITE and not token.kind & (Kind.DETERMINER | Kind.AUXILIARY)):
            return None
    return None


def _linking(tokens: Sequence[Token], first: int) -> str | None:
    """The preposition that governs the figure; None where it is a bare object."""
    if tokens[first].kind & Kind.PREPOSITION:
        return tokens[first].low
    for k in range(first - 1, max(-1, first - 1 - MODIFIERS), -1):
        token = tokens[k]
        if token.kind & Kind.PREPOSITION:
            return token.low
        if not token.kind & (Kind.ADVERB | Kind.DETERMINER) or token.kind & Kind.PRONOUN & ~Kind.DETERMINER:
            return None
    return None


def _participle_after(
    tokens: Sequence[Token], first: int, stop: int, lexicon: Lexicon
) -> tuple[int, CountingVerb] | None:
    """``heeft 5.000 betogers geteld``."""
    link = _linking(tokens, first)
    for k in range(stop, min(len(tokens), stop + AFTER_REACH)):
        if not tokens[k].word:
            return None
        for verb in lexicon.counting.get(tokens[k].low, ()):
            if tokens[k].low in verb.participle and (link in verb.via if verb.via else link is None):
                return (k, verb) if _carried(tokens, k, verb)[0] != k else None
    return None


def _carried(tokens: Sequence[Token], at: int, verb: CountingVerb) -> tuple[int, int]:
    """The finite verb and the last token of the verb at ``at``, which may hang on an auxiliary."""
    if tokens[at].low not in verb.participle:
        return at, at
    for k in range(at - 1, max(-1, at - AUXILIARY_REACH), -1):
        if tokens[k].kind & Kind.AUXILIARY:
            return k, at  # passives too, which the caller leaves out
        if tokens[k].text == ",":
            break
    return at, at


def _counts(source: Sequence[Token], verb: CountingVerb, lang: str) -> bool:
    """Whether the source is somebody: a town that "counted" its inhabitants is no source."""
    if not verb.by_people:
        return True
    words = speaker_words(lang)
    named = not (words.table is not None and words.capital_nouns)
    return any(words.flags(t.text) & c.NOUN or (named and t.upper and not t.kind) for t in source)


def _doubtful(token: Token) -> int:
    """Kinds that a word may also not have, since it is rather a preposition or determiner."""
    other = Kind.PREPOSITION | Kind.DETERMINER | Kind.ADVERB
    return _BOUNDARY if token.kind & other else Kind.NONE
