"""Dates and durations of one happening: they fit, one is more precise, or they clash."""

from __future__ import annotations

from workbench.compare.cases import figure
from workbench.compare.detectors.base import Detector, Example
from workbench.compare.levels import Case, Finding, add_event, add_order, add_origin, add_speaker
from workbench.compare.matter import shared_weight
from workbench.compare.profile import Profile
from workbench.compare.quantity import SCALES
from workbench.compare.scope import scope
from workbench.compare.when import Days, days
from workbench.compare.wording import written
from workbench.compare.world import weights
from workbench.model import Figure

DAY_SECONDS = 86400.0
NEAR_DAYS = 62
"""Days between an article and the happening it speaks of, at most."""
CLOSE_DAYS = 31
"""Days within which two dates can be of one happening."""
CERTAIN = 5.0
"""Shared matter from which two dates of one happening cannot both hold."""


def detect(case: Case) -> Finding | None:
    """Hold a date against a date or a duration."""
    left, right = dated(case.left), dated(case.right)
    happening = case.left.context.events & case.right.context.events
    if case.left.article.id == case.right.article.id or (_timed(case.left) and _timed(case.right)):
        return None
    clause = scope(case.left).clause.events & scope(case.right).clause.events
    if left and right:
        return _dates(case, left, right, clause) if clause else _one_day(case, left, right)
    if not happening:
        return None
    for stretch, other in ((left, case.right), (right, case.left)):
        if stretch and stretch.length > 1:
            return _duration(case, stretch, other, happening)
    return None


def dated(side: Profile) -> Days | None:
    """The days that a date means."""
    figure_ = side.mention
    assert isinstance(figure_, Figure)
    if figure_.unit != "date":
        return None
    ends = [end for end in (figure_.value_min, figure_.value_max) if isinstance(end, str)]
    if figure_.bound == "range" and len(ends) == 2:
        first, last = days(ends[0]), days(ends[1])
        return Days(first.first, last.last) if first and last and first.first <= last.last else None
    return days(figure_.value) if isinstance(figure_.value, str) else None


def _timed(side: Profile) -> bool:
    """Whether a date tells the time of day, which is compared as such."""
    value = side.mention.value if isinstance(side.mention, Figure) else None
    return isinstance(value, str) and "T" in value


def _duration(case: Case, stretch: Days, other: Profile, happening: frozenset[str]) -> Finding | None:
    """A stretch of dates against how long it is said to last, counted with or without the last day."""
    figure_ = other.mention
    assert isinstance(figure_, Figure)
    length = other.quantity if SCALES.get(figure_.unit, ("", 0.0))[0] == "time" else None
    near = other.when and stretch.gap(other.when) <= NEAR_DAYS
    if length is None or not near:
        return None
    lasts = (length.soft.low / DAY_SECONDS, length.soft.high / DAY_SECONDS)
    if not any(lasts[0] <= counted <= lasts[1] for counted in (stretch.length - 1, stretch.length)):
        return None
    case.add("value", "overlap", note=f"{stretch.length} days")
    return _agree(case, happening, "corroborates")


def _one_day(case: Case, left: Days, right: Days) -> Finding | None:
    """One day in two articles on one story: far from when they came out, or with more in common, it is of one thing."""
    if left != right or left.length > 1 or add_event(case) not in ("same", "around", "story"):
        return None
    distant = all(
        side.published is not None and side.published.gap(left) > CLOSE_DAYS
        for side in (case.left, case.right)
    )
    if not distant and case.cue < weights().cues["some"]:
        return None
    case.add("value", "equal")
    return _fitting(case, frozenset(), "corroborates")


def _dates(case: Case, left: Days, right: Days, clause: frozenset[str]) -> Finding | None:
    shared = shared_weight(case.left.context.items & case.right.context.items)
    coarse = max(left.length, right.length) > CLOSE_DAYS
    # A year that two articles give in passing is no agreement: they must say the same of it.
    one_story = left == right and left.length == 1 and add_event(case) in ("same", "around", "story")
    if shared < (2 * CERTAIN if coarse else CERTAIN) and (coarse or left.overlaps(right)) and not one_story:
        return None
    if one_story:
        case.add("value", "equal")
        return _fitting(case, clause, "corroborates")
    if left == right:
        case.add("value", "equal")
        return _agree(case, clause, "corroborates", certain=False)
    if left.overlaps(right):
        case.add("value", "nested")
        return _agree(case, clause, "refines", certain=False)
    if (left.gap(right) > CLOSE_DAYS and not coarse) or shared < CERTAIN or add_event(case) != "same":
        return None
    case.add("value", "disjoint", note=f"by {left.gap(right) + 1} days")
    add_origin(case)
    a, b = case.left.mention.text, case.right.mention.text
    return case.finding(
        "contradicts",
        f"“{a}” and “{b}” date one thing differently ({written(case.left, clause)}).",
        reason="date",
        happening=sorted(clause),
    )


