"""The comparison as a whole: every pair once, the order does not matter, hot statements cost their line."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.compare import ArticleInfo, Comparable, MemoryIndex, block_keys, compare, paragraph, relate
from workbench.compare.cases import figure, quote
from workbench.compare.postings import STAR
from workbench.model import Quote, Span, mention_id


def said(number: int, text: str = "De dijk houdt het tot morgenochtend") -> Comparable:
    """The same quote in another article."""
    return quote(f"„[{text}]”, zei Els Maas.", "Els Maas", article=f"n{number}")


def test_each_pair_once() -> None:
    """New mentions are compared with known ones and with each other, each pair once."""
    known = MemoryIndex()
    known.add(said(0))
    found = list(compare([said(1), said(2)], known))
    assert len(found) == len({relation.id for relation in found}) == 3
    assert {relation.kind for relation in found} == {"repeats"}


def test_order_of_arrival_does_not_matter() -> None:
    """Importing the articles the other way round gives the same relations."""
    mentions = [said(1), said(2), said(3, "De dijk houdt het tot morgenochtend, en langer niet")]
    forward = {r.id: r for r in compare(mentions, MemoryIndex())}
    backward = {r.id: r for r in compare(reversed(mentions), MemoryIndex())}
    assert forward == backward


def test_statement_that_is_everywhere_is_held_against_a_few() -> None:
    """A quote in a hundred papers makes relations in proportion, and none of the copies is without one."""
    mentions = [said(number) for number in range(100)]
    found = list(compare(mentions, MemoryIndex()))
    assert len(found) <= len(mentions) * (STAR + 2)
    related = {side for relation in found for side in (relation.left, relation.right)}
    assert related == {mention.mention.id for mention in mentions}


def test_known_mentions_of_the_same_article_are_not_asked_for() -> None:
    """The source of known mentions is told which article is being compared."""
    known = MemoryIndex()
    known.add(said(1))
    assert list(known.candidates(block_keys(said(1)), said(1).article.id)) == []


def test_a_mention_is_not_related_to_itself_or_another_sort() -> None:
    """Nothing is said of a mention and itself, or of a quote and a figure."""
    one = figure("Er vielen [12 doden].", 12, "doden")
    assert relate(one, one) is None
    assert relate(one, said(1)) is None


def test_left_is_published_first() -> None:
    """The earlier article is on the left, whichever comes in first."""
    old = figure("Bij de brand in Gent vielen [3 doden].", 3, "doden", published="2024-05-01", article="z")
    new = figure("Bij de brand in Gent vielen [5 doden].", 5, "doden", published="2024-05-03", article="a")
    found = relate(new, old)
    assert found is not None
    assert (found.left, found.kind) == (old.mention.id, "updates")


def test_clause_and_fragment_are_one_suggestion() -> None:
    """A fragment in quotation marks and the clause it stands in are not suggested twice for the same thing."""
    clause = quote(
        "Maas zei dat [het akkoord „hoge kosten en ernstige gevolgen” heeft].",
        "Els Maas",
        kind="indirect",
        article="a",
    )
    fragment = quote(
        "Maas zei dat het akkoord „[hoge kosten en ernstige gevolgen]” heeft.", "Els Maas", kind="mixed", article="a",
        in_quote=clause.mention.id,
    )  # fmt: skip
    other = quote(
        "Maas wees op de ‘[serieuze consequenties]’ van het akkoord.", "Els Maas", kind="mixed", article="b"
    )
    for order in ([clause, fragment, other], [other, clause, fragment]):
        found = list(compare(order, MemoryIndex()))
        assert [{relation.left, relation.right} for relation in found] == [
            {fragment.mention.id, other.mention.id}
        ]


TEXT = st.text(st.sampled_from("ab ’'-.1„“é\u202e\U0001f600"), min_size=1, max_size=60)


def raw(text: str, number: int) -> Comparable:
    """A quote of any text."""
    mention = Quote(
        id=mention_id(str(number), "quote", Span(0, len(text))), article=str(number), span=Span(0, len(text)), text=text,
        kind="direct", sentence=Span(0, len(text)), speaker="Els Maas",
    )  # fmt: skip
    return Comparable(mention, ArticleInfo(str(number), str(number), lang="xx"), text)


@settings(max_examples=60)
@given(TEXT, TEXT)
def test_any_text_is_compared(left: str, right: str) -> None:
    """No text breaks the comparison, also in a language without tables, and the order does not matter."""
    a, b = raw(left, 1), raw(right, 2)
    assert block_keys(a)
    assert relate(a, b) == relate(b, a)


def test_one_mark_without_end() -> None:
    """Megabytes of one character are compared at once."""
    a, b = raw("„" * 3_000_000, 1), raw("a" * 3_000_000, 2)
    assert relate(a, b) is None


def test_paragraph_around_a_sentence() -> None:
    """The paragraph ends at the lines around it, and a long one is cut so that the sentence stays whole."""
    text = "Eerste alinea.\nHet regende. De politie telde 40 mensen. Zij gingen.\nDerde alinea."
    start = text.index("De politie")
    sentence = Span(start, text.index(" Zij"))
    assert paragraph(text, sentence) == "Het regende. De politie telde 40 mensen. Zij gingen."
    long = "woord " * 1000 + text[sentence.start : sentence.end] + " woord" * 1000
    cut = paragraph(long, Span(6000, 6000 + sentence.end - sentence.start))
    assert "De politie telde 40 mensen." in cut
    assert len(cut) <= 600
    assert paragraph(long, Span(0, len(long))) == long
