"""Schema of ``numbers.toml``: how a language writes numbers, bounds them and joins them to ranges."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from workbench.languages.base import Table


class Spelling(Table):
    """Number words below a thousand and how they combine."""

    glued: bool = False
    """Words join without a space: *tweeëntwintigduizend*."""
    units_first: bool = False
    """The unit stands before the ten: *tweeëntwintig*, *fünfundzwanzig*."""
    vigesimal: bool = False
    """*quatre-vingt* is four times twenty."""
    wide_tens: tuple[int, ...] = ()
    """Tens that take 10 to 19 after them: *soixante-dix*."""
    connectors: tuple[str, ...] = ()
    """Words between the parts: *en*, *and*, *et*, *und*."""
    connector_after: tuple[Literal["unit", "tens", "hundred", "scale"], ...] = ("hundred", "scale")
    """After which parts a connector may stand."""
    cardinals: dict[str, int]
    """Words below a thousand that are not composed: *twaalf*, *veintidós*, *doscientos*."""
    connector_units: tuple[int, ...] = ()
    """The only numbers that a connector joins to a ten, where not all: *vingt et un*, *soixante et onze*."""
    hundred: tuple[str, ...]
    """Words for 100."""
    hundreds_below: int = 100
    """Numbers from here on are not counted in hundreds: *quarante cents* are coins, *fifteen hundred* is 1500."""
    scales: dict[str, int]
    """Words for 1000 and up, abbreviations included."""
    ordinals: dict[str, int] = Field(default_factory=dict)
    """Ordinal forms that can end a number word."""
    ranks_alone: bool = False
    """An ordinal that is one word counts where no noun follows: *als Dritte*."""
    halves: tuple[str, ...] = ()
    """Words that add one half after a connector: *tweeënhalf*."""
    halves_after: tuple[Literal["unit", "teen"], ...] = ()
    """After which parts a half needs no connector: *sechseinhalb*."""
    articles: tuple[str, ...] = ()
    """Words for one that are articles too; alone they are no number."""
    point: tuple[str, ...] = ()
    """The decimal sign in words: *five point two*."""
    pronoun_after: tuple[str, ...] = ()
    """Words after which a number word without a noun stands for people: *de twee*."""
    pronouns: tuple[str, ...] = ()
    """Number words that are pronouns unless a noun follows: *one*."""
    pronoun_before: tuple[str, ...] = ()
    """Words that make such a word a number all the same: *one of*."""
    between: tuple[tuple[str, str], ...] = ()
    """Words around a number that make it part of a rank: *op … na* in *op twee na grootste*."""
    not_before: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Words after which the key is no number: *acht* before *het*."""
    not_after: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Words before which the key is no number: *no* before *one*."""


class Digits(Table):
    """How figures are written in digits."""

    thousands: str
    """Separator of thousands."""
    decimal: str
    """Decimal sign."""
    space_groups: bool = False
    """A plain space separates thousands."""
    hundreds: bool = True
    """Whether a word for hundred may follow digits; not where it is a coin too: *34 cents*."""
    glued_not_before: tuple[str, ...] = ()
    """Words after which such a letter is a unit: *tall* in *1.8m tall*."""
    glued_scales: dict[str, int] = Field(default_factory=dict)
    """Scale letters right after the digits: *100K*, *2.7m*."""
    ordinal_point: bool = False
    """A point behind digits inside a sentence makes a rank: *am 15. Spieltag*."""
    ordinal_suffixes: tuple[str, ...] = ()
    """What makes digits an ordinal: *22ste*, *3rd*."""


class Fractions(Table):
    """Parts of one."""

    words: dict[str, str] = Field(default_factory=dict)
    """Whole expressions: *de helft* is ``1/2``."""
    parts: dict[str, int] = Field(default_factory=dict)
    """Denominators after a numerator: *derde* is 3."""
    hedged: tuple[str, ...] = ()
    """Fractions that count only with a hedge before them: *half* in *nearly half*."""
    numerators: dict[str, int] = Field(default_factory=dict)
    """Articles that stand for one before a denominator: *een derde*, *a third*."""
    added: dict[str, str] = Field(default_factory=dict)
    """What adds a part to the number before it: *en een half* is ``1/2``."""
    out_of: tuple[str, ...] = ()
    """Words between numerator and denominator: *één op de drie*."""


class Vague(Table):
    """Quantities without a number."""

    few: dict[str, int] = Field(default_factory=dict)
    """Words for some, and the least they can mean: *een paar* is 2."""
    tens: dict[str, int] = Field(default_factory=dict)
    """Plural powers of ten: *tientallen* is 10."""
    dozens: dict[str, int] = Field(default_factory=dict)
    """Collective words that multiply: *dozijn* is 12."""
    dozens_about: bool = False
    """Those words are round numbers: *une vingtaine*."""
    times: tuple[str, ...] = ()
    """Suffixes that count how often: *driemaal*."""
    not_collective: tuple[str, ...] = ()
    """Words that only look so: *elftal* is a team."""
    collective: tuple[str, ...] = ()
    """Suffixes that make a number word approximate: *twintigtal*, *vingtaine*."""


class Bounds(Table):
    """Words beside the number that bound it, by the bound they give."""

    below: tuple[str, ...] = ()
    """The value lies a little under the number: *bijna*, *almost*."""
    above: tuple[str, ...] = ()
    """It lies over the number: *ruim*, *more than*."""
    about: tuple[str, ...] = ()
    """It lies near the number: *ongeveer*, *about*."""
    min: tuple[str, ...] = ()
    """The number is the least it can be: *minstens*, *at least*."""
    max: tuple[str, ...] = ()
    """The number is the most it can be: *hoogstens*, *up to*."""


class Ranges(Table):
    """How two ends are joined."""

    infix: tuple[str, ...] = ()
    """Words between the ends: *tot*, *to*."""
    around: tuple[tuple[str, str], ...] = ()
    """Word before the first end and word between: *tussen … en*."""
    not_after: tuple[str, ...] = ()
    """Words of change before a number, after which *to* leads to the new level: *by 5 to 20*."""
    alternatives: tuple[str, ...] = ()
    """Words between two guesses: *twee of drie*."""


class NumbersTable(Table):
    """The table ``numbers.toml``."""

    spelling: Spelling
    """Number words."""
    digits: Digits
    """Numbers in digits."""
    fractions: Fractions = Fractions()
    """Parts of one."""
    vague: Vague = Vague()
    """Quantities without a number."""
    exact: tuple[str, ...] = ()
    """Words before a number that say it is no estimate: *genau*."""
    hedges: Bounds = Bounds()
    """Before the number."""
    levels: tuple[str, ...] = ()
    """Hedges that lead to the new level, and bound nothing, behind a verb of ``changed``: *tot* in *steeg tot*."""
    changed: tuple[str, ...] = ()
    """Such verbs: *steeg*, *gedaald*, *veroordeeld*; not their infinitives, which say how far it may go."""
    trailers: Bounds = Bounds()
    """After the number or its noun: *of meer*."""
    fillers: tuple[str, ...] = ()
    """Words that may stand between hedge and number: *de*, *the*."""
    ranges: Ranges = Ranges()
    """How two ends are joined."""
    negative: tuple[str, ...] = ()
    """Words for the minus sign."""
    labels: tuple[str, ...] = ()
    """Words that make the number after them a name: *artikel*, *nummer*."""
    spelled_labels: tuple[str, ...] = ()
    """Those that do so with a number in words too: *nummer twee*."""
    scores: tuple[str, ...] = ()
    """Words of games; a pair of numbers in their sentence is a score."""
