"""Who a pronoun, a bare role or a quote without a source belongs to: the most salient person before it.

Salience counts distance in sentences, subject or object, gender, how often the article names the person, and
whether the person has just spoken.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Sequence
from itertools import islice
from math import log2

from workbench.extract.speakers import classes as c
from workbench.extract.speakers.lexicon import Lexicon
from workbench.extract.speakers.mentions import NameMention
from workbench.extract.speakers.names import Names, last_word
from workbench.extract.speakers.people import People, Person
from workbench.extract.speakers.phrase import Phrase
from workbench.extract.speakers.phrases import PhraseReader
from workbench.extract.speakers.tokens import Token

REACH = 6
"""Sentences that a pronoun looks back."""
EPITHET_REACH = 4
"""The same for a role by which somebody is called again."""
ROLE_REACH = 2
"""The same for a pronoun and a speaker without a name."""
MOST_MENTIONS = 60
"""Mentions that are weighed at most, so that a list of names costs no more than a text."""
_SPOKE, _SUBJECT, _OBJECT, _GENDER, _DISTANCE, _OFTEN = 1.0, 1.0, 0.4, 0.4, 0.6, 0.6
_ROUNDING = 1e-9
"""So that sums in another order are no reason to leave somebody out."""


class Discourse:
    """What has been said of whom, in the order of the text."""

    def __init__(self, names: Names, people: People) -> None:
        self._names = names
        self._people = people
        self._spoke: list[tuple[int, str]] = []
        self._with_role: dict[str, frozenset[str] | None] = {}

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
            return self._one(at, words, c.MASC)
        if low in pronouns.feminine_or_plural:
            verb = pronouns.plural_verb
            if verb and any(re.fullmatch(verb, word) for word in beside):
                return self._several(at, words)
            return self._one(at, words, c.FEM)
        if low in pronouns.feminine:
            return self._one(at, words, c.FEM)
        return self._several(at, words) if low in pronouns.plural else None

    def _one(self, at: int, words: Lexicon, gender: int) -> str | None:
        """The man or woman whom a pronoun means: with a name, or with a role alone who spoke last."""
        opener = self._opener(at, words, gender)
        if opener is not None:
            return opener
        named = self.salient(at, gender)
        i = bisect_left(self._spoke, (at, ""))
        place, last = self._spoke[i - 1] if i else (-1, "")
        near = place >= 0 and self._names.number_at(at) - self._names.number_at(place) <= ROLE_REACH
        if near and (named is None or named.start < place) and self._is_role(last, words, gender):
            return last
        return self._name_of(named)

    def _is_role(self, name: str, words: Lexicon, gender: int) -> bool:
        """Whether a speaker is one person with a role and no name, who may have that gender."""
        if self._people.of(name) is not None:
            return False
        head = next((bits for bits in map(words.flags, name.split()) if bits & c.NOUN), 0)
        return bool(head & c.ROLE) and not head & (c.PLURAL | ((c.FEM | c.MASC) & ~gender))

    def _opener(self, at: int, words: Lexicon, gender: int) -> str | None:
        """The one with a role and no name who opens the sentence before: "De staatssecretaris zweeg. Zij …"."""
        number = self._names.number_at(at) - 1
        tokens = self._names.tokens_of(number) if number >= 0 else []
        table = words.table
        if not tokens or table is None or tokens[0].low not in (*table.definite, *table.indefinite):
            return None
        phrase = PhraseReader(tokens, words).read(0, len(tokens))
        if phrase is None or phrase.head is None or phrase.name or phrase.second or phrase.owner:
            return None
        head = tokens[phrase.head]
        other = head.flags & (c.FEM | c.MASC) & ~gender
        if not head.flags & c.ROLE or head.flags & c.PLURAL or other:
            return None
        known = self.by_role(phrase, tokens, words, tokens[0].start)
        return known or " ".join(token.text for token in tokens[1 : phrase.end])

    def _name_of(self, mention: NameMention | None) -> str | None:
        return self._people.canonical(mention.name) if mention else None

    def salient(self, at: int, gender: int = 0, reach: int = REACH) -> NameMention | None:
        """The last mention of the most salient person in the sentences before ``at``.

        Args:
            at: where in the text.
            gender: FEM or MASC where it is known.
            reach: how many sentences to look back.
        """
        here = self._names.number_at(at)
        recent = {name for _, name in self._spoke[max(0, bisect_left(self._spoke, (at, "")) - 2) :] if _ < at}
        lexical = self._names.language_at(
            at
        ).capital_nouns  # every noun has a capital there: only people will do
        best: tuple[float, NameMention] | None = None
        for mention in islice(self._names.before(at, here - reach), MOST_MENTIONS):
            if best is not None and self._most(mention, gender, here) + (_SPOKE if recent else 0) < best[0]:
                continue
            person = self._people.of(mention.name)
            if person is None or not _fits(person, gender) or self._names.is_marked(mention):
                continue
            if lexical and not person.human and " " not in person.name and person.count == 1:
                continue
            score = self._salience(mention, person, gender, here) + _SPOKE * (person.name in recent)
            if best is None or score > best[0]:
                best = (score, mention)
        return best[1] if best else None

    def _most(self, mention: NameMention, gender: int, here: int) -> float:
        """No less than the salience of the mention, whoever it is; costs much less."""
        often = _OFTEN * log2(max(1, self._names.most_of(last_word(mention.name))))
        subject = 0 if mention.governed else 1.5 * _SUBJECT
        return often - _DISTANCE * (here - mention.sentence) + subject + _GENDER * (gender != 0) + _ROUNDING

    def _salience(self, mention: NameMention, person: Person, gender: int, here: int) -> float:
        score = _OFTEN * log2(person.count) - _DISTANCE * (here - mention.sentence)
        if not mention.governed:
            score += self._as_subject(mention)
        return score + _GENDER * (gender != 0 and person.gender == gender)

    def _as_subject(self, mention: NameMention) -> float:
        """What it weighs to be the subject: the first name of its sentence is, one after another rather an object."""
        names = self._names.in_sentence(mention.sentence)
        if mention.start == names[0].start:
            return 1.5 * _SUBJECT
        free = next(name for name in names if not name.governed)
        return _SUBJECT if mention.start == free.start or mention.role else _OBJECT

    def _several(self, at: int, words: Lexicon) -> str | None:
        """For a plural pronoun: the several who open the sentence before, or whoever was last noted but no single person."""
        number = self._names.number_at(at) - 1
        tokens = self._names.tokens_of(number) if number >= 0 else []
        phrase = PhraseReader(tokens, words).read(0, len(tokens)) if tokens else None
        if phrase is not None and phrase.head is not None and phrase.name is None and phrase.second is None:
            head = tokens[phrase.head].flags
            start = phrase.start + bool(tokens[phrase.start].flags & c.DET and phrase.head > phrase.start)
            if head & c.PLURAL and head & (c.ROLE | c.GROUP | c.INST):
                return self._names.words(tokens[start].start, tokens[phrase.end - 1].end)
        last = self.last_speaker(at)
        person = self._people.of(last) if last else None
        return last if last and (person is None or person.body) else None

    def by_origin(self, phrase: Phrase, tokens: Sequence[Token], words: Lexicon, at: int) -> str | None:
        """The person called again by where they are from: "de Vlaamse"; None for any other phrase."""
        alone = phrase.name is not None and phrase.head is None and phrase.name[1] - phrase.name[0] == 1
        if not alone or phrase.name is None or words.table is None:
            return None
        origin = tokens[phrase.name[0]].flags & (c.ADJ | c.FIRST) == c.ADJ
        if not origin or tokens[phrase.start].low not in words.table.definite or words.capital_nouns:
            return None
        return self._name_of(self.salient(at, reach=EPITHET_REACH))

    def by_role(self, phrase: Phrase, tokens: Sequence[Token], words: Lexicon, at: int) -> str | None:
        """The person whom the article gives the role of a definite phrase without a name ("de minister")."""
        if phrase.head is None or words.table is None or tokens[phrase.start].low not in words.table.definite:
            return None
        head = tokens[phrase.head]
        if not head.flags & c.ROLE or head.flags & c.PLURAL:
            return None
        said = frozenset(
            t.low for t in tokens[phrase.start + 1 : phrase.end] if t.flags & c.CAP and t is not head
        )
        seen: set[str] = set()
        wanted = self._surnames_with(head.low)
        before = self._names.before(at) if wanted is None or wanted else ()
        for mention in islice(before, 4 * MOST_MENTIONS):
            if wanted is not None and last_word(mention.name) not in wanted:
                continue
            person = self._people.of(mention.name)
            if person is None or person.name in seen:
                continue
            seen.add(person.name)
            if not person.body and _has_role(person, head.low, said, head.flags):
                return person.name
        known = head.low.rpartition("-")[2] in words.epithets
        return (
            self._name_of(self.salient(at, head.flags & (c.FEM | c.MASC), EPITHET_REACH)) if known else None
        )

    def _surnames_with(self, role: str) -> frozenset[str] | None:
        """The last words of all names with that role or its last part; None where only all names could tell."""
        if role not in self._with_role:
            beside = self._names.in_sentences_with(self._people.last_part(role))
            self._with_role[role] = (
                frozenset(last_word(n.name) for n in beside if n.role is not None and _alike(n.role, role))
                if beside is not None
                else None
            )
        return self._with_role[role]


def _alike(own: str, role: str) -> bool:
    """Whether one of the words ends in the other: "premier", "vicepremier"."""
    return own.endswith(role) or role.endswith(own)


def _fits(person: Person, gender: int) -> bool:
    """Whether it is a person who may have that gender."""
    if person.body or not person.firm or (" " in person.name and person.name.isupper()):
        return False  # "DEN HAAG" before a report
    if gender == 0:
        return True
    return person.gender == 0 or bool(person.gender & gender)


def _has_role(person: Person, role: str, said: frozenset[str], bits: int) -> bool:
    """Whether the person was given that role, with no other nationality or office beside it."""
    if (bits & c.FEM and person.gender == c.MASC) or (bits & c.MASC and person.gender == c.FEM):
        return False
    for own, modifiers in person.roles.items():
        if _alike(own, role) and (not said or said <= modifiers or not modifiers):
            return True
    return False
