"""What a dossier tells, whatever it is written in: disputed figures, pairs with both passages, notes, sources."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.export.figures import days, measured
from workbench.model import (
    GROUPS,
    Annotation,
    Article,
    Figure,
    Mention,
    Quote,
    RelationGroup,
    RelationKind,
    Span,
)
from workbench.model.claimset import ClaimSet, ReviewedRelation
from workbench.model.issue import Issue
from workbench.text.diff import DiffOp, word_diff

MAX_CONTEXT = 500
"""Characters of context shown on either side of a mention."""
LIKE = 0.3
"""Share of words in common from which a word difference says more than the two texts do."""
GROUP_TITLES: dict[RelationGroup, str] = {
    "conflict": "Conflicts",
    "differs": "Different, and no conflict",
    "fits": "In agreement",
    "same": "The same statement",
    "none": "Looked at, unrelated",
}
"""Sections of relations, in their order."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A mention in its sentence."""

    mention: Mention
    """The quote or figure."""
    article: Article
    """Where it stands."""
    before: str
    """Context up to the mention."""
    exact: str
    """The mention."""
    after: str
    """Context after it."""
    notes: tuple[Annotation, ...]
    """What analysts wrote on the mention."""

    @property
    def speaker(self) -> str:
        """Who says it, in words."""
        return self.mention.speaker or (
            (self.mention.source_text if isinstance(self.mention, Quote) else None) or "no source named"
        )


@dataclass(frozen=True, slots=True)
class Pair:
    """A relation with both its passages."""

    reviewed: ReviewedRelation
    """Relation and decision."""
    left: Passage
    """The one published first."""
    right: Passage
    """The other."""
    notes: tuple[Annotation, ...]
    """What analysts wrote on the relation."""

    def words(self) -> list[DiffOp]:
        """The word difference of two quotes; empty where it would say nothing."""
        left, right = self.left.mention, self.right.mention
        if not (isinstance(left, Quote) and isinstance(right, Quote)):
            return []
        ops = word_diff(left.text, right.text)
        same = sum(len(op.left) for op in ops if op.tag == "equal")
        longer = max(len(left.text), len(right.text), 1)
        return ops if same >= longer * LIKE else []


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure in a time-line."""

    passage: Passage
    """The figure where it stands."""
    kind: RelationKind | None
    """How it stands to the figure the others are compared with; None for that figure itself."""
    as_of: str | None
    """Date it holds for; that of the article where the figure has none."""
    dated: bool
    """Whether the date is the figure's own."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A figure and all that were compared with it."""

    title: str
    """What is measured."""
    statements: tuple[Statement, ...]
    """By date, then article and place."""


