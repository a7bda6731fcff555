"""How a language gives words to a source: ``attribution.toml``."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from workbench.languages.base import Table
from workbench.model import Modality, Polarity

VerbUse = Literal["say", "hold", "voice", "label", "record", "none"]
"""What a verb can report.

``say`` takes every kind of quote; ``hold`` (opinion, demand, knowledge) takes clauses and fragments; ``voice`` (to
laugh, to go on) takes only direct speech; ``label`` (to call, to accuse) takes only a quoted fragment; ``record`` (to
stand written) takes a clause, and its source is the document it is said to stand in; ``none`` is a separable verb
that reports nothing and keeps its stem from being read as one that does ("vindt … plaats").
"""


class Verb(Table):
    """A verb of reporting with all its forms."""

    use: VerbUse
    """What the verb can report."""
    finite: tuple[str, ...]
    """Forms that can carry a clause."""
    infinitive: tuple[str, ...] = ()
    """Infinitives."""
    participle: tuple[str, ...] = ()
    """Past participles."""
    gerund: tuple[str, ...] = ()
    """Forms that borrow the subject of the main clause: "saying", "en disant"."""
    particle: str | None = None
    """Separable particle, needed later in the clause: "merkte … op"; or several: "er op" in "wijst er vaak op"."""
    joined: tuple[str, ...] = ()
    """Finite forms with the particle in front: "opmerkte"."""
    promises: bool = False
    """Whether its subject is also that of an infinitive clause: "zegt te komen"."""
    commits: bool = False
    """Whether it commits its subject, so that its infinitive may open as one of purpose does: "belooft om te komen"."""
    takes_gerund: bool = False
    """Whether it reports a clause that opens with a gerund: "denied knowing"."""
    polarity: Polarity = "affirmed"
    """``denied`` for verbs of denial."""
    via: tuple[str, ...] = ()
    """Prepositions before the document of a ``record`` verb, which then needs one; any where empty: "blijkt uit"."""
    modality: Modality = "asserted"
    """How firmly what is reported is put forward."""


class SourcePhrase(Table):
    """Words that name a source without a verb: "volgens X", "X zufolge", "in de ogen van X"."""

    words: str
    """The words, lower case."""
    side: Literal["right", "left", "subject"] = "right"
    """Where the source stands; ``subject`` where it is that of the clause: "naar eigen zeggen"."""
    tag: bool = False
    """Whether it follows what is said, as "aldus" does, and takes no clause of its own."""
    documents: bool = False
    """Whether a document must follow: "nach einem Bericht", not "nach dem Spiel"."""
    opinion: bool = False
    """Whether it reports a view rather than words."""
    relay: bool = False
    """Whether it names where a report has its words from: "op basis van bronnen"."""


class CountingVerb(Table):
    """A verb whose subject is the source of the number it governs: "telde 5.000", "houdt het op 3.000"."""

    finite: tuple[str, ...]
    """Forms that can carry a clause."""
    participle: tuple[str, ...] = ()
    """Past participles."""
    via: tuple[str, ...] = ()
    """Prepositions before the number, one of which is needed; none where empty."""
    objects: tuple[str, ...] = ()
    """Words one of which must stand between verb and number: "het" in "houdt het op"; any where empty."""
    by_people: bool = False
    """Whether only people and bodies are sources: "het dorp telde 900 huizen" has none."""


class Story(Table):
    """Frequent words that tell a story from a report."""

    persons: frozenset[str] = frozenset()
    """Personal pronouns, subject and object."""
    past: frozenset[str] = frozenset()
    """Frequent verbs in the past tense."""
    present: frozenset[str] = frozenset()
    """Frequent verbs in the present tense."""


class Attribution(Table):
    """Everything the quote finder knows of a language."""

    verbs: dict[str, Verb]
    """Reporting verbs by infinitive."""
    phrases: tuple[SourcePhrase, ...]
    """Source phrases."""
    nouns: tuple[str, ...]
    """Nouns that take a clause as their content: "de bewering dat"."""
    facts: tuple[str, ...] = ()
    """Nouns with a clause of their own that nobody says, so that they are no sources: "het gevaar dat", "the fact that"."""
    documents: tuple[str, ...] = ()
    """Nouns for texts that can be a source."""
    complementizers: tuple[str, ...]
    """Words that open a reported clause."""
    questions: tuple[str, ...] = ()
    """Words that open a reported question and stay in the content."""
    infinitive_markers: tuple[str, ...] = ()
    """Words before the infinitive of a reported clause: "te", "to"."""
    purposes: tuple[str, ...] = ()
    """Words that make an infinitive one of purpose, which nobody reports: "om te"."""
    idioms: tuple[str, ...] = ()
    """Set phrases with a reporting verb that report nothing: "dat wil zeggen", "eerlijk gezegd"."""
    norms: tuple[str, ...] = ()
    """Nouns after a source phrase that are no sources: "volgens plan", "selon les règles"."""
    gerund_endings: tuple[str, ...] = ()
    """Endings of the gerund that can open a reported clause."""
    addressing: tuple[str, ...] = ()
    """Prepositions before whom something is said to: "tegenover de krant"."""
    verb_second: bool = False
    """Whether a main clause has its finite verb second, so that a fronted adverbial puts the subject after it."""
    nominal: tuple[str, ...] = ()
    """Forms of reporting verbs that are nouns as often: "claims", "state"; the word before them tells which."""
    adjectival: tuple[str, ...] = ()
    """Endings of words before a noun, after which such a form is one: "medical claims"."""
    clausal: tuple[str, ...] = ()
    """Verbs, by infinitive, that nearly always take a clause, so that a bare one needs no sign but a verb: "say"."""
    inverted: bool = False
    """Whether a reporting clause after what it reports has its subject last: "…, a dit le maire"."""
    bare_clause: bool = False
    """Whether a reported clause needs neither conjunction nor comma: "she says it works"."""
    comma_clause: bool = False
    """Whether a reported main clause may follow a comma: "er sagt, es gehe"."""
    reportive: tuple[str, ...] = ()
    """Finite forms that mark reported speech by themselves, as the German subjunctive does."""
    determiners: tuple[str, ...]
    """Articles, demonstratives, possessives and quantifiers that open a noun phrase."""
    indefinites: tuple[str, ...] = ()
    """Determiners that never stand inside a name, as "de" does in "Karel de Grote"."""
    pronouns: tuple[str, ...]
    """Pronouns that can be the subject of a reporting verb."""
    nominative: tuple[str, ...] = ()
    """Pronouns that right after a verb can be nothing but its subject: "er" in "Dem Rat sagte er"."""
    first_person: tuple[str, ...] = ()
    """Pronouns of the speaker: inside a marked stretch they show that it is speech."""
    prepositions: tuple[str, ...]
    """Prepositions."""
    links: tuple[str, ...]
    """Words that continue a noun phrase after a noun: "van", "der", "of"."""
    adjective_endings: tuple[str, ...] = ("",)
    """Endings of words that a noun can follow within one phrase; the empty ending lets every word be followed."""
    genitive_endings: tuple[str, ...] = ()
    """Endings of a name that owns the noun after it: "Mulders advocaat"."""
    noun_endings: tuple[str, ...] = ()
    """Endings that mark a noun although they look like an adjective's: "politie"."""
    time_nouns: tuple[str, ...] = ()
    """Nouns of time, whose phrases are no subjects: "een week later"."""
    impersonals: tuple[str, ...] = ()
    """Pronouns that name nobody beside a verb like "luidde"."""
    verb_endings: tuple[str, ...] = ()
    """Endings of finite verbs in the third person, for verbs that no list has; only where verbs come second."""
    focusing: tuple[str, ...] = ()
    """Adverbs that belong to the phrase after them, so that it stays the subject: "ook de buren zeiden"."""
    adverbs: tuple[str, ...]
    """Adverbs and time words that stand between verb and subject or open a clause."""
    auxiliaries: tuple[str, ...]
    """Finite auxiliaries of the perfect and of modality, which carry the subject of a participle or infinitive."""
    passives: tuple[str, ...] = ()
    """Auxiliaries that make the subject of a participle the one spoken of."""
    finite: tuple[str, ...]
    """Frequent finite verbs that report nothing; they end a noun phrase."""
    conjunctions: tuple[str, ...]
    """Words that join clauses."""
    subordinators: tuple[str, ...]
    """Words that open a subordinate clause."""
    relatives: tuple[str, ...]
    """Relative pronouns that can be the subject of a reporting verb."""
    negations: tuple[str, ...]
    """Words of negation."""
    apostrophes: tuple[str, ...] = ()
    """Letters that follow an apostrophe at the start of a word: "'s", "'t"."""
    counting: dict[str, CountingVerb] = Field(default_factory=dict)
    """Verbs of counting and estimating, by a name of their own."""
    modality: dict[Modality, tuple[str, ...]] = Field(default_factory=dict)
    """Words inside the content, or beside the cue, that weaken it."""
    story: Story = Story()
    """What tells a story, in which only spoken words are quotes, from a report."""
    recalls: tuple[str, ...] = ()
    """Openings of a sentence that gives the one before it to a source: "dat" in "Dat zei hij", "that is"."""
    elisions: tuple[str, ...] = ()
    """Words that lose their vowel before another: "l", "qu"; the apostrophe ends them."""
    references: tuple[str, ...] = ()
    """Words before a colon that point to another article: "lees ook"."""
    listings: tuple[str, ...] = ()
    """Headings of lists of works, in which nobody is quoted: "bibliography"."""
    titles: tuple[str, ...] = ()
    """Words before a marked stretch that say it is a name: "film", "so-called"."""
