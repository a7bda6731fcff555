"""A draft held against the workspace: every quote and figure with its best evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import combinations, islice

from workbench.compare import ArticleInfo, Comparable, SpeakerDirectory, block_keys
from workbench.compare.backing import judge_statement, paraphrased
from workbench.compare.checking import judge_quote
from workbench.compare.draft_figures import judge_figure
from workbench.compare.drafts import IN_MARKS, Draft, Known
from workbench.compare.passages import Wording
from workbench.compare.profile import profile
from workbench.compare.same_sentence import judge_by_sentence
from workbench.compare.translated import judge_by_meaning
from workbench.compare.when import days
from workbench.errors import ReadError
from workbench.model import OPEN, OUTCOMES, Article, Extraction, Figure, Finding, Mention, Quote, Span
from workbench.store import MentionRow, Workspace
from workbench.workflows.check_report import Report
from workbench.workflows.comparing import comparable, stored_comparable
from workbench.workflows.encoder import Encoder
from workbench.workflows.extracting import extract_or_error
from workbench.workflows.translating import Nearness

LOOKED_UP = 6
"""Words of a quote that articles are looked up by; the longest are the rarest."""
ARTICLES = 24
"""Articles that a quote is held against, beside the pinned ones."""
PINNED = 50
"""Pinned articles that every quote is held against; further ones are found by their words like any article."""
CANDIDATES = 400
"""Known mentions that a figure or statement is held against."""
KEPT_IN_MEMORY = 128
"""Articles that stay prepared between two quotes."""
_NOT_CHECKED = frozenset({"title"})


def check(
    workspace: Workspace,
    draft: Article,
    date: str | None = None,
    lang: str | None = None,
    encoder: Encoder | None = None,
) -> Report:
    """Hold every quote and figure of a draft against the workspace.

    Args:
        workspace: open for reading.
        draft: the draft; when it was imported itself, it is no evidence.
        date: the draft's date, in EDTF; its own where None, else that of the latest article.
        lang: the draft's language; found where None.
        encoder: finds translated quotes; without one, words alone count.

    Raises:
        ReadError: the program failed on the draft.

    """
    published = date or draft.published or _latest(workspace)
    extraction = extract_or_error(replace(draft, published=published), lang)
    if isinstance(extraction, ReadError):
        raise extraction
    return Report(extraction.article, tuple(_in_order(_Check(workspace, extraction, encoder).findings())))


def _latest(workspace: Workspace) -> str | None:
    return max((row.published for row in workspace.articles() if row.published), default=None)


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: (OUTCOMES.index(f.outcome), f.mention.span, f.mention.id))


class _Check:
    """One run over one draft: what is pinned, who is who, and the articles prepared so far."""

    def __init__(self, workspace: Workspace, extraction: Extraction, encoder: Encoder | None = None) -> None:
        self._workspace = workspace
        self._extraction = extraction
        self._own = extraction.article.id
        self._directory = SpeakerDirectory(workspace.stored_speakers())
        self._speakers = {
            old: row.speaker for row in workspace.speakers() for old in (row.speaker.id, *row.merged)
        }
        pins = [note.target for note in workspace.annotations() if note.kind == "pin"]
        self._pinned_mentions = {row.mention.id: row for row in workspace.mentions(pins)}
        articles = {row.id for row in workspace.articles()} - {self._own}
        self._pinned_articles = [pin for pin in pins if pin in articles]
        self._nearness = (
            Nearness(workspace, encoder, _spoken, self._pinned_articles, self._own) if encoder else None
        )
        self._known = lru_cache(maxsize=KEPT_IN_MEMORY)(self._prepare)

    def findings(self) -> Iterator[Finding]:
        """A finding for each quote and figure that can be checked; one for each thing to mend."""
        quotes: dict[str, Finding] = {}
        figures: list[Finding] = []
        clauses = {q.in_quote for q in self._extraction.quotes if q.kind in IN_MARKS}
        marked = [q.span for q in self._extraction.quotes if q.kind in IN_MARKS]
        for quote in self._extraction.quotes:
            # A clause around words in quotation marks, and a report within them, is checked by those words.
            inside = quote.kind not in IN_MARKS and any(span.contains(quote.span) for span in marked)
            if quote.id not in clauses and not inside and not _NOT_CHECKED & set(quote.flags):
                quotes[quote.id] = self._quote(quote)
        for figure in self._extraction.figures:
            found = self._figure(figure, quotes.get(figure.in_quote or ""))
            if found.outcome != "unsupported" or not (_pointing(figure) or self._tells_when(figure)):
                figures.append(found)
        yield from (f for f in quotes.values() if not _told_by_figure(f, figures))
        yield from figures

    def _tells_when(self, figure: Figure) -> bool:
        """Whether a date is that of another figure of its sentence, which is checked as of that date."""
        others = (f for f in self._extraction.figures if f.sentence == figure.sentence and f is not figure)
        return figure.unit == "date" and any(f.as_of == figure.value for f in others)

    def _quote(self, quote: Quote) -> Finding:
        draft = Draft(self._comparable(quote))
        found = self._by_words(draft)
        return found if found.outcome not in OPEN else self._by_meaning(draft) or found

    def _by_words(self, draft: Draft) -> Finding:
        if draft.quote.kind not in IN_MARKS:
            near = self._candidates(draft.comparable)
            return judge_statement(draft, self._articles(_telling(draft)), near, self._primary(near))
        found = judge_quote(draft, self._articles(_telling(draft)))
        if found.outcome != "not_found":
            return found
        near = self._candidates(draft.comparable)
        return paraphrased(draft, near, self._primary(near)) or found

    def _by_meaning(self, draft: Draft) -> Finding | None:
        """What becomes of a quote by its meaning, where no article has its words."""
        if self._nearness is None:
            return None
        draft = self._nearness.ready(draft)
        near = self._nearness.near(draft)
        found = judge_by_meaning(draft, near, self._primary(near))
        if found is None or found.proof is None or self._workspace.mentions([found.proof.mention or ""]):
            return found
        # A sentence of a pinned text is no mention.
        return replace(found, proof=replace(found.proof, mention=None))

    def _figure(self, figure: Figure, quote: Finding | None) -> Finding:
        if quote and quote.proof and quote.outcome in ("verbatim", "elided", "translated"):
            text = "it stands in a quote that is right"
            return Finding(mention=figure, outcome="supported", reason=text, proof=quote.proof)
        draft = self._comparable(figure)
        near = self._candidates(draft)
        found = judge_figure(draft, near, self._primary(near))
        if found.outcome not in OPEN:
            return found
        words = Wording(draft.context).words
        return judge_by_sentence(draft, profile(draft).at, self._articles(words)) or found

    def _comparable(self, mention: Mention) -> Comparable:
        """A mention of the draft, its speaker as the workspace knows it."""
        article = self._extraction.article
        if not mention.speaker:
            return comparable(mention, article, None)
        found = self._directory.resolve(mention.speaker, article.id)
        speaker = self._speakers.get(found.id, found)
        return comparable(replace(mention, speaker=speaker.name), article, speaker.id)

    def _candidates(self, draft: Comparable) -> list[Comparable]:
        rows = self._workspace.candidates(block_keys(draft), self._own)
        return [_spoken(row) for row in islice(rows, CANDIDATES)]

    def _primary(self, known: Iterable[Comparable]) -> set[str]:
        pinned = set(self._pinned_articles)
        return {
            c.mention.id for c in known if c.article.id in pinned or c.mention.id in self._pinned_mentions
        }

    def _articles(self, words: Iterable[str]) -> Iterator[Known]:
        """The pinned articles, then those that share the rarest of the words."""
        wanted = dict.fromkeys(self._pinned_articles[:PINNED])
        wanted |= dict.fromkeys(row.article_id for row in self._pinned_mentions.values())
        limit = len(wanted) + ARTICLES
        for query in _queries(words):
            if len(wanted) >= limit:
                break
            wanted |= dict.fromkeys(self._workspace.articles_with(query, limit - len(wanted)))
        return (self._known(article) for article in wanted if article != self._own)

    def _prepare(self, article_id: str) -> Known:
        article = self._workspace.article(article_id)
        rows = self._workspace.mentions_by_rowid(
            self._workspace.mention_ids(article=article_id, kind="quote")
        )
        info = ArticleInfo(
            article.id, article.name, article.published, article.outlet, article.lang, article.title, None
        )
        whole = article_id in self._pinned_articles
        pinned = [row.mention.span for row in self._pinned_mentions.values() if row.article_id == article_id]
        primary = [Span(0, len(article.text))] if whole else pinned
        return Known(info, article.text, article.span, tuple(map(_spoken, rows)), tuple(primary))


def _told_by_figure(finding: Finding, figures: Iterable[Finding]) -> bool:
    """Whether what a reported statement is found to be is said of a figure in it."""
    quote = finding.mention
    if not isinstance(quote, Quote) or quote.kind in IN_MARKS or finding.outcome == "other_speaker":
        return False
    inside = [f for f in figures if quote.span.contains(f.mention.span)]
    if finding.outcome != "conflicts":
        return any(finding.outcome == "unsupported" or f.to_mend for f in inside)
    changed = [step.draft_at for step in finding.changes if step.tag != "equal"]
    return any(f.to_mend and any(f.mention.span.overlaps(at) for at in changed) for f in inside)


def _pointing(figure: Figure) -> bool:
    """Whether a date only points at a day ("morgen", "last year"): that no article says so is nothing to report."""
    return figure.unit == "date" and not any(character.isdigit() for character in figure.text)


def _spoken(row: MentionRow) -> Comparable:
    """A stored mention under the speaker that it has now, the analyst's merges applied."""
    found = stored_comparable(row)
    return replace(found, mention=replace(found.mention, speaker=row.speaker_name))


def _telling(draft: Draft) -> Iterable[str]:
    """The words of a quote that articles are looked up by."""
    return draft.content or draft.wording.words


def _queries(wanted: Iterable[str]) -> Iterator[str]:
    """Searches for words: many at once, pairs, single ones; one word may have been changed."""
    words = sorted(set(wanted), key=lambda word: (-len(word), word))[:LOOKED_UP]
    if len(words) > 2:
        yield " ".join(map(_phrase, words[:4]))
    yield from (" ".join(map(_phrase, pair)) for pair in combinations(words, 2))
    yield from map(_phrase, words)


def _phrase(word: str) -> str:
    return f'"{word}"'


def is_date(text: str) -> bool:
    """Whether a text is a date that comparisons understand: a year, month or day, or a range of them."""
    return days(text) is not None
