"""Copies among articles: how many are found, and how many articles that share nothing are called copies."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable
from random import Random

from benchmarks.measure import Outcome
from workbench.compare.independence import SHARED_KEYS, keys, traced
from workbench.store.origins import MOST_SHARING

RANDOM = Random(4)
VOCABULARY = 30_000


def run(short: bool) -> list[Outcome]:
    """Four kinds of copies, and everything else that the keys lead to."""
    texts = [_article() for _ in range(500 if short else 5000)]
    index: defaultdict[int, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for key in keys(text):
            index[key].append(number)
    found = {name: _found(copied, texts, index, 100 if short else 300) for name, copied in KINDS.items()}
    wrong = sum(false for _, false in found.values())
    return [
        *(
            Outcome(f"copies found, {name}", f"{share:.3f}", "1", share, at_least=0.98)
            for name, (share, _) in found.items()
        ),
        Outcome("independent articles called copies", str(wrong), "0", float(wrong), at_most=0),
    ]


def _found(
    copied: Callable[[str], str], texts: list[str], index: dict[int, list[int]], count: int
) -> tuple[float, int]:
    """Share of the copies that are found, and how many other articles are taken for the original."""
    right = wrong = 0
    for _ in range(count):
        original = RANDOM.randrange(len(texts))
        text = copied(texts[original])
        shared = Counter(number for key in keys(text) for number in index.get(key, ())[:MOST_SHARING])
        for number in (number for number, rows in shared.items() if rows >= SHARED_KEYS):
            is_copy = bool(traced(text, [("a", texts[number])]).passages)
            right += is_copy and number == original
            wrong += is_copy and number != original
    return right / count, wrong


def _word() -> str:
    return f"w{int(math.exp(RANDOM.random() * math.log(VOCABULARY)))}"


def _paragraph() -> str:
    return " ".join(_word() for _ in range(RANDOM.randint(35, 75)))


def _article() -> str:
    return "\n\n".join(_paragraph() for _ in range(RANDOM.randint(5, 12)))


def _edited(text: str) -> str:
    """One word in twenty is another one."""
    return " ".join(f"x{RANDOM.randrange(9999)}" if RANDOM.random() < 0.05 else word for word in text.split())


KINDS: dict[str, Callable[[str], str]] = {
    "whole": lambda text: text,
    "5 % of the words edited": _edited,
    "two own paragraphs before": lambda text: f"{_paragraph()}\n\n{_paragraph()}\n\n{text}",
    "three paragraphs of it": lambda text: "\n\n".join(
        [*(_paragraph() for _ in range(5)), *text.split("\n\n")[1:4]]
    ),
}
"""How a copy is made of an article."""
