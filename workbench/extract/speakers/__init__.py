"""Who is speaking, inside one article: source phrases beside a cue, full names, pronouns."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import islice

from workbench.extract.speakers import classes as c
from workbench.extract.speakers.coreference import Discourse
from workbench.extract.speakers.describing import alone, descriptive, same_person
from workbench.extract.speakers.leftward import phrase_before
from workbench.extract.speakers.lexicon import Lexicon, lexicon
from workbench.extract.speakers.mentions import name_core, name_text
from workbench.extract.speakers.names import Names
from workbench.extract.speakers.people import People
from workbench.extract.speakers.phrase import Phrase
from workbench.extract.speakers.phrases import PhraseReader
from workbench.extract.speakers.tokens import Token, tokenize
from workbench.model import Span
from workbench.segment import Segmented

__all__ = ["Reference", "Speakers"]

INTRODUCED = 40
"""Sentences before an interview's first words in which whoever speaks is introduced."""
_REACH = 1200
"""Characters around a cue that are looked at."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A source phrase as it stands in the text."""

    span: Span
    """Where it stands."""
    text: str
    """What it says."""


class Speakers:
    """The speakers of one article; built once, then asked.

    Nothing it answers depends on the order of the questions but the pronouns, which prefer those that
    :meth:`note_speaker` was told of.
    """

    def __init__(self, segmented: Segmented) -> None:
        self._segmented = segmented
        self._text = segmented.article.text
        self._names = Names(segmented)
        self._main = lexicon(segmented.article.lang)
        self._people = People(self._names, self._main)
        self._discourse = Discourse(self._names, self._people)

    # -- phrases ---------------------------------------------------------------------------------

    def left_of(self, pos: int) -> Span | None:
        """The source phrase that ends right before ``pos``, the start of a cue.

        A comma, adverbs, auxiliaries and objects ("Psaki has later also") may stand between, five at most. None when
        what stands there is no noun phrase, or hangs on a preposition ("na het gesprek met Lavrov").
        """
        tokens = self._around(pos)
        end = bisect_left(_Starts(tokens), pos)
        while end and tokens[end - 1].end > pos:
            end -= 1
        return phrase_before(PhraseReader(tokens, self._words_at(pos)), end)

    def right_of(self, pos: int) -> Span | None:
        """The source phrase that begins right after ``pos``, the end of a cue; up to three adverbs may stand between."""
        tokens = self._around(pos)
        start = bisect_left(_Starts(tokens), pos)
        skipped = 0
        while (
            start < len(tokens)
            and skipped < 3
            and tokens[start].flags & c.ADV
            and not _capital(tokens[start])
        ):
            start, skipped = start + 1, skipped + 1
        if start >= len(tokens):
            return None
        phrase = PhraseReader(tokens, self._words_at(pos)).read(start, len(tokens))
        return Span(tokens[start].start, tokens[phrase.end - 1].end) if phrase else None

    def noun_phrase_at(self, pos: int) -> Span | None:
        """The phrase that begins with the word at ``pos`` or the first word after it."""
        tokens = self._around(pos)
        start = bisect_left([t.end for t in tokens], pos + 1)
        if start >= len(tokens):
            return None
        phrase = PhraseReader(tokens, self._words_at(pos)).read(start, len(tokens))
        return Span(tokens[start].start, tokens[phrase.end - 1].end) if phrase else None

    def person_at(self, pos: int, *, bodies: bool = False) -> Span | None:
        """The phrase that begins at ``pos`` if it is a role without a name, whose is not said: "Een buurman".

        Args:
            pos: where it begins.
            bodies: whether an institution will do too.
        """
        tokens = self._around(pos)
        start = bisect_left(_Starts(tokens), pos)
        if start >= len(tokens) or tokens[start].start != pos or not tokens[start].flags & c.DET:
            return None
        table = self._words_at(pos).table
        if table is None or tokens[start].low not in (*table.articles, *table.indefinite):
            return None
        phrase = PhraseReader(tokens, self._words_at(pos)).read(start, len(tokens))
        if phrase is None or phrase.head is None or phrase.name is not None:
            return None
        role = tokens[phrase.head].flags & (c.ROLE | c.GROUP | (c.INST if bodies else 0))
        return Span(tokens[start].start, tokens[phrase.end - 1].end) if role else None

    def only_person(self, at: int) -> Span | None:
        """The last mention before ``at`` of the one person whom the article names until there; None of several."""
        found: dict[str, Span] = {}
        mentions = self._names.before(at, self._names.number_at(at) - INTRODUCED)
        for mention in islice(mentions, 4 * INTRODUCED):
            if len(found) > 1:
                break
            person = self._people.of(mention.name)
            if person is not None and person.human and person.firm:
                found.setdefault(person.name, Span(mention.start, mention.end))
        return next(iter(found.values())) if len(found) == 1 else None

    def points_back(self, span: Span) -> bool:
        """Whether a pronoun means somebody spoken of: "hij", "ik", not "iemand"."""
        words = self._words_at(span.start)
        p = words.table.pronouns if words.table is not None else None
        low = span.of(self._text).lower()
        return p is not None and low not in p.indefinite

    def can_speak(self, span: Span) -> bool:
        """Whether a phrase names somebody, or what can be a source: a role, a body, a document."""
        words = self._words_at(span.start)
        tokens = tokenize(self._text, span.start, span.end, words)
        return any(token.flags & (c.NOUN | c.CAP) for token in tokens[1:])

    def longer_phrase(self, source: Span) -> Span | None:
        """The phrase that begins as ``source`` does and goes on after it and the sign behind it, where there is one."""
        if self._segmented.sentence_at(source.start).end <= source.end + 1:
            return None
        phrase = self.noun_phrase_at(source.start)
        return phrase if phrase and phrase.start == source.start and phrase.end > source.end + 1 else None

    def names_in(self, span: Span) -> list[Span]:
        """Names of people and institutions inside ``span``, left to right.

        A word that is capitalised only where a sentence begins is none, unless the article has it elsewhere.
        """
        out = []
        for mention in self._names.inside(span):
            person = self._people.of(mention.name)
            if not mention.common and (person is None or person.firm):
                out.append(Span(mention.start, mention.end))
        return out

    def likely_speaker(self, at: int, reach: int = 4) -> Span | None:
        """The person to whom speech without a source at ``at`` most likely belongs; None when none is near.

        Args:
            at: start of the speech.
            reach: how many sentences to look back.
        """
        mention = self._discourse.salient(at, reach=reach)
        return Span(mention.start, mention.end) if mention else None

    # -- who it is -------------------------------------------------------------------------------

    def note_speaker(self, name: str, at: int) -> None:
        """Tell that ``name`` spoke at ``at``; pronouns after it prefer this speaker."""
        self._discourse.note(name, at)

    def resolve(self, source: Span | None, at: int) -> str | None:
        """The fullest name the article gives for a source.

        A short name becomes the full one, also when that comes later; titles are left out; a pronoun or "de minister"
        becomes the nearest fitting person before ``at``; what names nobody stays as it is without its article.
        With no source, whoever spoke last before ``at``.
        """
        if source is None:
            return self._discourse.last_speaker(at)
        words = self._words_at(source.start)
        initial = self._text[source.end - 2 : source.end + 1]
        stop = source.end + (initial[1:2].isupper() and not initial[:1].isalnum() and initial[2:] == ".")
        tokens = tokenize(
            self._text, source.start, stop, words
        )  # "Martien R" before the full stop of its initial
        while tokens and tokens[-1].flags & c.PUNCT and tokens[-1].text != ")":
            tokens.pop()
        if not tokens:
            return None
        phrase = PhraseReader(tokens, words).read(0, len(tokens), anchored=True)
        if phrase is None:
            return self._bare(tokens)
        return self._resolved(phrase, tokens, words, source, at)

    def _resolved(
        self, phrase: Phrase, tokens: list[Token], words: Lexicon, source: Span, at: int
    ) -> str | None:
        if phrase.pronoun:
            place = min(source.start, at)  # whoever is named in the words themselves does not say them
            return self._discourse.pronoun(tokens[phrase.start], words, place, self._beside(source))
        if phrase.second is not None and same_person(phrase, tokens):
            return self._resolved(phrase.second, tokens, words, source, at)
        if phrase.second is not None:
            parts = [self._resolved(p, tokens, words, source, at) for p in (alone(phrase), phrase.second)]
            joint = f" {tokens[phrase.second.start - 1].text} "
            return joint.join(p for p in parts if p)
        if phrase.name is not None:
            again = self._discourse.by_origin(phrase, tokens, words, source.start)
            if again is not None:
                return again
            return self._people.canonical(name_text(tokens, name_core(tokens, phrase.name)))
        issuer = self._issuer(phrase, tokens, words)
        if issuer is not None:
            return self._resolved(issuer, tokens, words, source, at)
        if phrase.head is not None and phrase.head > 0 and tokens[phrase.head].flags & c.DOC:
            owner = tokens[0].flags & c.PRON and self._discourse.pronoun(
                tokens[0], words, source.start, ("", "")
            )
            if owner:
                return owner  # "his statement"
        known = self._discourse.by_role(phrase, tokens, words, source.start)
        return known or descriptive(self._text, tokens, phrase, words)

    def _issuer(self, phrase: Phrase, tokens: list[Token], words: Lexicon) -> Phrase | None:
        """Whose a document is, by name, office or body: "de laatste analyse van het ministerie van Defensie"."""
        if phrase.head is None or not tokens[phrase.head].flags & c.DOC or phrase.complement is None:
            return None
        at = phrase.complement[0]
        inner = PhraseReader(tokens, words).read(at + 1, phrase.end, anchored=True)
        if not tokens[at].flags & c.LINK or inner is None or inner.pronoun:
            return None
        whose = inner.name is not None or (
            inner.head is not None and bool(tokens[inner.head].flags & (c.INST | c.ROLE | c.GROUP))
        )
        return inner if whose else None

    def _bare(self, tokens: list[Token]) -> str:
        """What no grammar reads: as written, without its article."""
        start = 1 if len(tokens) > 1 and tokens[0].flags & c.DET else 0
        return self._people.canonical(self._text[tokens[start].start : tokens[-1].end])

    def _beside(self, source: Span) -> tuple[str, str]:
        """The words before and after the source, which tell the number of "zij"."""
        tokens = self._around(source.start)
        at = bisect_left([t.start for t in tokens], source.start)
        before = tokens[at - 1].low if at > 0 else ""
        after = tokens[at + 1].low if at + 1 < len(tokens) else ""
        return before, after

    # -- tokens ----------------------------------------------------------------------------------

    def _words_at(self, pos: int) -> Lexicon:
        return lexicon(self._segmented.language_at(pos))

    def _around(self, pos: int) -> list[Token]:
        """The tokens of the sentence at ``pos``, at most :data:`_REACH` characters to each side."""
        sentence = self._segmented.sentence_at(pos)
        if not sentence.start <= pos <= sentence.end + 1:
            return []
        tokens = self._names.tokens(sentence)
        if len(sentence) <= 2 * _REACH:
            return tokens
        starts = _Starts(tokens)
        return tokens[bisect_left(starts, pos - _REACH) : bisect_left(starts, pos + _REACH)]


class _Starts:
    """The starts of tokens as a sequence, without copying them."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens

    def __len__(self) -> int:
        return len(self._tokens)

    def __getitem__(self, i: int) -> int:
        return self._tokens[i].start


def _capital(token: Token) -> bool:
    """Whether the word is capitalised as a name is."""
    return bool(token.flags & c.CAP) and not token.flags & c.NOTNAME
