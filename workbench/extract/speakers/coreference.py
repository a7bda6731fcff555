"""Who a pronoun or a bare role stands for: the nearest fitting person before it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence

from workbench.extract.speakers import classes as c
from workbench.extract.speakers.lexicon import Lexicon
from workbench.extract.speakers.mentions import NameMention, People, Person
from workbench.extract.speakers.phrases import Phrase
from workbench.extract.speakers.tokens import Token
from workbench.model import Span

REACH = 6
"""Sentences that a pronoun looks back."""
_SPOKE, _SUBJECT, _GENDER, _DISTANCE = 1.5, 1.0, 1.5, 1.0


class Discourse:
    """What has been said of whom, in the order of the text."""

    def __init__(self, mentions: Sequence[NameMention], people: People, sentences: Sequence[Span]) -> None:
        self._mentions = mentions
        self._starts = [m.start for m in mentions]
        self._people = people
        self._sentences = [s.start for s in sentences]
        self._spoke: list[tuple[int, str]] = []

    def note(self, name: str, at: int) -> None:
        """``name`` spoke at ``at``."""
        insort(self._spoke, (at, name))

    def last_speaker(self, at: int) -> str | None:
        """Who was last noted before ``at``."""
        i = bisect_left(self._spoke, (at, ""))
        return self._spoke[i - 1][1] if i else None

    def pronoun(self, token: Token, words: Lexicon, at: int, beside: tuple[str, str]) -> str | None:
        """The person a pronoun stands for; None for one that stands for nobody named."""
        if words.table is None:
            return None
        pronouns, low = words.table.pronouns, token.low
        if low in pronouns.masculine:
            return self._nearest(c.MASC, at)
        if low in pronouns.feminine_or_plural:
            verb = pronouns.plural_verb
            if verb and any(re.fullmatch(verb, word) for word in beside):
                return self._last_body(at)
            return self._nearest(c.FEM, at)
        if low in pronouns.feminine:
            return self._nearest(c.FEM, at)
        return self._last_body(at) if low in pronouns.plural else None

    def _sentence(self, at: int) -> int:
        return bisect_right(self._sentences, at) - 1

    def _nearest(self, gender: int, at: int) -> str | None:
        """The most salient person of that gender, or of unknown gender, in the sentences before ``at``."""
        here = self._sentence(at)
        best: tuple[float, int, str] | None = None
        for i in range(bisect_left(self._starts, at) - 1, -1, -1):
            mention = self._mentions[i]
            if here - mention.sentence > REACH:
                break
            person = self._people.of(mention.name)
            if person is None or not _fits(person, gender):
                continue
            score = self._salience(mention, person, gender, here, at)
            if best is None or score > best[0]:
                best = (score, i, person.name)
        return best[2] if best else None

    def _salience(self, mention: NameMention, person: Person, gender: int, here: int, at: int) -> float:
        score = -_DISTANCE * (here - mention.sentence)
        first = self._starts[self._first_of(mention.sentence)]
        score += _SUBJECT * ((not mention.governed) + (mention.start == first and not mention.governed) * 0.5)
        score += _GENDER * (person.gender == gender)
        low = bisect_left(self._spoke, (self._sentences[mention.sentence] if self._sentences else 0, ""))
        spoke = any(
            name == person.name
            for _, name in self._spoke[max(low - 2, 0) : bisect_left(self._spoke, (at, ""))][-3:]
        )
        return score + _SPOKE * spoke

    def _first_of(self, sentence: int) -> int:
        return bisect_left(self._mentions, sentence, key=lambda m: m.sentence)

    def _last_body(self, at: int) -> str | None:
        """For a plural pronoun: whoever was last noted if that is no single person."""
        last = self.last_speaker(at)
        person = self._people.of(last) if last else None
        return last if last and (person is None or person.body) else None

    def by_role(self, phrase: Phrase, tokens: Sequence[Token], words: Lexicon, at: int) -> str | None:
        """The person whom the article gives the role of a definite phrase without a name ("de minister")."""
        if phrase.head is None or words.table is None or tokens[phrase.start].low not in words.table.definite:
            return None
        head = tokens[phrase.head]
        if not head.flags & c.ROLE or head.flags & (c.PLURAL | c.GROUP & c.INST):
            return None
        said = frozenset(
            t.low for t in tokens[phrase.start + 1 : phrase.end] if t.flags & c.CAP and t is not head
        )
        for i in range(bisect_left(self._starts, at) - 1, -1, -1):
            person = self._people.of(self._mentions[i].name)
            if person is not None and not person.body and _has_role(person, head.low, said, head.flags):
                return person.name
        return None


def _fits(person: Person, gender: int) -> bool:
    known = person.gender
    return not person.body and (
        (known == 0 and (" " in person.name or bool(person.roles))) or bool(known & gender)
    )


def _has_role(person: Person, role: str, said: frozenset[str], bits: int) -> bool:
    """Whether the person was given that role, with no other nationality or office beside it."""
    if (bits & c.FEM and person.gender == c.MASC) or (bits & c.MASC and person.gender == c.FEM):
        return False
    for own, modifiers in person.roles.items():
        if (own.endswith(role) or role.endswith(own)) and (not said or said <= modifiers or not modifiers):
            return True
    return False
