"""Who an article names: short and full names joined, people told from bodies and places."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from workbench.extract.speakers import classes as c
from workbench.extract.speakers.lexicon import Lexicon
from workbench.extract.speakers.mentions import NameMention
from workbench.extract.speakers.names import Names, last_word


@dataclass
class Person:
    """Who a name stands for in one article: a person, or a body or a place."""

    name: str
    """The fullest form."""
    forms: Counter[str] = field(default_factory=Counter)
    """Every form, with how often it stands in the text."""
    gender: int = 0
    """FEM, MASC, both when the signs disagree, 0 unknown."""
    human: bool = False
    """Whether a given name, a role or an address says that it is a person."""
    thing: bool = False
    """Whether some sign says that it is an institution or a place."""
    firm: bool = False
    """Whether some mention is certainly a name."""
    roles: dict[str, frozenset[str]] = field(default_factory=dict)
    """Roles named beside it, with the capitalised modifiers."""

    @property
    def body(self) -> bool:
        """Whether it is an institution or a place."""
        return self.thing and not self.human

    @property
    def count(self) -> int:
        """How often it is mentioned."""
        return sum(self.forms.values())


class People:
    """Everyone an article names."""

    def __init__(self, names: Names, words: Lexicon) -> None:
        self._names = names
        self._words = words
        self._by_form: dict[str, Person] = {}
        self._by_last: dict[str, list[Person]] = {}

    def _namesakes(self, last: str) -> list[Person]:
        """Everyone whose name ends in that word, full names first."""
        known = self._by_last.get(last)
        if known is not None:
            return known
        known = self._by_last[last] = []
        mentions = self._names.ending_in(last)
        whole = [mention for mention in mentions if " " in mention.name]
        for mention in sorted(whole, key=lambda m: bool(self._words.flags(m.name.split()[0]) & c.PARTICLE)):
            self._add(mention, self._person(mention.name))  # "Iris van Rossem" before "Van Rossem"
        for mention in mentions:
            if " " not in mention.name:
                self._add(mention, self.of(mention.name) or self._person(mention.name))
        return known

    def _person(self, name: str) -> Person:
        known = self._by_form.get(name.lower())
        if known is None:
            known = self._same(name) or self._new(name)
            self._by_form[name.lower()] = known
        return known

    def _same(self, name: str) -> Person | None:
        """Someone whose full name this form shortens or lengthens: "De Graaf", "Donald J. Trump"."""
        parts = name.split()
        surname_only = bool(self._words.flags(parts[0]) & c.PARTICLE)
        for person in self._namesakes(last_word(name)):
            if surname_only and person.name.lower().endswith(name.lower()):
                return person
            first, other = parts[0].lower().rstrip("."), person.name.split()[0].lower().rstrip(".")
            if first == other or (min(len(first), len(other)) == 1 and first[0] == other[0]):
                if len(name) > len(person.name):
                    person.name = name
                return person
        return None

    def _new(self, name: str) -> Person:
        person = Person(name)
        self._namesakes(last_word(name)).append(person)
        return person

    def _add(self, mention: NameMention, person: Person) -> None:
        person.forms[mention.name] += 1
        person.gender |= mention.gender
        person.firm = person.firm or not mention.doubtful
        role = self._words.flags(mention.role) if mention.role else 0
        if mention.role and role & c.ROLE:
            person.roles.setdefault(mention.role, mention.modifiers)
        parts = mention.name.split()
        bits = [self._words.flags(part) for part in parts]
        if role & c.ROLE or mention.gender or (len(parts) > 1 and bits[0] & (c.FIRST | c.INITIAL)):
            person.human = True
        else:
            acronym = bits[0] & c.ACRONYM and len(parts) == 1
            named = any(b & (c.INST | c.FIELD | c.DOC) for b in bits)
            thing = acronym or named or mention.placed or mention.common or mention.definite or role & c.INST
            person.thing = person.thing or bool(thing)

    def of(self, name: str) -> Person | None:
        """Who the form stands for; of several people with that surname, the one named most."""
        low = name.lower()
        namesakes = self._namesakes(last_word(name))
        exact = self._by_form.get(low)
        if exact is not None:
            return exact
        found = [p for p in namesakes if p.name.lower().endswith(low)]
        if len(name.split()) == 1 and self._words.flags(name) & c.ACRONYM:
            found = [p for p in found if not p.body]
        return max(found, key=lambda person: (not person.body, person.count, person.name), default=None)

    def last_part(self, role: str) -> str:
        """The shortest end of a role that is one itself: "vicepremier" is a "premier"."""
        ends = (role[at:] for at in range(len(role) - 1, 0, -1))
        return next((end for end in ends if self._words.flags(end) & c.ROLE), role)

    def canonical(self, name: str) -> str:
        """The fullest form of the name in the article."""
        person = self.of(name)
        return person.name if person else name
