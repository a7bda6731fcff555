"""Pairs of figures of two articles on one story, of which the sentences say little: what the detector of figures says."""

from __future__ import annotations

from workbench.compare.cases import figure
from workbench.compare.detectors.base import Example

STORY_CASES = (
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
        "A number in brackets that one paper rounds is the same figure, where both sentences say the same of it.",
        figure("De meeste meldingen ([4.309]) kwamen na de storm van huurders.", 4309, None, article="a",
               lead="De storm Ellen trok over Zeeland, zegt Ida Loos. In Zeeland kwamen veel meldingen binnen."),
        figure("Huurders deden na de storm de meeste meldingen, [ruim 4000].", 4000, None, bound="above", article="b",
               lead="De storm Ellen trok over Zeeland, zegt Ida Loos. In Zeeland kwamen veel meldingen binnen."),
        "refines",
    ),
    Example(
        "What happens in one sentence is no other event where the other article tells of it as what came of its own.",
        figure("Het dodental van de aardbeving is opgelopen tot [1.200].", 1200, None, article="a",
               published="2024-05-04", lead="Een aardbeving trof de stad Kutaisi en de dorpen rond Kutaisi, zegt Ida Loos."),
        figure("Flats zijn ingestort en er zijn [2.100 doden] geborgen.", 2100, "doden", article="b",
               published="2024-05-06", lead="Na de aardbeving wordt in Kutaisi gezocht, zegt Ida Loos van het leger."),
        "updates",
    ),
    Example(
        "A number that is set right in so many words is set right however far off it was.",
        figure("De veerboot Aurora had [30 bussen] aan boord.", 30, "bussen", article="a", published="2024-05-04",
               lead="De veerboot Aurora is in de Botnische Golf gekapseisd. Bij de ramp met de Aurora wordt gezocht."),
        figure("Op de Aurora stonden niet 30 bussen maar [710].", 710, None, article="b", published="2024-05-05",
               lead="Na de ramp met de veerboot Aurora in de Botnische Golf zijn meer lichamen gevonden."),
        "contradicts",
    ),
)  # fmt: skip
"""What it must and must not say of figures of one story."""
