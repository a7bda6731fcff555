"""The words for small numbers, as hours and minutes are said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbench.extract.quantities.spelled import WordReader

_TEN, _TWENTY = 10, 20


def small_numbers(
    words: WordReader, cardinals: Mapping[str, int], connectors: Iterable[str], most: int
) -> dict[str, int]:
    """Every way to write the numbers from 1 to ``most``: *vijfentwintig*, *vingt-cinq*, *twenty five*.

    Args:
        words: reads number words; what it does not read whole is left out.
        cardinals: the words that are not composed.
        connectors: words between the parts.
        most: the greatest number, at most 99.
    """
    small = {word: value for word, value in cardinals.items() if 1 <= value <= most}
    tens = {word: value for word, value in small.items() if value >= _TWENTY and value % _TEN == 0}
    units = {word: value for word, value in small.items() if value < _TEN}
    joints = ["", "-", " "]
    for connector in connectors:
        joints += [connector, f" {connector} ", f"-{connector}-"]
    for ten, tenfold in tens.items():
        for unit, single in units.items():
            if tenfold + single > most:
                continue
            for joint in joints:
                for phrase in (f"{ten}{joint}{unit}", f"{unit}{joint}{ten}"):
                    read = words.read(phrase, 0)
                    if read and read.end == len(phrase) and read.value == tenfold + single:
                        small[phrase] = tenfold + single
    return small
