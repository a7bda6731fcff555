"""One source says that it is not so."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.compare.cases import quote
from workbench.compare.detectors.base import Detector, Example
from workbench.compare.levels import Case, Finding, add_event, add_order, add_origin, add_speaker, clipped
from workbench.compare.matter import Matter, matter
from workbench.compare.meaning import overlap
from workbench.compare.profile import Profile
from workbench.compare.wording import both
from workbench.compare.world import kinds, weights
from workbench.model import Quote

_END = re.compile(r"(?<=[.!?…])\s+")
REPLY_CHARS = 160
"""Characters between a statement and what is said against it, at most, with a "denies that" between."""
FAR_DAYS = 185
"""Days after which a denial no longer answers an assertion."""
NO_ASSERTION = ("conditional", "demanded")
"""What is demanded or depends on something else asserts nothing that could be denied."""
MOST_WORDS = 80
"""Words of an utterance, at most, to be read as one assertion."""
SHARE_SAME_WORDS = 0.7
"""Share of the matter from which a plain denial and an assertion are of the same words, whatever they are about."""
SHARE_DENIED = 0.5
"""Share of the matter that a plain denial and an assertion must have in common."""
SHARE_BESIDE = 0.4
"""Share of the longer of two statements of one article, half of the shorter beside it, of which one says "not"."""
NAMES = "@^"
"""How countries and names begin among shared items: two statements on them need not be on one matter."""
SHARE_TURNED = 0.9
"""Share of the longer wording from which words that say "not" turn round the very words of another."""
SHARE_NEGATED = 0.6
"""The same for words that only say "not"."""


def detect(case: Case) -> Finding | None:
    """Hold a denial against what another source asserts."""
    a, b = case.left.mention, case.right.mention
    if a.article == b.article and a.span.overlaps(b.span):
        return None
    for denier, asserter in ((case.left, case.right), (case.right, case.left)):
        if _replies(denier, asserter):
            return _reply(case, denier, asserter)
        strength = denies(denier)
        if strength and _asserted(asserter, denier) and _answers(denier, asserter):
            return _judge(case, denier, asserter, strength)
    return None


def _replies(denier: Profile, asserter: Profile) -> bool:
    """Whether "that is denied" stands between the two: "X says … . Y denies that. According to Y …"."""
    first, second = asserter.mention, denier.mention
    text, at = denier.comparable.around, second.span.start - second.sentence.start
    if first.article != second.article or not 0 <= second.span.start - first.span.end <= REPLY_CHARS:
        return False
    sentence = text.find(denier.comparable.context)
    start = sentence + at - (second.span.start - first.span.end)
    if sentence < 0 or start < 0:
        return False
    between = matter(text[start : sentence + at], denier.lang)
    pointed = any("pointing" in between.lex.marks.labels(word.folded) for word in between.words)
    return pointed and "denial" in between.marks and "negation" not in between.marks


def _reply(case: Case, denier: Profile, asserter: Profile) -> Finding | None:
    """What a source says that denies what was said just before it, whatever the words of the two share."""
    if add_speaker(case) is not False:
        return None
    add_order(case)
    add_event(case)
    add_origin(case)
    case.add("polarity", "denied", case.left.mention.text, case.right.mention.text)
    return _finding(case, denier, asserter, frozenset())


@lru_cache(maxsize=10_000)
def denies(side: Profile) -> str | None:
    """``denied`` where the source is said to deny, ``negated`` where its words say no; None for neither."""
    quote_ = side.mention
    assert isinstance(quote_, Quote)
    if quote_.polarity == "not_denied" or len(side.content.words) > weights().limits.one_point:
        return None
    if quote_.polarity == "denied" or "denial" in side.cue:
        # "Did not deny": who says so neither affirms nor denies.
        return None if "negation" in side.frame else "denied"
    said = {"negation", "denial"} & side.content.marks
    return "negated" if len(said) == 1 else None


def _asserted(side: Profile, denier: Profile) -> bool:
    """Whether a source says to be so what the denial is about: who tells of somebody's "not" does not."""
    quote_ = side.mention
    if not isinstance(quote_, Quote) or quote_.polarity != "affirmed" or quote_.modality in NO_ASSERTION:
        return False
    if "denial" in side.cue:
        return False
    turned = denies(denier) == "denied" and "negation" in denier.content.marks
    return all(
        ("negation" in said.marks) == turned and "denial" not in said.marks
        for said in _sentences(side)
        if not said.concepts.isdisjoint(denier.content.concepts)
    )


