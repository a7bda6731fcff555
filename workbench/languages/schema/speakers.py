"""Schema of ``speakers.toml``: the words that noun phrases naming a source are made of; all lists are lower case."""

from __future__ import annotations

from workbench.languages.base import Table


class Words(Table):
    """Nouns of one class: whole words and the ends of compounds."""

    singular: tuple[str, ...] = ()
    """Whole words."""
    plural: tuple[str, ...] = ()
    """Whole words that are plural."""
    suffixes: tuple[str, ...] = ()
    """Ends of singular compounds: ``minister`` makes ``buitenlandminister`` one."""
    plural_suffixes: tuple[str, ...] = ()
    """Ends of plural compounds."""
    feminine: tuple[str, ...] = ()
    """Singular words that name a woman; they need not stand in ``singular`` too."""
    feminine_suffixes: tuple[str, ...] = ()
    """Ends of singular words that name a woman: ``voerster``."""
    masculine: tuple[str, ...] = ()
    """Singular words that name a man; they need not stand in ``singular`` too."""


class Pronouns(Table):
    """Pronouns, by what they can stand for."""

    masculine: tuple[str, ...] = ()
    """One man: ``hij``."""
    feminine: tuple[str, ...] = ()
    """One woman: ``she``."""
    plural: tuple[str, ...] = ()
    """Several: ``they``."""
    feminine_or_plural: tuple[str, ...] = ()
    """A woman or several; the verb beside it decides: ``zij``, ``sie``."""
    other: tuple[str, ...] = ()
    """Those that can be a source but name nobody: first and second person, relative, impersonal (``ik``, ``men``)."""
    indefinite: tuple[str, ...] = ()
    """Those among ``other`` that never mean somebody spoken of before: ``iemand``."""
    plural_verb: str = ""
    """Regular expression for a verb form that makes ``feminine_or_plural`` plural."""


class SpeakerWords(Table):
    """Everything a language needs to recognise who is speaking."""

    determiners: tuple[str, ...]
    """Articles, demonstratives, possessives and quantifiers that open a noun phrase."""
    definite: tuple[str, ...]
    """Those that point to something known."""
    articles: tuple[str, ...] = ()
    """Definite articles alone: ``de``, not ``zijn``."""
    indefinite: tuple[str, ...]
    """Those that bring in something new."""
    numbers: tuple[str, ...] = ()
    """Number words."""
    pronouns: Pronouns
    """Pronouns."""
    particles: tuple[str, ...]
    """Words inside surnames: ``van``, ``de``, ``von``."""
    titles: tuple[str, ...] = ()
    """Forms of address before a name: ``dr``, ``meneer``; without full stop."""
    masculine_titles: tuple[str, ...] = ()
    """Forms of address of men."""
    feminine_titles: tuple[str, ...] = ()
    """Forms of address of women."""
    roles: Words
    """What a person can be: ``minister``."""
    epithets: tuple[str, ...] = ()
    """Roles by which a person named before is called again, where nobody else was given them: ``winnaar``."""
    institutions: Words
    """What can speak as a body: ``ministerie``."""
    groups: Words
    """Unnamed people: ``bronnen``; only ``plural`` and ``singular`` count."""
    documents: Words
    """What can be quoted from: ``rapport``."""
    fields: tuple[str, ...] = ()
    """Capitalised nouns that end an office's name: ``zaken``, ``defensie``; no name goes on after them."""
    adjectives: tuple[str, ...] = ()
    """Adjectives that the endings do not tell."""
    adjective_suffixes: tuple[str, ...] = ()
    """Endings of adjectives before the noun."""
    capital_suffixes: tuple[str, ...] = ()
    """Endings of adjectives made from names of places: ``Britse``, ``American``."""
    member_endings: tuple[str, ...] = ()
    """Endings that make who belongs to it of a name: ``VVD'er``."""
    postposed_suffixes: tuple[str, ...] = ()
    """Endings of adjectives after the noun (French)."""
    linkers: tuple[str, ...]
    """Prepositions that tie a complement to a noun: ``van``."""
    loose_linkers: tuple[str, ...] = ()
    """Prepositions that do so only after a role, institution or group: ``bij``, ``in``."""
    prepositions: tuple[str, ...]
    """Prepositions; what follows one is no subject."""
    place_prepositions: tuple[str, ...] = ()
    """Those that a place follows rather than a person: ``in``, ``uit``."""
    conjunctions: tuple[str, ...]
    """``en``, ``and``."""
    adverbs: tuple[str, ...] = ()
    """Words that stand between a source and its verb: ``gisteren``, ``ook``."""
    adverb_suffixes: tuple[str, ...] = ()
    """Endings of adverbs: ``lijk``, ``ly``."""
    auxiliaries: tuple[str, ...] = ()
    """Verb forms between a source and its cue: ``heeft``, ``wil``."""
    objects: tuple[str, ...] = ()
    """Object and reflexive pronouns between a source and its cue: ``hem``, ``zich``."""
    stops: tuple[str, ...] = ()
    """Function words and auxiliary verbs that are never part of a noun phrase."""
    not_names: tuple[str, ...] = ()
    """Words that are capitalised without being a name: weekdays, months, exclamations."""
    genitive: str = ""
    """Regular expression for the ending of a name that owns what follows: ``'s|s'``."""
    elisions: tuple[str, ...] = ()
    """Words that an apostrophe glues to the next one: ``l``, ``d``, ``qu`` (French)."""
    capital_nouns: bool = False
    """Whether all nouns are capitalised (German)."""
    bare_nouns: bool = False
    """Whether singular nouns before a name need no article and stack (English ``campaign manager``)."""


class PhraseExample(Table):
    """A sentence with a source beside a cue."""

    text: str
    """The sentence; the cue stands in square brackets."""
    left: str | None = None
    """What ``left_of`` must find; absent where it must find nothing or is not asked."""
    right: str | None = None
    """What ``right_of`` must find."""
    name: str | None = None
    """What ``resolve`` must answer for it."""


class SpeakersExamples(Table):
    """Proof of one language's ``speakers.toml``."""

    phrases: tuple[PhraseExample, ...]
    """Sources beside cues."""


class FirstNames(Table):
    """Given names by gender; those of ``world`` and of every language count for all. Lower case."""

    feminine: tuple[str, ...]
    """Given to women."""
    masculine: tuple[str, ...]
    """Given to men."""
