"""Names and titled people of one article: who is mentioned where, and which short name is whose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.extract.speakers import classes as c
from workbench.extract.speakers.lexicon import Lexicon
from workbench.extract.speakers.phrases import Phrase, PhraseReader
from workbench.extract.speakers.tokens import Token


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name in the text, with what stands around it."""

    start: int
    """Index of the name in the text."""
    end: int
    """Index after it."""
    name: str
    """As written, without a genitive ending."""
    role: str | None
    """Head noun beside it, lower case: "minister"."""
    modifiers: frozenset[str]
    """Capitalised words of the phrase outside the name, lower case: "britse"."""
    gender: int
    """FEM, MASC or 0, by title, role and given name."""
    sentence: int
    """Number of the sentence."""
    governed: bool
    """Whether a preposition stands before the phrase: no subject."""


@dataclass
class Person:
    """Who a name stands for in one article: a person, or a body where ``body`` is true."""

    name: str
    """The fullest form."""
    forms: Counter[str] = field(default_factory=Counter)
    """Every form, with how often it stands in the text."""
    gender: int = 0
    """FEM, MASC, both when the signs disagree, 0 unknown."""
    body: bool = False
    """Whether it is an institution, a place or the like."""
    roles: dict[str, frozenset[str]] = field(default_factory=dict)
    """Roles named beside it, with the capitalised modifiers."""


class NameScan:
    """Finds the names of one sentence."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        """Classes of words."""

    def mentions(self, tokens: Sequence[Token], number: int) -> list[NameMention]:
        """The names in order; ``number`` is the sentence's."""
        reader, i = PhraseReader(tokens, self.words), 0
        out: list[NameMention] = []
        while i < len(tokens):
            if not tokens[i].flags & (c.CAP | c.DET | c.TITLE | c.ROLE | c.INST) or (
                tokens[i].flags & c.NOTNAME and not tokens[i].flags & c.DET
            ):
                i += 1
                continue
            phrase = reader.read(i, len(tokens))
            if phrase is None or phrase.pronoun:
                i += 1
                continue
            i = max(i + 1, self._add(phrase, tokens, number, out))
        return out

    def _add(self, phrase: Phrase, tokens: Sequence[Token], number: int, out: list[NameMention]) -> int:
        """Add the names of a phrase; the token to go on from."""
        governed = phrase.start > 0 and bool(tokens[phrase.start - 1].flags & c.PREP)
        if phrase.owner:
            out.append(self._mention(tokens, phrase.owner, None, number, True))
        if phrase.name:
            out.append(self._mention(tokens, phrase.name, phrase, number, governed))
        if phrase.second:
            return self._add(phrase.second, tokens, number, out)
        if phrase.complement and not phrase.name:
            return phrase.complement[0] + 1
        return phrase.end

    def _mention(
        self, tokens: Sequence[Token], at: tuple[int, int], phrase: Phrase | None, number: int, governed: bool
    ) -> NameMention:
        first, last = tokens[at[0]], tokens[at[1] - 1]
        name = name_text(tokens, at, self.words)
        role = (
            tokens[phrase.head].low
            if phrase and phrase.head is not None and tokens[phrase.head].flags & (c.ROLE | c.INST)
            else None
        )
        around = range(phrase.start, phrase.end) if phrase else range(0)
        modifiers = frozenset(
            tokens[i].low
            for i in around
            if tokens[i].flags & c.CAP
            and not at[0] <= i < at[1]
            and not tokens[i].flags & c.NOTNAME
            and i != (phrase.head if phrase else -1)
        )
        gender = self.words.gender(first.text)
        for i in around:
            if tokens[i].flags & (c.ROLE | c.TITLE) and not at[0] <= i < at[1]:
                gender = tokens[i].flags & (c.FEM | c.MASC) or gender
        return NameMention(
            first.start, last.end, name, role, modifiers, gender & (c.FEM | c.MASC), number, governed
        )


def name_text(tokens: Sequence[Token], at: tuple[int, int], words: Lexicon) -> str:
    """The name at these tokens, without a genitive ending after an apostrophe."""
    parts: list[str] = []
    for i in range(*at):
        gap = i > at[0] and tokens[i].start > tokens[i - 1].end
        parts.append((" " if gap else "") + tokens[i].text)
    name = "".join(parts)
    for ending in ("'s", "’s", "'", "’"):
        if name.endswith(ending) and len(name) > len(ending) + 1:
            return name[: -len(ending)]
    return name


def surname(name: str, words: Lexicon) -> str:
    """What a short form keeps of a full name, lower case: "Iris de Graaf" has "de graaf"."""
    parts = name.split()
    i = 1
    while i < len(parts) - 1 and not words.flags(parts[i]) & c.PARTICLE:
        i += 1
    return " ".join(parts[i:] if len(parts) > 1 else parts).lower()


def last_word(name: str) -> str:
    """The last word of a name, lower case."""
    return name.rsplit(None, 1)[-1].lower()


class People:
    """Everyone an article names, short and full names joined."""

    def __init__(self, mentions: Sequence[NameMention], words: Lexicon) -> None:
        self._words = words
        self._by_form: dict[str, Person] = {}
        self._by_last: dict[str, list[Person]] = {}
        full = [m for m in mentions if " " in m.name]
        for mention in full:
            self._add(mention, self._person(mention.name))
        for mention in mentions:
            if " " not in mention.name:
                self._add(mention, self.of(mention.name) or self._person(mention.name))

    def _person(self, name: str) -> Person:
        known = self._by_form.get(name.lower())
        if known is None:
            known = self._longer(name) or self._new(name)
            self._by_form[name.lower()] = known
        return known

    def _longer(self, name: str) -> Person | None:
        """Someone whose full name this form shortens or lengthens: "De Graaf", "Donald J. Trump"."""
        first, last = name.split(maxsplit=1)[0].lower().rstrip("."), last_word(name)
        for person in self._by_last.get(last, ()):
            other = person.name.split()[0].lower().rstrip(".")
            given = first if not self._words.flags(name.split(maxsplit=1)[0]) & c.PARTICLE else other
            if given == other or (min(len(given), len(other)) == 1 and given[0] == other[0]):
                if len(name) > len(person.name):
                    person.name = name
                return person
        return None

    def _new(self, name: str) -> Person:
        person = Person(name)
        self._by_last.setdefault(last_word(name), []).append(person)
        return person

    def _add(self, mention: NameMention, person: Person) -> None:
        person.forms[mention.name] += 1
        person.gender |= mention.gender
        if mention.role:
            person.roles.setdefault(mention.role, mention.modifiers)
            if self._words.flags(mention.role) & c.INST:
                person.body = True
        head = self._words.flags(mention.name.split()[0])
        if (head & c.ACRONYM and " " not in mention.name) or any(
            self._words.flags(w) & (c.INST | c.FIELD) for w in mention.name.split()
        ):
            person.body = person.body or not head & (c.FIRST | c.INITIAL)

    def of(self, name: str) -> Person | None:
        """Who the form stands for; of several with that surname, the one named most."""
        exact = self._by_form.get(name.lower())
        if exact is not None:
            return exact
        found = self._by_last.get(last_word(name), ())
        fitting = [p for p in found if " " not in name or p.name.lower().endswith(name.lower())]
        return max(fitting, key=lambda p: (sum(p.forms.values()), p.name), default=None)

    def canonical(self, name: str) -> str:
        """The fullest form of the name in the article."""
        person = self.of(name)
        return person.name if person else name