def _sentences(side: Profile) -> list[Matter]:
    return [matter(part, side.lang) for part in _END.split(side.mention.text)]


def _answers(denier: Profile, asserter: Profile) -> bool:
    """Whether what is denied is what is asserted: most of it returns, and at least one happening."""
    one_side = denier.speaker_country and denier.speaker_country == asserter.speaker_country
    if one_side or len(asserter.content.words) > MOST_WORDS:
        return False
    denied, common = denier.content.concepts, overlap(denier.content, asserter.content)
    explicit = denies(denier) == "denied"
    if (
        explicit
        and len(common.shared) > 1
        and min(common.of_shorter, 2 * common.of_longer) >= SHARE_SAME_WORDS
    ):
        return True
    if not explicit and _turns_round(denier, asserter):
        return True
    one_article = denier.article.id == asserter.article.id
    if (
        one_article
        and sum(item[0] not in NAMES for item in common.shared) > 1
        and common.of_shorter >= SHARE_DENIED
        and common.of_longer >= SHARE_BESIDE
    ):
        return True
    shared = denied & asserter.content.concepts
    enough = len(shared) >= (min(2, len(denied)) if explicit else 2)
    return (
        bool(shared & kinds().events)
        and enough
        and common.of_shorter >= (SHARE_DENIED if explicit else SHARE_NEGATED)
    )


def _turns_round(denier: Profile, asserter: Profile) -> bool:
    """Whether the denial has the very words of the statement, and a "not"."""
    common = overlap(denier.content, asserter.content)
    return len(common.shared) > 1 and common.of_longer >= SHARE_TURNED


def _judge(case: Case, denier: Profile, asserter: Profile, strength: str) -> Finding | None:
    if add_speaker(case) is not False:
        return None
    add_order(case)
    if case.left.when and case.right.when and case.left.when.gap(case.right.when) > FAR_DAYS:
        return None
    common = denier.countries & asserter.countries or denier.context.names & asserter.context.names
    one_article = case.left.article.id == case.right.article.id
    # Words that only say "not" answer somebody where a name or a country ties the two together, or the very words.
    tied = common or one_article
    told = strength == "denied" or _turns_round(denier, asserter)
    if not tied and (not told or add_event(case) not in ("same", "around", "story")):
        return None
    if "event" not in case.names:
        add_event(case)
    add_origin(case)
    shared = denier.content.concepts & asserter.content.concepts
    case.add("words", "meaning", *both(case.left, case.right, shared))
    case.add("polarity", strength, case.left.mention.text, case.right.mention.text)
    return _finding(case, denier, asserter, shared)


def _finding(case: Case, denier: Profile, asserter: Profile, shared: frozenset[str]) -> Finding:
    return case.finding(
        "denies",
        f"{denier.called} denies what {asserter.called} says: “{clipped(asserter.mention.text)}”.",
        denial=denier.mention.id,
        assertion=asserter.mention.id,
        shared=sorted(shared),
    )


def possible(left: Profile, right: Profile) -> bool:
    """Whether one of the two denies anything, or stands where "that is denied" may stand between them."""
    return left.article.id == right.article.id or bool(denies(left) or denies(right))


DETECTOR = Detector("denial", ("denies",), Quote, detect, possible)
"""A denial and an assertion."""

