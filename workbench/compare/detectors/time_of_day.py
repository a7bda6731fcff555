"""Times of day that two articles give for one happening."""

from __future__ import annotations

import re

from workbench.compare.cases import figure
from workbench.compare.detectors.base import Detector, Example
from workbench.compare.levels import Case, Finding, add_event, add_order, add_origin, add_speaker
from workbench.compare.matter import shared_weight
from workbench.compare.profile import Profile
from workbench.compare.scope import scope
from workbench.compare.when import Days, days
from workbench.compare.world import weights
from workbench.model import Figure

_CLOCK = re.compile(r"(?P<day>[\d-]*)T(?P<hour>\d{2}):(?P<minute>\d{2})")
ROUND = 10
"""Minutes that two papers may lie apart where one of them says "about"."""
FARTHEST = 180
"""Minutes apart beyond which two times are of two things."""
ONE_STORY = ("same", "around", "story")
"""Levels at which two articles are on one happening."""


def detect(case: Case) -> Finding | None:
    """Hold the time of day of a happening against that in another article."""
    left, right = _clock(case.left), _clock(case.right)
    if left is None or right is None or case.left.article.id == case.right.article.id:
        return None
    apart = abs(left - right)
    if apart > FARTHEST or not _one_day(case) or not _of_one_thing(case):
        return None
    event = add_event(case)
    if event not in ONE_STORY:
        return None
    hedged = [side.mention.bound for side in (case.left, case.right) if isinstance(side.mention, Figure)]
    fits = apart == 0 or (apart <= ROUND and set(hedged) != {"exact"})
    case.add("value", "equal" if apart == 0 else "nested" if fits else "disjoint", note=f"{apart} minutes")
    add_order(case)
    add_speaker(case)
    add_origin(case)
    a, b = case.left.mention.text, case.right.mention.text
    if fits:
        return case.finding("corroborates", f"“{a}” and “{b}” fit together.")
    sure = event == "same" and case.cue >= weights().cues["certain"]
    if sure:
        return case.finding("contradicts", f"“{a}” and “{b}” time one thing differently.", reason="date")
    text = f"“{a}” and “{b}” are {apart} minutes apart; the one may set the other right."
    return case.finding("updates", text, minutes=apart)


def _clock(side: Profile) -> int | None:
    """Minutes after midnight that a time of day means; None for any other figure."""
    value = side.mention.value if isinstance(side.mention, Figure) and side.mention.unit == "date" else None
    match = _CLOCK.fullmatch(value[:16]) if isinstance(value, str) else None
    return int(match["hour"]) * 60 + int(match["minute"]) if match else None


def _one_day(case: Case) -> bool:
    """Whether both may be of one day: that of the time itself, else that of the article."""
    first, second = (_day(side) for side in (case.left, case.right))
    return first is None or second is None or first.gap(second) <= 1


def _day(side: Profile) -> Days | None:
    """The day of a time: its own, else that of its article."""
    own = side.mention.value if isinstance(side.mention, Figure) else None
    return days(own) if isinstance(own, str) and not own.startswith("T") else side.published


def _of_one_thing(case: Case) -> bool:
    """Whether the clauses name one happening, or share what says as much."""
    left, right = scope(case.left).clause, scope(case.right).clause
    if case.left.context.events & case.right.context.events:
        return True
    return shared_weight(left.items & right.items) >= weights().cues["some"] * 2


def possible(left: Profile, right: Profile) -> bool:
    """Whether both are times of day."""
    return _clock(left) is not None and _clock(right) is not None


DETECTOR = Detector("time_of_day", ("updates", "corroborates", "contradicts"), Figure, detect, possible)
"""Two times of day of one happening."""

_LEADS = (
    "Bij Venlo is in de nacht een veerboot op de brug gebotst, zegt havenmeester Kim Aarts van rederij Meridia.",
    "Na het ongeluk met de veerboot bij Venlo zoekt rederij Meridia naar de oorzaak, zegt havenmeester Kim Aarts.",
)
CASES = (
    Example(
        "One time of one accident in two papers is agreement.",
        figure("Het ongeluk gebeurde rond [3.30 uur].", None, None, unit="date", value="T03:30", bound="about",
               published="2024-05-04", article="a", lead=_LEADS[0]),
        figure("De veerboot kwam even na het ongeluk, om [03.35 uur], tot stilstand.", None, None, unit="date",
               value="2024-05-04T03:35", published="2024-05-04", article="b", lead=_LEADS[1]),
        "corroborates",
    ),
    Example(
        "Two times of one accident that lie far apart are worth a look.",
        figure("Het ongeluk gebeurde om [3.30 uur].", None, None, unit="date", value="T03:30",
               published="2024-05-04", article="a", lead=_LEADS[0]),
        figure("Het ongeluk was om [4.15 uur].", None, None, unit="date", value="T04:15", published="2024-05-05",
               article="b", lead=_LEADS[1]),
        "updates",
    ),
    Example(
        "Times of two things of one story are nothing to say.",
        figure("Het ongeluk gebeurde om [3.30 uur].", None, None, unit="date", value="T03:30",
               published="2024-05-04", article="a", lead=_LEADS[0]),
        figure("De persconferentie begint om [3.30 uur].", None, None, unit="date", value="T03:30",
               published="2024-05-04", article="b", lead=_LEADS[1]),
        None,
    ),
    Example(
        "Times of two days are nothing to say.",
        figure("Het ongeluk gebeurde om [3.30 uur].", None, None, unit="date", value="T03:30",
               published="2024-05-04", article="a", lead=_LEADS[0]),
        figure("Het ongeluk was om [4.15 uur].", None, None, unit="date", value="T04:15", published="2024-06-05",
               article="b", lead=_LEADS[1]),
        None,
    ),
)  # fmt: skip
"""What it must and must not say."""