def _agree(case: Case, happening: frozenset[str], kind: str, certain: bool = True) -> Finding | None:
    event = add_event(case)
    if event != "same" and not certain:
        return None
    return _fitting(case, happening, kind)


def _fitting(case: Case, happening: frozenset[str], kind: str) -> Finding:
    add_order(case)
    add_speaker(case)
    add_origin(case)
    a, b = case.left.mention.text, case.right.mention.text
    of = f" ({written(case.left, happening)})" if happening else ""
    text = f"“{a}” and “{b}” fit together{of}."
    return case.finding("refines" if kind == "refines" else "corroborates", text, happening=sorted(happening))


def possible(left: Profile, right: Profile) -> bool:
    """Whether two articles date one day or one happening, or date and time one."""
    if left.article.id == right.article.id:
        return False
    first, second = dated(left), dated(right)
    if first and second:
        return first == second or not scope(left).clause.events.isdisjoint(scope(right).clause.events)
    return bool(first or second) and not left.context.events.isdisjoint(right.context.events)


DETECTOR = Detector("date_duration", ("refines", "corroborates", "contradicts"), Figure, detect, possible)
"""Dates and durations of one happening."""

CASES = (
    Example(
        "A day far from both articles on one story is the day of one thing, though no word for it is known.",
        figure("De regels gelden vanaf [1 maart 2026].", None, None, unit="date", value="2026-03-01",
               value_min="2026-03-01", value_max="2026-03-01", published="2025-05-04", article="a",
               lead="De haven Noorderkade in Delfzijl voert regels in, zeggen Ida Loos en Kim Aarts van de Noorderkade."),
        figure("Wie na [1 maart 2026] aanlegt, betaalt.", None, None, unit="date", value="2026-03-01",
               value_min="2026-03-01", value_max="2026-03-01", published="2025-05-06", article="b",
               lead="Schippers zijn boos op Ida Loos en Kim Aarts van de Noorderkade in Delfzijl."),
        "corroborates",
    ),
    Example(
        "A stretch of dates fits the days that the exercise is said to last.",
        figure("Turkije houdt [van 3 tot 10 juni] een oefening.", None, None, unit="date", bound="range",
               value_min="2024-06-03", value_max="2024-06-10", published="2024-05", article="a"),
        figure("De manoeuvres van Turkije duren [zeven dagen].", 7, None, unit="day", published="2024-06", article="b"),
        "corroborates",
    ),
    Example(
        "Days that do not add up are not called agreement.",
        figure("Turkije houdt [van 3 tot 10 juni] een oefening.", None, None, unit="date", bound="range",
               value_min="2024-06-03", value_max="2024-06-10", published="2024-05", article="a"),
        figure("De manoeuvres van Turkije duren [drie weken].", 3, None, unit="week", published="2024-06", article="b"),
        None,
    ),
    Example(
        "A year of one happening that two articles give in passing is nothing to say.",
        figure("De overstroming van [1953] in Zeeland staat in het geheugen gegrift.", None, None, unit="date",
               value="1953", article="a"),
        figure("Sinds de overstroming van [1953] liggen er in Zeeland dijken.", None, None, unit="date", value="1953",
               article="b"),
        None,
    ),
    Example(
        "One day of one happening in two articles is agreement.",
        figure("De explosie in de fabriek van Velora in Gent was op [3 juni].", None, None, unit="date",
               value="2024-06-03", published="2024-06", article="a"),
        figure("De fabriek van Velora in Gent ontruimde na de explosie op [3 juni] twee straten.", None, None,
               unit="date", value="2024-06-03", published="2024-06", article="b"),
        "corroborates",
    ),
    Example(
        "One day of one happening in two papers of one story is agreement, though the sentences share little else.",
        figure("De aanval is op [3 juni] ontdekt.", None, None, unit="date", value="2024-06-03", published="2024-06",
               article="a", lead="Bij Meridia in Venlo is na een cyberaanval de stroom uitgevallen, zegt Kim Aarts."),
        figure("Der Angriff wurde am [3. Juni] entdeckt.", None, None, unit="date", value="2024-06-03", lang="de",
               published="2024-06", article="b",
               lead="Nach einem Cyberangriff auf Meridia in Venlo fiel der Strom aus, sagt Direktor Kim Aarts."),
        "corroborates",
    ),
    Example(
        "Two days of one happening cannot both hold.",
        figure("De explosie in de fabriek van Velora in Gent was op [3 juni].", None, None, unit="date",
               value="2024-06-03", published="2024-06", article="a"),
        figure("De explosie in de fabriek van Velora in Gent gebeurde op [4 juni].", None, None, unit="date",
               value="2024-06-04", published="2024-06", article="b"),
        "contradicts",
    ),
    Example(
        "Years of two happenings are nothing to say.",
        figure("De overstroming van [1953] eiste veel levens.", None, None, unit="date", value="1953", article="a"),
        figure("De aardbeving van [1992] schudde Limburg op.", None, None, unit="date", value="1992", article="b"),
        None,
    ),
)  # fmt: skip
"""What it must and must not say."""
