"""A draft's quote or figure, judged against texts and mentions made up here."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.compare.cases import figure, quote
from workbench.compare.checking import judge_quote
from workbench.compare.draft_figures import judge_figure
from workbench.compare.drafts import Draft, Known
from workbench.compare.same_sentence import judge_by_sentence
from workbench.compare.types import Comparable
from workbench.model import Finding, Span

SPEECH = (
    "De brug in Venlo blijft voorlopig open. „We hebben de kabels gisteren nagekeken, en op twee plekken is roest "
    "gevonden, maar de brug is niet gevaarlijk voor het verkeer”, zei wethouder Els Maas. Volgens haar duurt de reparatie "
    "zeker tot het einde van het voorjaar. De aannemer sprak van „een lelijke verrassing”."
)


def known(text: str, *said: tuple[str, str], name: str = "krant", primary: bool = False) -> Known:
    """An article with quotes: the words in marks and who says them."""
    quotes = []
    for words, speaker in said:
        start = text.index(words)
        base = quote(f"[{words}]", speaker, article=name, offset=start)
        quotes.append(base)
    info = quotes[0].article if quotes else quote("[x]", None, article=name).article
    pinned = (Span(0, len(text)),) if primary else ()
    return Known(info, text, Span(0, len(text)), tuple(quotes), pinned)


MAAS = (
    "We hebben de kabels gisteren nagekeken, en op twee plekken is roest gevonden, maar de brug is niet gevaarlijk voor "
    "het verkeer"
)
ARTICLE = known(SPEECH, (MAAS, "Els Maas"), ("een lelijke verrassing", "aannemer"))


def judged(words: str, speaker: str | None = "Els Maas", *, among: tuple[Known, ...] = (ARTICLE,)) -> Finding:
    """The finding for words that the draft gives to a speaker."""
    return judge_quote(
        Draft(quote(f"“[{words}]”, zei {speaker}.".replace("[[", "["), speaker, article="draft")), among
    )


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("We hebben de kabels gisteren nagekeken", "verbatim"),
        ("we hebben de KABELS  gisteren nagekeken,", "verbatim"),
        ("We hebben de kabels … nagekeken, en op twee plekken is roest gevonden", "elided"),
        ("We hebben de kabels nagekeken, en op twee plekken is roest gevonden", "elided"),
        ("We hebben de kabels gisteren nagekeken …", "elided"),
        ("We hebben de kabels vandaag nagekeken", "altered"),
        ("op drie plekken is roest gevonden", "altered"),
        ("maar de brug is gevaarlijk voor het verkeer", "altered"),
        ("gevaarlijk voor het verkeer", "altered"),
        ("de reparatie duurt zeker tot het einde van het voorjaar", "altered"),
        ("Wij slapen vannacht in de kazerne", "not_found"),
        ("de brug is oud", "not_found"),
    ],
)
def test_words_of_one_speaker(words: str, outcome: str) -> None:
    """Case and spaces do not count; left-out words are elided unless they turn the meaning round."""
    assert judged(words).outcome == outcome


def test_long_stretch_left_out_with_a_sign_may_hold_a_negation() -> None:
    """A whole clause may go where a sign stands, whatever is in it; without a sign the negation counts."""
    text = "„Ik ga niet weg, dat heb ik nooit overwogen en dat doe ik ook nu niet, zeg dat maar door aan Els Maas.”"
    words = "Ik ga niet weg, dat heb ik nooit overwogen en dat doe ik ook nu niet, zeg dat maar door aan Els Maas."
    article = known(text, (words, "Koen Claes"))
    signed = judged("Ik ga niet weg, … zeg dat maar door aan Els Maas", "Koen Claes", among=(article,))
    unsigned = judged("Ik ga niet weg, zeg dat maar door aan Els Maas", "Koen Claes", among=(article,))
    assert (signed.outcome, unsigned.outcome) == ("elided", "altered")


def test_evidence_is_a_slice_of_the_stored_text() -> None:
    """The offsets of the evidence give its words, its context the words around it."""
    proof = judged("we hebben de kabels vandaag nagekeken").proof
    assert proof is not None
    assert SPEECH[proof.span.start : proof.span.end] == proof.text == "We hebben de kabels gisteren nagekeken"
    assert proof.context[proof.at : proof.at + len(proof.text)] == proof.text


def test_changes_lead_from_the_article_to_the_draft() -> None:
    """The steps put together give the draft's words, and only the changed word differs."""
    finding = judged("We hebben de kabels vandaag nagekeken")
    assert "".join(step.draft for step in finding.changes) == "We hebben de kabels vandaag nagekeken"
    assert [(s.source, s.draft) for s in finding.changes if s.tag != "equal"] == [("gisteren", "vandaag")]


