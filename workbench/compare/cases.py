"""Pairs of mentions written as one line of text; the detectors' own examples are made of them."""

from __future__ import annotations

from array import array
from math import sqrt

from workbench.compare.types import ArticleInfo, Comparable
from workbench.model import Figure, Quote, Span, mention_id


def _article(details: dict[str, object]) -> ArticleInfo:
    """The article that the details speak of; what they say of it is taken out of them."""
    name, lang = str(details.pop("article", "x")), str(details.pop("lang", "nl"))
    published, lead = details.pop("published", "2024-05"), str(details.pop("lead", ""))
    return ArticleInfo(
        f"a{name}", name, None if published is None else str(published), None, lang, None, None, lead
    )


def _marked(text: str) -> tuple[str, Span]:
    """The text without the brackets around the mention, and where it stands."""
    before, _, rest = text.partition("[")
    inside, _, after = rest.partition("]")
    return before + inside + after, Span(len(before), len(before) + len(inside))


def figure(text: str, value: float | None, noun: str | None, /, **details: object) -> Comparable:
    """A figure in its sentence, ``[`` and ``]`` around it.

    Args:
        text: the sentence.
        value: the stated number.
        noun: the measured noun.
        details: fields of the figure, and ``article``, ``published``, ``lang``, ``lead`` (how the article begins),
            ``offset`` (place in the article), ``around`` (the paragraph).

    """
    context, local = _marked(text)
    article = _article(details)
    offset = int(str(details.pop("offset", 0)))
    around = str(details.pop("around", ""))
    span = Span(local.start + offset, local.end + offset)
    at = context.find(noun) if noun else -1
    bound = details.get("bound", "exact")
    ends = {
        "exact": (value, value), "about": (value, value), "below": (None, value), "max": (None, value),
        "above": (value, None), "min": (value, None),
    }.get(str(bound), (None, None))  # fmt: skip
    fields = {"value": value, "value_min": ends[0], "value_max": ends[1], **details}
    if noun and at >= 0:
        fields |= {"noun": Span(at + offset, at + offset + len(noun)), "noun_text": noun}
    mention = Figure(
        id=mention_id(article.id + context, "figure", span),
        article=article.id,
        span=span,
        text=local.of(context),
        sentence=Span(offset, offset + len(context)),
        **fields,  # type: ignore[arg-type]  # the fields' types are the callers' business: examples and tests
    )
    return Comparable(mention, article, context, around=around)


def quote(text: str, speaker: str | None, /, **details: object) -> Comparable:
    """A quote in its sentence, ``[`` and ``]`` around its words.

    Args:
        text: the sentence.
        speaker: resolved speaker.
        details: fields of the quote, and ``article``, ``published``, ``lang``, ``lead`` (how the article begins),
            ``offset`` (place in the article), ``around`` (the paragraph), ``near`` (the quote's vector is that near to
            one direction), ``figures`` (those inside it).

    """
    context, local = _marked(text)
    near, figures = details.pop("near", None), details.pop("figures", ())
    article, around = _article(details), str(details.pop("around", ""))
    offset = int(str(details.pop("offset", 0)))
    span = Span(local.start + offset, local.end + offset)
    fields = {"kind": "direct", "lang": article.lang, **details}
    mention = Quote(
        id=mention_id(article.id + context, "quote", span),
        article=article.id,
        span=span,
        text=local.of(context),
        sentence=Span(offset, offset + len(context)),
        speaker=speaker,
        **fields,  # type: ignore[arg-type]  # same reason
    )
    return Comparable(
        mention,
        article,
        context,
        around=around,
        vector=None if near is None else _vector(float(str(near))),
        figures=figures,  # type: ignore[arg-type]  # same reason
    )


def _vector(near: float) -> bytes:
    """A vector of two numbers whose cosine with that of 1 is ``near``."""
    return array("b", (round(100 * near), round(100 * sqrt(1 - near * near)))).tobytes()
