"""Figures of one thing: later ones, more precise ones, agreeing ones, those of another scope, those that clash."""

from __future__ import annotations

from workbench.compare.cases import figure
from workbench.compare.detectors.base import Detector, Example
from workbench.compare.holders import add_holder
from workbench.compare.judging import judge
from workbench.compare.levels import Case, Finding, add_event, add_order, add_origin, add_speaker
from workbench.compare.lineup import FITS, Pair, counted, lined_up
from workbench.compare.parallel import place
from workbench.compare.profile import Profile
from workbench.compare.quantity import Quantity, as_amount, fit
from workbench.compare.scope import add_noun, add_other_word, add_scope, one_thing, scope
from workbench.compare.stating import apart, shown
from workbench.compare.tellers import two_sources
from workbench.model import Figure


def detect(case: Case) -> Finding | None:
    """Line up two figures, or say nothing."""
    a, b = case.left.mention, case.right.mention
    assert isinstance(a, Figure)
    assert isinstance(b, Figure)
    both = _quantities(case.left, case.right)
    if both is None:
        return None
    left, right = both
    first, second = scope(case.left), scope(case.right)
    noun, beside = add_noun(case, first, second), place(case.left, case.right)
    if noun is None and left.value == right.value and a.article != b.article:
        noun = add_other_word(case, first, second)
    if noun is None or beside == "other":
        return None
    unit = "same" if a.unit == b.unit else "unsaid" if "count" in (a.unit, b.unit) else "converted"
    case.add("unit", unit, a.unit, b.unit)
    fits = fit(left, right)
    case.add("value", fits, shown(left), shown(right), apart(left, right, fits))
    differs, concept = add_scope(case, first, second), first.concept or second.concept
    whose = add_holder(case, concept) if fits not in FITS else None
    differs += [whose] if whose else []
    when = add_order(case, concept)
    event = "same" if beside == "same" else add_event(case, counted(first, second))
    if beside == "same":
        case.add("event", "parallel")
    same_article, same_speaker = add_origin(case), add_speaker(case)
    if same_speaker is None and two_sources(case.left, case.right):
        same_speaker = False
    pair = Pair(case, left, right, fits, when, concept, tuple(differs), same_article, same_speaker, beside)
    return judge(pair, noun) if lined_up(pair, noun, event, first, second) else None


def possible(left: Profile, right: Profile) -> bool:
    """Whether both are of one dimension, and of one thing as far as their nouns tell, or of one value."""
    both = _quantities(left, right)
    if both is None:
        return False
    one_value = both[0].value == both[1].value and left.article.id != right.article.id
    return one_value or one_thing(scope(left), scope(right))


def _quantities(left: Profile, right: Profile) -> tuple[Quantity, Quantity] | None:
    """The quantities of two figures, a bare number of millions as money where the other is; None where they do not meet."""
    one, other = left.quantity, right.quantity
    if one is None or other is None:
        return None
    if one.dimension == other.dimension:
        return one, other
    assert isinstance(left.mention, Figure)
    assert isinstance(right.mention, Figure)
    one, other = as_amount(one, left.mention, other), as_amount(other, right.mention, one)
    return (one, other) if one.dimension == other.dimension else None