def test_words_of_another_named_person() -> None:
    """The same sentence under another name is named as such, with who says it."""
    finding = judged("op twee plekken is roest gevonden", "Koen Claes")
    assert finding.outcome == "other_speaker"
    assert "Els Maas" in finding.reason


def test_a_surname_is_no_other_speaker() -> None:
    """A bare surname means the one person known by it."""
    assert judged("op twee plekken is roest gevonden", "Maas").outcome == "verbatim"


def test_negation_may_stand_outside_the_marks() -> None:
    """Words cut from a denied clause are right where the draft denies them itself."""
    draft = quote(
        "Volgens Maas is de brug niet „[gevaarlijk voor het verkeer]”.", "Els Maas", article="draft"
    )
    assert judge_quote(Draft(draft), [ARTICLE]).outcome == "verbatim"


def test_editors_additions_in_brackets_are_no_change() -> None:
    """Words in square brackets are the editor's and need not be in the article."""
    draft = "op twee plekken [van de brug] is roest gevonden"
    start = len("“")
    made = quote("“[x]”", "Els Maas", article="draft")
    mention = replace(made.mention, text=draft, span=Span(start, start + len(draft)))
    assert (
        judge_quote(Draft(replace(made, mention=mention, context=f"“{draft}”")), [ARTICLE]).outcome
        == "verbatim"
    )


def test_primary_is_believed_before_an_article() -> None:
    """Where a pinned transcript has other words than a paper, the draft is held to the transcript."""
    paper = known(
        "„De dijk houdt het zeker tot morgen”, zei Els Maas.",
        ("De dijk houdt het zeker tot morgen", "Els Maas"),
    )
    speech = "MAAS: De dijk houdt het misschien tot morgen."
    script = known(speech, name="transcript", primary=True)
    finding = judged("De dijk houdt het zeker tot morgen", among=(paper, script))
    assert finding.outcome == "altered"
    assert finding.proof is not None
    assert finding.proof.primary
    assert "misschien" in finding.reason
    assert judged("De dijk houdt het misschien tot morgen", among=(paper, script)).outcome == "verbatim"


def test_words_in_marks_that_no_finder_took() -> None:
    """Quotation marks in the text make a quote of the words, though no mention has them; running text does not."""
    marked = known("Op het spandoek stond: “Deze brug is van ons allemaal hier”.")
    plain = known("Zij vindt dat deze brug is van ons allemaal hier en daar.")
    assert judged("Deze brug is van ons allemaal hier", among=(marked,)).outcome == "verbatim"
    assert judged("Deze brug is van ons allemaal hier", among=(plain,)).outcome == "altered"


def test_long_texts_are_looked_through_in_linear_time() -> None:
    """A text of one repeated word and a quote of it cost no more than the text is long."""
    article = known("de " * 200_000)
    assert judged("de " * 3000, among=(article,)).outcome in ("altered", "verbatim")
    assert judged("de brug ligt " * 300, among=(article,)).outcome == "not_found"


EARLY = figure(
    "Bij de overstroming in Luik vielen [12 doden].", 12, "doden", published="2024-05-04", article="een"
)
LATE = figure("Het dodental van de overstroming in Luik steeg: [31 doden].", 31, "doden", published="2024-05-06",
              article="twee")  # fmt: skip


def figured(
    value: int, *among: Comparable, published: str = "2024-05-06", as_of: str | None = None
) -> Finding:
    """The finding for a toll that the draft gives."""
    text = f"Bij de overstroming in Luik vielen [{value} doden]."
    return judge_figure(
        figure(text, value, "doden", published=published, as_of=as_of, article="draft"), among, frozenset()
    )


@pytest.mark.parametrize(("value", "outcome"), [(31, "supported"), (12, "outdated"), (90, "conflicts")])
def test_toll_of_a_draft(value: int, outcome: str) -> None:
    """The last toll is right, an earlier one is outdated, one that nobody has is in conflict."""
    finding = figured(value, EARLY, LATE)
    assert finding.outcome == outcome
    assert finding.proof is not None
    assert finding.proof.text == "31 doden"


def test_figure_with_a_date_of_its_own_is_not_outdated() -> None:
    """A draft that says of which day a toll is may give an earlier one."""
    assert figured(12, EARLY, LATE, published="2024-05-07", as_of="2024-05-04").outcome == "supported"


def test_figure_that_nobody_has() -> None:
    """Without anything to hold it against a figure is unsupported, without evidence."""
    finding = figured(12)
    assert (finding.outcome, finding.proof) == ("unsupported", None)


def test_vaguer_figure_does_not_back_a_precise_one() -> None:
    """An article with "more than 100" is no source for 127."""
    vague = figure("Bij de overstroming in Luik vielen [meer dan 100 doden].", 100, "doden", bound="above",
                   published="2024-05-06", article="een")  # fmt: skip
    finding = figured(117, vague)
    assert finding.outcome == "unsupported"
    assert finding.proof is not None


