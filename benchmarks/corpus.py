"""News-like articles in any number, made from the seeds: sentences shuffled, names and numbers replaced."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from workbench.model import Article, short_id

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
_NUMBER = re.compile(r"\d+(?:\.\d{3})*")
_NAME = re.compile(r"\b(?:Blinken|Lavrov|Psaki|Truss|Stoltenberg|Loekasjenko|Peskov|Koeleba)\b")
_SYLLABLES = [
    "ba",
    "de",
    "ko",
    "ri",
    "sen",
    "ver",
    "mans",
    "hof",
    "dijk",
    "ter",
    "wil",
    "hui",
    "bo",
    "ka",
    "mi",
    "lan",
    "stra",
    "ger",
    "nel",
    "vo",
]


def paragraphs() -> list[str]:
    """Paragraphs of the seeds, headers left out."""
    out = []
    for path in sorted(SEEDS.glob("*.txt")):
        text = re.sub(r"^ date \S+ ", "", path.read_text(encoding="utf-8"))
        out += [part for part in text.split("\n") if len(part) > 80]
    return out


def articles(count: int, seed: int = 7, size: int = 7) -> Iterator[Article]:
    """``count`` articles of ``size`` paragraphs, about 3 kB; the same for the same seed and index."""
    pool = paragraphs()
    for index in range(count):
        rnd = random.Random(f"{seed}:{index}")
        parts = [_varied(part, rnd) for part in rnd.sample(pool, size)]
        text = "\n\n".join(parts)
        yield Article(
            name=f"g{index:07d}",
            text=text,
            sha256=short_id("", seed, index, text),
            lang="nl",
            published=f"2022-{1 + index % 12:02d}",
        )


def _varied(text: str, rnd: random.Random) -> str:
    names = {}
    text = _NUMBER.sub(lambda m: str(rnd.randint(1, 400)) + ".000" if "." in m.group() else m.group(), text)
    return _NAME.sub(lambda m: names.setdefault(m.group(), _invented(rnd)), text)


def _invented(rnd: random.Random) -> str:
    return "".join(rnd.choice(_SYLLABLES) for _ in range(3)).capitalize()