DETECTOR = Detector(
    "figure_interval",
    ("repeats", "misattributed", "updates", "refines", "corroborates", "different_scope", "contradicts"),
    Figure,
    detect,
    possible,
)
"""Two figures of one thing."""
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
        "A toll that two articles of one month give is a changed one, even if neither sentence names what happened.",
        figure("Tot nu toe zijn er [zeker 12 doden] geborgen.", 12, "doden", bound="min", article="a",
               lead="De veerboot Aurora is in de Botnische Golf gekapseisd. Bij de ramp met de Aurora wordt gezocht."),
        figure("Het dodental staat inmiddels op [31].", 31, None, article="b",
               lead="Na de ramp met de veerboot Aurora in de Botnische Golf zijn meer lichamen gevonden."),
        "updates",
    ),
    Example(
        "Tolls of two stories in one month have nothing to do with each other.",
        figure("Tot nu toe zijn er [zeker 12 doden] geborgen.", 12, "doden", bound="min", article="a",
               lead="De veerboot Aurora is in de Botnische Golf gekapseisd."),
        figure("Het dodental staat inmiddels op [31].", 31, None, article="b",
               lead="De brand in een flat in Porto is geblust."),
        None,
    ),
    Example(
        "A story is told by its names too, and German writes every noun as others write names.",
        figure("Bij Meridia zijn de gegevens van [310.000 klanten] gestolen.", 310_000, "klanten", article="a",
               lead="Bij energiebedrijf Meridia in Venlo zijn gegevens van klanten gestolen, zegt directeur Kim Aarts."),
        figure("Betroffen sind [310.000 Kunden].", 310_000, "Kunden", article="b", lang="de",
               lead="Der Energieversorger Meridia aus Venlo hat Daten seiner Kunden verloren, sagt Direktor Kim Aarts."),
        "corroborates",
    ),
    Example(
        "Two numbers of one thing in one month, of which no word says which came later, are shown as restated.",
        figure("Volgens Aarts gaat het om [310.000 klanten].", 310_000, "klanten", article="a",
               lead="Bij energiebedrijf Meridia in Venlo zijn gegevens van klanten gestolen, zegt directeur Kim Aarts."),
        figure("Van [460.000 klanten] is het adres bekend, zegt Aarts.", 460_000, "klanten", article="b",
               lead="De gegevens van klanten van Meridia zijn te koop, zegt directeur Kim Aarts van het bedrijf in Venlo."),
        "updates",
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
        figure("De brand in Gent kostte [200 miljoen bedrijfsschade].", 2e8, "bedrijfsschade", unit="EUR", article="a",
               published="2024-05-04"),
        figure("De brand in Gent kostte [400 miljoen euro] aan schade.", 4e8, "euro", unit="EUR", article="b",
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
        "A unit that says what is measured needs no word for it, in one story.",
        figure("De brand verwoestte [45 hectare].", 45, "hectare", unit="hectare", article="a",
               lead="De duinbrand bij Kamperzand is uit, zegt commandant Ida Loos van de brandweer in Kamperzand."),
        figure("Er ging [70 hectare] verloren.", 70, "hectare", unit="hectare", article="b",
               lead="De brand in de duinen bij Kamperzand was groter, zegt commandant Ida Loos van Kamperzand."),
        "updates",
    ),
    Example(
        "One number of one story in other words, which no table has, is the same figure.",
        figure("De veerboot had [340 opvarenden].", 340, "opvarenden", article="a",
               lead="De veerboot Aurora is in de Botnische Golf gekapseisd. Bij de ramp met de Aurora wordt gezocht."),
        figure("Er waren [340 mensen] aan boord.", 340, "mensen", article="b",
               lead="Na de ramp met de veerboot Aurora in de Botnische Golf zijn meer lichamen gevonden."),
        "corroborates",
    ),
    Example(
        "One number of the dead and of the injured is of two things.",
        figure("Er vielen [34 doden].", 34, "doden", article="a",
               lead="De veerboot Aurora is in de Botnische Golf gekapseisd. Bij de ramp met de Aurora wordt gezocht."),
        figure("Er zijn [34 gewonden].", 34, "gewonden", article="b",
               lead="Na de ramp met de veerboot Aurora in de Botnische Golf zijn meer lichamen gevonden."),
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
        "Durations of which two sentences say the same are of one thing.",
        figure("De ontruiming van het zwembad duurde [twee uur].", 2, "uur", unit="hour", article="a",
               published="2024-05-04", lead="Het zwembad Waterrijk in Luik is na een brand ontruimd, zegt Ida Loos."),
        figure("Volgens Loos duurde de ontruiming [75 minuten].", 75, "minuten", unit="minute", article="b",
               published="2024-05-09", lead="De brand in zwembad Waterrijk in Luik was aangestoken, zegt Ida Loos."),
        "updates",
    ),
    Example(
        "A bare number of millions is money where the other paper says so.",
        figure("De haven krijgt [2,4 miljard euro].", 2.4e9, "euro", unit="EUR", article="a",
               lead="De haven Noorderkade in Delfzijl wordt uitgebreid, zeggen Ida Loos en Kim Aarts van de Noorderkade."),
        figure("Het gaat om [2,4 miljard].", 2.4e9, None, article="b",
               lead="Schippers zijn blij met Ida Loos en Kim Aarts van de Noorderkade in Delfzijl."),
        "corroborates",
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
)  # fmt: skip
"""What it must and must not say."""