class Dossier:
    """A claim set arranged for reading.

    Args:
        claims: what is told of.

    """

    def __init__(self, claims: ClaimSet) -> None:
        self.claims = claims
        """What is told of."""
        self._articles = {article.id: article for article in claims.articles}
        self._mentions = {mention.id: mention for mention in claims.mentions}
        self._told = {relation for issue in claims.issues for relation in issue.relations}
        self._notes: dict[str, list[Annotation]] = defaultdict(list)
        for annotation in claims.annotations:
            self._notes[annotation.target].append(annotation)

    def issues(self) -> Iterator[tuple[Issue, list[Pair]]]:
        """Each question with its relations, most worth a look first; what was set aside as unrelated is left out."""
        known = {reviewed.relation.id: reviewed for reviewed in self.claims.relations}
        for issue in self.claims.issues:
            found = [known[relation] for relation in issue.relations if relation in known]
            pairs = [self.pair(reviewed) for reviewed in found if reviewed.kind != "unrelated"]
            if pairs:
                yield issue, pairs

    def counts(self) -> dict[RelationGroup, tuple[int, int]]:
        """For each group of kinds: how many relations are told of apart from issues, how many of them decided."""
        apart = [reviewed for group in GROUP_TITLES for reviewed in self._apart(group)]
        found = Counter(GROUPS[reviewed.kind] for reviewed in apart)
        decided = Counter(GROUPS[reviewed.kind] for reviewed in apart if reviewed.decided)
        return {group: (found[group], decided[group]) for group in GROUP_TITLES}

    def pairs(self, group: RelationGroup) -> Iterator[Pair]:
        """The relations of a group that no issue tells of, in the order of the claim set."""
        return (self.pair(reviewed) for reviewed in self._apart(group))

    def _apart(self, group: RelationGroup) -> Iterator[ReviewedRelation]:
        for reviewed in self.claims.relations:
            told = reviewed.relation.id in self._told and reviewed.kind != "unrelated"
            if GROUPS[reviewed.kind] == group and not told:
                yield reviewed

    def pair(self, reviewed: ReviewedRelation) -> Pair:
        """A relation with its passages."""
        relation = reviewed.relation
        left, right = (self.passage(self._mentions[side]) for side in (relation.left, relation.right))
        return Pair(reviewed, left, right, tuple(self._notes.get(relation.id, ())))

    def passage(self, mention: Mention) -> Passage:
        """A mention in its sentence, which is cut where it is very long."""
        article = self._articles[mention.article]
        span, sentence = mention.span, mention.sentence
        around = Span(min(span.start, sentence.start), max(span.end, sentence.end))
        before = article.text[around.start : span.start]
        after = article.text[span.end : around.end]
        return Passage(
            mention,
            article,
            before if len(before) <= MAX_CONTEXT else "…" + before[-MAX_CONTEXT:],
            mention.text,
            after if len(after) <= MAX_CONTEXT else after[:MAX_CONTEXT] + "…",
            tuple(self._notes.get(mention.id, ())),
        )

    def loose_notes(self) -> Iterator[tuple[str, Annotation]]:
        """Annotations that stand on no relation of the set, with a name for what they stand on."""
        relations = {reviewed.relation.id for reviewed in self.claims.relations}
        speakers = {speaker.id: speaker.name for speaker in self.claims.speakers}
        for annotation in self.claims.annotations:
            target = annotation.target
            if target in relations:
                continue
            if target in self._mentions:
                mention = self._mentions[target]
                yield f"{self._articles[mention.article].name}: {mention.text}", annotation
            elif target in self._articles:
                yield self._articles[target].name, annotation
            else:
                yield speakers.get(target, target), annotation

    def disputes(self) -> Iterator[Dispute]:
        """Figures that others differ from: the one with most relations and all its neighbours, then the next."""
        edges = self._figure_edges()
        used: set[str] = set()
        for centre in sorted(edges, key=lambda id_: (-len(edges[id_]), self._place(id_))):
            if centre in used:
                continue
            others = {other: kind for other, kind in edges[centre].items() if other not in used}
            if not others:
                continue
            used |= {centre, *others}
            if any(GROUPS[kind] in ("conflict", "differs") for kind in others.values()):
                yield self._dispute(centre, others)

    def _figure_edges(self) -> dict[str, dict[str, RelationKind]]:
        """Figures with the figures of the same unit that they have a relation with."""
        edges: dict[str, dict[str, RelationKind]] = defaultdict(dict)
        for reviewed in self.claims.relations:
            left, right = (self._mentions[side] for side in (reviewed.relation.left, reviewed.relation.right))
            if reviewed.kind == "unrelated" or not (isinstance(left, Figure) and isinstance(right, Figure)):
                continue
            if left.unit == right.unit:
                edges[left.id][right.id] = reviewed.kind
                edges[right.id][left.id] = reviewed.kind
        return edges

    def _dispute(self, centre: str, others: dict[str, RelationKind]) -> Dispute:
        figure = self._mentions[centre]
        assert isinstance(figure, Figure)
        statements = [
            self._statement(centre, None),
            *(self._statement(id_, kind) for id_, kind in others.items()),
        ]
        statements.sort(key=lambda s: (*_moment(s.as_of), self._place(s.passage.mention.id)))
        return Dispute(measured(figure) or figure.text, tuple(statements))

    def _statement(self, id_: str, kind: RelationKind | None) -> Statement:
        passage = self.passage(self._mentions[id_])
        own = passage.mention.as_of if isinstance(passage.mention, Figure) else None
        return Statement(passage, kind, own or passage.article.published, own is not None)

    def _place(self, id_: str) -> tuple[str, str, Span]:
        mention = self._mentions[id_]
        article = self._articles[mention.article]
        return (article.published or "~", article.name, mention.span)


def issue_words(issue: Issue) -> str:
    """How much is open, and how many sources are independent."""
    conflicts = f", {issue.open_conflicts} of them conflicts" if issue.open_conflicts else ""
    articles = f"{issue.articles} {'article' if issue.articles == 1 else 'articles'}"
    origins = f"{issue.origins} {'origin' if issue.origins == 1 else 'origins'}"
    return f"{issue.open} to decide{conflicts}, {issue.decided} decided; {articles}, {origins}."


def _moment(as_of: str | None) -> tuple[float, float]:
    """Sort key of a date: unknown ones last."""
    extent = days(as_of)
    if extent is None or extent.low is None or extent.high is None:
        return (float("inf"), 0)
    return (extent.low, extent.high)
