"""Made-up articles with made-up mentions: the store needs nothing but the model.

A module of its own, so that scripts which tests start and kill can use it too.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Any

from workbench.model import (
    Article,
    Evidence,
    Extraction,
    Figure,
    Level,
    Quote,
    Relation,
    Span,
    Speaker,
    mention_id,
)
from workbench.store import StoredExtraction, Workspace

SPEAKER = Speaker(
    id="s000000000001", name="Anna Verhoeven", kind="person", spellings=("Anna Verhoeven", "Verhoeven")
)
MAYOR = Speaker(
    id="s000000000002", name="Burgemeester Smit", kind="person", role="burgemeester", spellings=("Smit",)
)


def text_of(number: int) -> str:
    """The text of the made-up article of that number."""
    return (
        f"Zürich meldt: {number}00 betogers liepen mee. “Wij blijven de hele week,” zei Verhoeven.\n"
        f"Volgens de politie waren het er bijna {number}50."
    )


def extraction_of(number: int, text: str | None = None) -> StoredExtraction:
    """An article with one quote and two figures."""
    text = text_of(number) if text is None else text
    article = Article(
        name=f"{number:03}_betoging.txt",
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        lang="nl",
        published=f"2021-{number % 12 + 1:02}",
        title=f"Betoging {number}",
        outlet="De Krant",
        body=Span(0, len(text)),
        repairs=("2 line ends made \\n",),
    )
    quotes, figures = [], []
    for found in re.finditer(r"“([^”]+),”", text):
        span = Span(*found.span(1))
        quotes.append(
            Quote(
                id=mention_id(article.sha256, "quote", span),
                article=article.id,
                span=span,
                text=span.of(text),
                kind="direct",
                sentence=Span(found.start(), text.index("\n")),
                lang="nl",
                cue=Span(found.end() + 1, found.end() + 4),
                cue_text="zei",
                speaker="Anna Verhoeven",
                confidence=0.9,
                parts=(span,),
                chain=("De Krant", "Anna Verhoeven"),
                flags=("floating",),
            )
        )
    for found in re.finditer(r"(bijna )?(\d+[05]0)( betogers)?", text):
        span, value = Span(*found.span()), int(found.group(2))
        below = found.group(1) is not None
        figures.append(
            Figure(
                id=mention_id(article.sha256, "figure", span),
                article=article.id,
                span=span,
                text=span.of(text),
                sentence=Span(text.rfind("\n", 0, span.start) + 1, (text + "\n").index("\n", span.end)),
                value=value,
                value_min=None if below else value,
                value_max=value,
                bound="below" if below else "exact",
                hedge="bijna" if below else None,
                noun=Span(found.start(3) + 1, found.end(3)) if found.group(3) else None,
                noun_text="betogers" if found.group(3) else None,
                modifiers=("lokale",),
                as_of="2021",
                speaker="politie" if below else None,
            )
        )
    return StoredExtraction(
        extraction=Extraction(article, tuple(quotes), tuple(figures)),
        speaker_ids={quote.id: SPEAKER.id for quote in quotes},
        speakers=(SPEAKER, MAYOR),
        block_keys={m.id: frozenset({"noun:betogers", f"n:{number}"}) for m in (*quotes, *figures)},
    )


def relation_between(
    left: str, right: str, kind: Any = "updates", score: float = 0.5, detector: str = "figure_interval"
) -> Relation:
    """A suggestion with some evidence."""
    evidence = Evidence(
        "apart by 50",
        (Level("value", "disjoint", 0.4, "100", "150"),),
        reason=None,
        subtype=None,
        facts={"gap": 50},
    )
    return Relation(left=left, right=right, kind=kind, score=score, evidence=evidence, detector=detector)


class Story:
    """A workspace with articles 1 to 4 and relations between their first figures, best first.

    Args:
        ws: an empty workspace.
    """

    def __init__(self, ws: Workspace) -> None:
        self.ws = ws
        self.stored = [extraction_of(number) for number in range(1, 5)]
        ws.add_extractions(self.stored)
        self.figures = [stored.extraction.figures[0].id for stored in self.stored]
        self.quotes = [stored.extraction.quotes[0].id for stored in self.stored]
        one, two, three, four = self.figures
        self.suggestions = [
            relation_between(one, two, "updates", 0.9),
            relation_between(one, three, "contradicts", 0.8),
            relation_between(two, three, "refines", 0.7),
            relation_between(three, four, "denies", 0.6),
        ]
        ws.put_relations(self.suggestions, [stored.extraction.article.id for stored in self.stored])
        self.relations = [relation.id for relation in self.suggestions]


def everything(ws: Workspace) -> dict[str, Any]:
    """The present state of all that decisions can change, for comparing."""
    state: dict[str, Any] = {}
    for table in ("decisions", "annotations", "speaker_merges", "assignments", "sets"):
        rows = ws.connection.rows(f"SELECT * FROM {table}")
        drop = 1 if table == "annotations" else 0
        state[table] = sorted(repr(row[drop:]) for row in rows)
    state["relations"] = ws.connection.rows(
        "SELECT id, left_mention, right_mention, kind, score, detector, state, present_kind, rank, evidence"
        " FROM relations ORDER BY id"
    )
    state["speakers of mentions"] = ws.connection.rows("SELECT id, speaker FROM mentions ORDER BY id")
    return state