def stands(
    value: int, bound: str, *, as_of: str | None = None, article: str = "draft", text: str = ""
) -> Comparable:
    """What a ministry says of soldiers at a border, with a bound."""
    hedge = {"below": "bijna ", "above": "meer dan ", "exact": ""}[bound]
    words = text or f"Volgens Tirana staan er [{hedge}{value} militairen] bij de grens met Kosovo."
    made = figure(words, value, "militairen", bound=bound, published="2024-05", as_of=as_of, speaker="Tirana",
                  article=article)  # fmt: skip
    return replace(made, mention=replace(made.mention, hedge=hedge.strip() or None))


@pytest.mark.parametrize(
    ("value", "bound", "outcome"),
    [
        (8000, "below", "supported"),
        (16000, "below", "conflicts"),
        (8000, "above", "conflicts"),
        (8000, "exact", "supported"),
    ],
)
def test_bounds_are_read_as_writers_mean_them(value: int, bound: str, outcome: str) -> None:
    """Nearly twice as many is not nearly so many, nor is more; the bare number is right, and the hedge is told."""
    finding = judge_figure(stands(value, bound), [stands(8000, "below", article="een")], frozenset())
    assert finding.outcome == outcome
    assert ("it says “bijna”" in finding.reason) == (bound == "exact")


def test_figure_is_held_against_those_of_its_own_date() -> None:
    """A value of another month is no backing for a figure that the draft dates, and that is said."""
    finding = judge_figure(
        stands(8000, "below", as_of="2024-02"), [stands(8000, "below", article="een")], frozenset()
    )
    assert finding.outcome == "unsupported"
    assert finding.reason == "an article has this value for 2024-05, not for 2024-02"


def test_rounded_figure_is_right() -> None:
    """A number with fewer digits, near the precise one, is that one; a number farther off is not."""
    precise = stands(
        0, "exact", article="een", text="Volgens Tirana staan er [12.700 militairen] bij de grens met Kosovo."
    )
    precise = replace(
        precise, mention=replace(precise.mention, value=12700, value_min=12700, value_max=12700)
    )
    found = [judge_figure(stands(value, "exact"), [precise], frozenset()) for value in (13000, 15000)]
    assert [one.outcome for one in found] == ["supported", "conflicts"]
    assert "it fits “12.700 militairen”" in found[0].reason


def test_later_value_of_another_source_does_not_make_a_named_one_outdated() -> None:
    """What a union said stays what it said, whatever the company says later; without its name it is outdated."""
    union = figure("Volgens de vakbond FNV verdwijnen bij Velora in Gent [800 banen].", 800, "banen", speaker="FNV",
                   published="2024-05-04", article="een")  # fmt: skip
    later = figure("Bij Velora in Gent verdwijnen nu [620 banen], zegt Kim Aarts.", 620, "banen", speaker="Kim Aarts",
                   published="2024-05-20", article="twee")  # fmt: skip
    named = figure("Volgens de vakbond FNV verdwijnen bij Velora in Gent [800 banen].", 800, "banen", speaker="FNV",
                   published="2024-05-21", article="draft")  # fmt: skip
    bare = replace(named, mention=replace(named.mention, id="f000000000000", speaker=None))
    outcomes = [judge_figure(one, [union, later], frozenset()).outcome for one in (named, bare)]
    assert outcomes == ["supported", "outdated"]


def test_quote_put_together_from_two() -> None:
    """Words of two quotes of one speaker in one pair of marks are named, with where the second stands."""
    text = "„We hebben de kabels gisteren nagekeken”, zei Els Maas. Later: „De brug blijft voorlopig voor iedereen open.”"
    first, second = "We hebben de kabels gisteren nagekeken", "De brug blijft voorlopig voor iedereen open."
    article = known(text, (first, "Els Maas"), (second, "Els Maas"))
    finding = judged(f"{first} en de brug blijft voorlopig voor iedereen open", among=(article,))
    assert finding.outcome == "altered"
    assert finding.reason.startswith("run together from 2 quotes; also: “De brug blijft")
    turned = judged("voor iedereen open en de brug blijft voorlopig", among=(article,))
    assert "run together" not in turned.reason


def test_figure_by_its_sentence() -> None:
    """A sentence that an article has but for the figure is in conflict with it; the very sentence backs it."""
    article = known(
        "De nieuwe sluis bij Delfzijl krijgt volgens de plannen kamer 7 met deuren van staal uit Gent."
    )
    for number, outcome in (("7", "supported"), ("9", "conflicts")):
        text = f"De nieuwe sluis bij Delfzijl krijgt volgens de plannen kamer [{number}] met deuren van staal uit Gent."
        made = figure(text, int(number), None, article="draft")
        finding = judge_by_sentence(made, made.context.index(number), [article])
        assert finding is not None
        assert finding.outcome == outcome
