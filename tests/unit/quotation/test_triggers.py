"""A sentence is looked at for reports only where its words can make one."""

from __future__ import annotations

import pytest

from workbench.extract.quotation.lexicon import lexicon_for
from workbench.extract.quotation.triggers import Triggers


def triggers(code: str) -> Triggers:
    """Those of a language."""
    lexicon = lexicon_for(code)
    assert lexicon is not None
    return lexicon.triggers


REPORTS = [
    ("nl", "De wethouder zegt dat de brug dicht blijft."),
    ("nl", "De brug blijft dicht, zegt de wethouder."),
    ("nl", "De wethouder belooft te komen."),
    ("nl", "Volgens de wethouder blijft de brug dicht."),
    ("nl", "De wethouder kondigde sluiting aan: de brug."),
    ("en", "The mayor says the bridge stays closed."),
    ("de", "Der Minister sagte, die Brücke bleibe zu."),
    ("fr", "Le maire dit que le pont reste fermé."),
]
"""A language and a sentence in it that may report something."""

REPORTS_NOT = [
    ("nl", "De brug over de rivier is dicht."),
    ("nl", "Het ministerie verwacht hogere uitgaven."),
    ("nl", "De wethouder nam de trein, dat is zeker."),
    ("de", "Die Regierung erwartet höhere Ausgaben."),
]
"""A language and a sentence that cannot: no word of saying; a verb without a clause; one without its particle."""


@pytest.mark.parametrize(("code", "sentence"), REPORTS)
def test_what_may_report_is_looked_at(code: str, sentence: str) -> None:
    """A verb with the sign or conjunction of a clause, or a phrase that names a source."""
    assert triggers(code).found_in(sentence, marked=False)


@pytest.mark.parametrize(("code", "sentence"), REPORTS_NOT)
def test_what_cannot_report_is_not(code: str, sentence: str) -> None:
    """Most sentences, which then cost nothing more."""
    assert not triggers(code).found_in(sentence, marked=False)


def test_a_verb_alone_gives_marked_words_to_somebody() -> None:
    """Words in marks need no clause."""
    assert triggers("nl").found_in("Het ministerie verwacht “hogere” uitgaven.", marked=True)
