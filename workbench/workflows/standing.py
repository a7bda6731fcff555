"""Quotes of a large import gathered before they are compared, so that a statement that is everywhere costs its line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from workbench.compare import STAR, Comparable
from workbench.store import MentionRow, Workspace

BULK = 1_000
"""Quotes of one import from which they are gathered first; fewer are found by their block keys as fast."""
FIRST = 6
"""Mentions of a statement that very many make, that are held against everything beside its representative."""
AT_A_TIME = 500
"""Mentions read at a time."""


class Standing:
    """Whom the quotes of new articles stand behind: the fullest wording of each statement.

    The first few of a statement stand behind nobody and are held against everything.

    Args:
        workspace: where the articles are.
        articles: ids of the new articles, in order of import.
        ready: stored mentions by row number, ready to be compared.

    """

    def __init__(
        self,
        workspace: Workspace,
        articles: Sequence[str],
        ready: Callable[[Sequence[int]], Sequence[Comparable]],
    ) -> None:
        self._ready = ready
        self._with: dict[str, int] = {}
        """For a mention that stands behind another the row number of that one."""
        rowids = [
            rowid for article in articles for rowid in workspace.mention_ids(article=article, kind="quote")
        ]
        if len(rowids) >= BULK:
            self._gather(workspace, rowids)

    def leader(self, mention: str) -> Comparable | None:
        """The mention that one is held against, and no others; None for one that is held against everything."""
        found = self._with.get(mention)
        return None if found is None else next(iter(self._ready((found,))), None)

    def _gather(self, workspace: Workspace, rowids: Sequence[int]) -> None:
        # numpy is slow to load, and only a large import needs it.
        from workbench.compare.bulk import stars  # noqa: PLC0415

        ids, texts, speakers = [], [], []
        numbers: dict[str, int] = {}
        for row in _rows(workspace, rowids):
            ids.append(row.mention.id)
            texts.append(row.mention.text)
            speakers.append(numbers.setdefault(row.speaker_id, len(numbers)) if row.speaker_id else -1)
        representatives = stars(texts, speakers).representative.tolist()
        size, few = Counter(representatives), Counter[int]()
        for at, representative in enumerate(representatives):
            if at == representative or size[representative] <= STAR:
                continue
            few[representative] += 1
            if few[representative] >= FIRST:
                self._with[ids[at]] = rowids[representative]


def _rows(workspace: Workspace, rowids: Sequence[int]) -> Iterator[MentionRow]:
    for at in range(0, len(rowids), AT_A_TIME):
        yield from workspace.mentions_by_rowid(rowids[at : at + AT_A_TIME])