CASES = (
    Example(
        "A denied plan answers the assertion that it is being prepared.",
        quote("De Turkse inlichtingendienst zegt dat Syrië [een offensief voorbereidt].", "Turkse inlichtingendienst",
              kind="indirect", article="a"),
        quote("Damascus ontkent [een aanval te plannen].", "Damascus", kind="indirect", polarity="denied", cue_text=None,
              article="b"),
        "denies",
    ),
    Example(
        "Not denying is no denial.",
        quote("De Turkse inlichtingendienst zegt dat Syrië [een offensief voorbereidt].", "Turkse inlichtingendienst",
              kind="indirect", article="a"),
        quote("Damascus ontkende niet [een aanval te plannen].", "Damascus", kind="indirect", polarity="not_denied",
              article="b"),
        None,
    ),
    Example(
        "Who tells of another's denial asserts nothing that could be denied.",
        quote("„[De minister vertelde mij dat Syrië geen offensief voorbereidt.]”, zei Els Maas.", "Els Maas", article="a"),
        quote("Damascus ontkent [een offensief voor te bereiden].", "Damascus", kind="indirect", polarity="denied",
              article="b"),
        None,
    ),
    Example(
        "What is denied may itself say that something was not done.",
        quote("Volgens het comité [kwam er traangas zonder waarschuwing].", "comité", kind="indirect", article="a",
              lead="Bij de betoging in Gent greep de politie in. De betoging in Gent trok duizenden betogers."),
        quote("De politie ontkent dat [er zonder waarschuwing traangas is gebruikt].", "politie", kind="indirect",
              polarity="denied", article="b",
              lead="De politie in Gent verdedigt haar optreden tegen betogers. De betoging in Gent trok 3.000 mensen."),
        "denies",
    ),
    Example(
        "What stands after \"denies that\" is said against what stands before it, whatever its words.",
        quote("De wethouder zegt dat [de raad op tijd is ingelicht].", "wethouder", kind="indirect", article="a",
              around="De wethouder zegt dat de raad op tijd is ingelicht. Claes spreekt dat tegen. Volgens Claes stond het "
              "eerst in de krant."),
        quote("Volgens Claes [stond het eerst in de krant].", "Koen Claes", kind="indirect", article="a", offset=78,
              around="De wethouder zegt dat de raad op tijd is ingelicht. Claes spreekt dat tegen. Volgens Claes stond het "
              "eerst in de krant."),
        "denies",
    ),
    Example(
        "What stands after another sentence is not said against what stands before it.",
        quote("De wethouder zegt dat [de raad op tijd is ingelicht].", "wethouder", kind="indirect", article="a",
              around="De wethouder zegt dat de raad op tijd is ingelicht. Claes hoorde dat aan. Volgens Claes stond het "
              "eerst in de krant."),
        quote("Volgens Claes [stond het eerst in de krant].", "Koen Claes", kind="indirect", article="a", offset=75,
              around="De wethouder zegt dat de raad op tijd is ingelicht. Claes hoorde dat aan. Volgens Claes stond het "
              "eerst in de krant."),
        None,
    ),
    Example(
        "Who says \"never\" to the very words of an accusation denies it.",
        quote("„[U heeft de raad voorgelogen]”, zei Els Maas.", "Els Maas", article="a"),
        quote("„[Ik heb de raad nooit voorgelogen]”, antwoordde Koen Claes.", "Koen Claes", article="a", offset=80),
        "denies",
    ),
    Example(
        "Who says \"never\" to an accusation's very words denies it in another paper too.",
        quote("Claes zegt dat [zij de raad had voorgelogen].", "Koen Claes", kind="indirect", article="a",
              lead="Wethouder Els Maas van Venlo stapt op na vragen over de brug van Meridia."),
        quote("„[Ik heb de raad nooit voorgelogen]”, zei Maas.", "Els Maas", article="b",
              lead="Wethouder Els Maas van Venlo verdedigde zich tegen vragen over de brug van Meridia."),
        "denies",
    ),
    Example(
        "One article sets what one source knows nothing of against what another says.",
        quote("De organisatie zegt dat [er meerdere deelnemers levensgevaarlijk gewond zijn].", "organisatie",
              kind="indirect", article="a"),
        quote("De politie zegt dat [haar niets bekend is van levensgevaarlijk gewonden].", "politie", kind="indirect",
              article="a", offset=90),
        "denies",
    ),
    Example(
        "What a contrast leaves out is no denial of another statement on the same countries.",
        quote("„[Een nieuwe aanval van Turkije op Syrië leidt tot meer steun van de NAVO, niet tot minder steun]”, zei zij.",
              "Els Maas", article="a"),
        quote("„[De NAVO zegt dat elke invasie van Syrië grote gevolgen heeft]”, zei Koen Claes.", "Koen Claes", article="a",
              offset=120),
        None,
    ),
    Example(
        "A denial of something else is no answer.",
        quote("De Turkse inlichtingendienst zegt dat Syrië [een offensief voorbereidt].", "Turkse inlichtingendienst",
              kind="indirect", article="a"),
        quote("Damascus ontkent [de fraude bij de verkiezingen].", "Damascus", kind="indirect", polarity="denied",
              article="b"),
        None,
    ),
)  # fmt: skip
"""What it must and must not say."""
