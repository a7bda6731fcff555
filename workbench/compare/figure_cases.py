"""Pairs of figures that prove their detector, with those of whole stories."""

from __future__ import annotations

from workbench.compare.cases import figure
from workbench.compare.detectors.base import Example
from workbench.compare.figure_story_cases import STORY_CASES

CASES = (
    Example(
        "A higher figure of a later month is an update.",
        figure("Volgens Tirana staan er [bijna 8.000 manschappen] bij de grens.", 8000, "manschappen", bound="below",
               published="2023-03", article="a"),
        figure("Aan de grens staan nu [9.700 militairen].", 9700, "militairen", published="2023-05", article="b"),
        "updates",
    ),
    Example(
        "A hedged figure is refined by the precise one that it may stand for.",
        figure("Het gaat om [9.700 militairen].", 9700, "militairen", published="2023-05", article="a"),
        figure("Er staan [meer dan 8.000 militairen] klaar.", 8000, "militairen", bound="above",
              published="2023-06", article="b"),
        "refines",
    ),
    Example(
        "Police and organisers count one demonstration differently on one day.",
        figure("Volgens de politie kwamen [5.000 betogers] naar de betoging in Gent.", 5000, "betogers", speaker="politie",
               published="2024-05-04", article="a"),
        figure("De organisatie telde [20.000 deelnemers aan de betoging] in Gent.", 20000, "deelnemers aan de betoging",
               speaker="organisatie", published="2024-05-04", article="b"),
        "contradicts",
    ),
    Example(
        "Two counts of one sentence clash when it gives them to two sources, though the second has no noun.",
        figure("De politie telde bij de betoging [5.000 betogers], de organisatoren spreken van 20.000.", 5000, "betogers",
               speaker="politie", published="2024-05-04"),
        figure("De politie telde bij de betoging 5.000 betogers, de organisatoren spreken van [20.000].", 20000, None,
               speaker="organisatoren", published="2024-05-04"),
        "contradicts",
    ),
    Example(
        "A much smaller number that alone says where may be a part of the other, not what became of it.",
        figure("Het gaat om [9.700 militairen].", 9700, "militairen", published="2023-05", article="a",
               around="De troepenopbouw voor de oefening in Hongarije gaat door. Het gaat om 9.700 militairen."),
        figure("In Slowakije staan [2.000 militairen].", 2000, "militairen", published="2023-06", article="b",
               around="De oefening in Hongarije is begonnen na de troepenopbouw. In Slowakije staan 2.000 militairen."),
        "different_scope",
    ),
    Example(
        "What one sentence lacks of the event stands in its paragraph.",
        figure("De politie telde er [5.000 betogers].", 5000, "betogers", speaker="politie", published="2024-05-04",
               article="a", around="De klimaatbetoging in Gent liep uit. De politie telde er 5.000 betogers."),
        figure("De organisatoren spreken van [20.000 deelnemers].", 20000, "deelnemers", speaker="organisatoren",
               published="2024-05-04", article="b",
               around="In Gent was een betoging voor het klimaat. De organisatoren spreken van 20.000 deelnemers."),
        "contradicts",
    ),
    Example(
        "Two numbers of one sentence and one source are two things.",
        figure("De politie telde bij de betoging [5.000 betogers] en hield er 40 aan.", 5000, "betogers",
               speaker="politie", published="2024-05-04"),
        figure("De politie telde bij de betoging 5.000 betogers en hield er [40] aan.", 40, None, speaker="politie",
               published="2024-05-04"),
        None,
    ),
    Example(
        "One sentence with another number in it is a contradiction, whatever it is about.",
        figure("Het nieuwe dak van de sporthal heeft [15 procent] meer gekost.", 15, None, unit="percent", article="a"),
        figure("Het nieuwe dak van de sporthal heeft [50 procent] meer gekost.", 50, None, unit="percent", article="b"),
        "contradicts",
    ),
    Example(
        "Two places of one sentence are two things.",
        figure("De hal kreeg [12 ramen] en aan de achterkant nog eens 40 ramen.", 12, "ramen", article="a"),
        figure("De hal kreeg 12 ramen en aan de achterkant nog eens [40 ramen].", 40, "ramen", article="b"),
        None,
    ),
    Example(
        "A count without a noun is of what the sentence before counts.",
        figure("Volgens de bond zijn het er [ruim 900].", 900, None, bound="above", speaker="bond", article="a",
               published="2024-05-04", around="Naar de klimaatbetoging in Gent kwamen betogers uit het hele land. "
               "Volgens de bond zijn het er ruim 900."),
        figure("De politie telde [400 betogers].", 400, "betogers", speaker="politie", article="b",
               published="2024-05-04", around="De klimaatbetoging in Gent liep uit. De politie telde 400 betogers."),
        "contradicts",
    ),
    Example(
        "A source behind its number and one before it are two, and what the number is of stands in the sentence before.",
        figure("Betogers spreken over [200.000 deelnemers].", 200_000, "deelnemers", article="a", published="2024-05-04",
               around="Betogers spreken over 200.000 deelnemers. Het ware aantal bij de klimaatbetoging lag lager: 20.000, "
               "meldt de politie."),
        figure("Het ware aantal bij de klimaatbetoging lag lager: [20.000], meldt de politie.", 20_000, None, article="a",
               published="2024-05-04", offset=43,
               around="Betogers spreken over 200.000 deelnemers. Het ware aantal bij de klimaatbetoging lag lager: 20.000, "
               "meldt de politie."),
        "contradicts",
    ),
    Example(
        "What more than twenty thousand can stand for ends before fifty thousand, if two sources count the heads.",
        figure("Volgens de gemeente waren er [ruim 20.000 mensen] bij de klimaatbetoging in Gent.", 20_000, "mensen",
               bound="above", speaker="gemeente", article="a", published="2024-05-04"),
        figure("De organisatie telde bij de klimaatbetoging in Gent [50.000 deelnemers].", 50_000, "deelnemers",
               speaker="organisatie", article="b", published="2024-05-04"),
        "contradicts",
    ),
    Example(
        "What an article says of an earlier hour is no count of another source.",
        figure("Op dat moment waren er [10.000 mensen] op het plein.", 10_000, "mensen", article="a",
               published="2024-05-04", around="De klimaatbetoging in Gent trok 20.000 mensen, zegt de gemeente. Op dat "
               "moment waren er 10.000 mensen op het plein."),
        figure("De klimaatbetoging in Gent trok [20.000 mensen], zegt de gemeente.", 20_000, "mensen", article="a",
               published="2024-05-04", speaker="gemeente", around="De klimaatbetoging in Gent trok 20.000 mensen, zegt de "
               "gemeente. Op dat moment waren er 10.000 mensen op het plein."),
        None,
    ),
    Example(
        "One number at one place of what is one sentence is one figure, whatever the noun.",
        figure("[Negentien mensen] zijn naar ziekenhuizen in de buurt gebracht.", 19, "mensen", article="a"),
        figure("[Negentien gewonden] zijn naar ziekenhuizen in de buurt gebracht.", 19, "gewonden", article="b"),
        "corroborates",
    ),
    Example(
        "An article that takes a number back gives a later one.",
        figure("Bij de schietpartij in Gent vielen [negen gewonden]. De politie bracht dat terug tot vijf gewonden.", 9,
               "gewonden", article="a"),
        figure("Bij de schietpartij in Gent is het aantal bijgesteld: [vijf gewonden].", 5, "gewonden", article="a",
               offset=89),
        "updates",
    ),
    Example(
        "One age in one story is that of one person.",
        figure("De [49-jarige] Kim Aarts zit vast na de schietpartij in Gent.", 49, "jarige", unit="year", article="a"),
        figure("Na de schietpartij in Gent is de [49-jarige] Kim Aarts gepakt.", 49, "jarige", unit="year", article="b"),
        "corroborates",
    ),
    Example(
        "The number of a sort is no contradiction to that of all.",
        figure("De brand in Gent bracht [200 miljoen bedrijfsschade].", 2e8, "bedrijfsschade", unit="EUR", article="a",
               published="2024-05-04"),
        figure("De schade van de brand in Gent is [400 miljoen euro].", 4e8, "euro", unit="EUR", article="b",
               published="2024-05-04"),
        "different_scope",
    ),
    Example(
        "Two counts of the dead of one day are an earlier and a later one, though logic lets both be true.",
        figure("Bij de aardbeving in Lorca vielen [zeker 912 doden].", 912, "doden", bound="min", article="a",
               published="2024-05-04"),
        figure("Bij de aardbeving in Lorca vielen [meer dan 1500 doden].", 1500, "doden", bound="above", article="b",
               published="2024-05-04"),
        "updates",
    ),
    Example(
        "Two sources of one article that give one number agree.",
        figure("Meridia schrapt in Gent [850 banen], zegt de bond.", 850, "banen", speaker="bond", article="a"),
        figure("„Er verdwijnen bij Meridia in Gent [850 banen]”, zegt Els Maas.", 850, "banen", speaker="Els Maas",
               article="a", offset=900),
        "corroborates",
    ),
    Example(
        "A number without a noun is the same one where two sentences on one event share their words.",
        figure("Na de brand in Luik liggen [drie] van hen op de intensive care.", 3, None, article="a"),
        figure("Na de brand in Luik liggen er nog [drie] op de intensive care.", 3, None, article="b"),
        "corroborates",
    ),
    Example(
        "Words that stand apart say what became of the people counted.",
        figure("De politie hield na de betoging in Gent [40 mensen] aan.", 40, "mensen", article="a"),
        figure("Er waren [40 arrestaties] na de betoging in Gent.", 40, "arrestaties", article="b"),
        "corroborates",
    ),
    Example(
        "A source that is named beside the figure was not dropped.",
        figure("De politie schat dat [3.000 betogers] naar Gent kwamen.", 3000, "betogers", speaker="politie",
               article="a"),
        figure("Er kwamen [3.000 betogers] naar Gent, zo is bij de politie te horen.", 3000, "betogers", article="b"),
        "corroborates",
    ),
    Example(
        "Who says \"not 410 but 560\" contradicts the paper that says 410.",
        figure("Bij de sluiting van Meridia in Gent verliezen geen 410 maar [560 werknemers] hun baan, zegt de bond.", 560,
               "werknemers", article="a", published="2024-05-05"),
        figure("Bij de sluiting van Meridia in Gent verliezen [410 werknemers] hun baan.", 410, "werknemers", article="b",
               published="2024-05-04"),
        "contradicts",
    ),
    Example(
        "A rate that one sentence states holds for the number that another source sets beside it.",
        figure("Meridia zegt na de sluiting in Gent [80 miljoen euro] per jaar te besparen. Analisten rekenen op 50 miljoen "
               "euro.", 80e6, None, unit="EUR", speaker="Meridia", article="a", published="2024-05-04"),
        figure("Meridia zegt na de sluiting in Gent 80 miljoen euro per jaar te besparen. Analisten rekenen op [50 miljoen "
               "euro].", 50e6, None, unit="EUR", speaker="analisten", article="a", published="2024-05-04"),
        "contradicts",
    ),
    Example(
        "A rising toll is an update, not a contradiction.",
        figure("Bij de aardbeving in Lorca vielen [12 doden].", 12, "doden", published="2024-05-04", article="a"),
        figure("Het dodental van de aardbeving in Lorca is gestegen: [31 doden].", 31, "doden",
              published="2024-05-05", article="b"),
        "updates",
    ),
    Example(
        "Another place is another scope, not a contradiction.",
        figure("Bij de overstroming in Luik zijn [400 woningen] beschadigd.", 400, "woningen",
              published="2024-05-04", article="a"),
        figure("Bij de overstroming in Venlo zijn [900 woningen] beschadigd.", 900, "woningen",
              published="2024-05-04", article="b"),
        "different_scope",
    ),
    Example(
        "A sentence that states both numbers does not contradict either.",
        figure("In de zaal in Gent zaten bij de betoging [90 betogers], buiten 400 betogers.", 90, "betogers",
               published="2024-05-04", article="a"),
        figure("Bij de betoging in Gent stonden [400 betogers] buiten.", 400, "betogers",
               published="2024-05-04", article="b"),
        None,
    ),
    Example(
        "The dead and the injured of one event are two things.",
        figure("Bij de brand in Luik vielen [12 doden].", 12, "doden", published="2024-05-04", article="a"),
        figure("Bij de brand in Luik vielen [30 gewonden].", 30, "gewonden", published="2024-05-04", article="b"),
        None,
    ),
    Example(
        "The last part of a compound says what is counted.",
        figure("Na de brand in Luik kwamen [drie blushelikopters].", 3, "blushelikopters", published="2024-05-04",
               article="a"),
        figure("Bij de brand in Luik waren [drie helikopters] nodig.", 3, "helikopters", published="2024-05-04",
               article="b"),
        "corroborates",
    ),
    Example(
        "Things of two kinds are no contradiction, though their words end alike.",
        figure("Na de brand in Luik kwamen [drie blushelikopters].", 3, "blushelikopters", published="2024-05-04",
               article="a"),
        figure("Bij de brand in Luik waren [vijf helikopters] te zien.", 5, "helikopters", published="2024-05-04",
               article="b"),
        "different_scope",
    ),
    Example(
        "The seats of two parties are no contradiction.",
        figure("Bij de verkiezingen in Gent haalt de ABX [27 zetels].", 27, "zetels", published="2024-05-04", article="a"),
        figure("De QRW komt bij de verkiezingen in Gent op [19 zetels].", 19, "zetels", published="2024-05-04",
               article="b", speaker="QRW"),
        "different_scope",
    ),
    Example(
        "Other money of another matter is nothing to say.",
        figure("De stad trekt [31 miljoen euro] uit voor scholen.", 31e6, None, unit="EUR", article="a"),
        figure("De brand kostte [45 miljoen euro].", 45e6, None, unit="EUR", article="b"),
        None,
    ),
    *STORY_CASES,
)  # fmt: skip
"""What it must and must not say."""
