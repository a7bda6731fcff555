"""Speakers: sources resolved to names, and speech without a cue given to whom it belongs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from workbench.extract.quotation.drafts import Draft
from workbench.extract.quotation.lexicon import Kind, Lexicon, lexicon_for
from workbench.extract.quotation.units import MAX_TOKENS, Unit
from workbench.extract.speakers import Speakers
from workbench.model import Span
from workbench.segment import Segmented

_OPENING = re.compile(r"[^\W\d_]+")
MENTION_REACH = 1500
"""How many code points back the last speaker must still be spoken of."""
NAMES = 20
"""How many names of a sentence are weighed."""
COUNTED = 20_000
"""How much of the text is searched for the repetition of a name."""
THING = 6
"""Shortest phrase that can be a thing rather than a pronoun, in code points."""
REACH = 4
"""How many units back a floating quote looks for its speaker."""


def attribute(segmented: Segmented, units: Sequence[Unit], drafts: list[Draft], speakers: Speakers) -> None:
    """Fill in the speakers, in the order of the text."""
    drafts.sort(key=lambda draft: (draft.start, -draft.end))
    last: Draft | None = None
    for draft in drafts:
        if draft.source is None and draft.kind == "direct" and _goes_on(draft):
            cue = draft.cue
            _carry(segmented, units, draft, last, speakers)
            draft.cue = cue
        if draft.source is None and draft.evidence == "floating":
            _carry(segmented, units, draft, last, speakers)
        if draft.source is not None and draft.speaker is None:
            draft.source = _owner_alone(segmented.article.text, _widened(draft, speakers), draft, speakers)
            draft.source = _after_its_object(draft, draft.source, speakers)
            meant = _meant(segmented.article.text, units, draft, speakers)
            own = draft.kind == "indirect" and meant is not None  # "Smit is ziek, zei hij" may mean Smit
            draft.speaker = speakers.resolve(meant, meant.start if own and meant else draft.start)
            back = draft.source is not None and speakers.points_back(draft.source)
            if draft.speaker is None and last is not None and draft.kind == "direct" and back:
                draft.speaker, draft.carried = last.speaker, True
        if draft.relay is not None:
            draft.relayed = speakers.resolve(draft.relay, draft.start)
        if draft.speaker is not None and draft.source is not None and "nested" not in draft.flags:
            speakers.note_speaker(draft.speaker, draft.source.start)
            if draft.kind != "indirect" or draft.evidence != "noun":
                last = draft


def _meant(text: str, units: Sequence[Unit], draft: Draft, speakers: Speakers) -> Span | None:
    """The words to resolve: not a relative pronoun but what it follows, "een buurman, die grapt dat"; else the source."""
    source, lexicon = draft.source, lexicon_for(draft.unit.block.lang)
    if source is None or lexicon is None:
        return source
    if draft.mark is not None and draft.mark.use == "record" and draft.kind == "direct":
        return _issuer(text, units, draft, speakers) or source
    relative = lexicon.kind(source.of(text).lower()) & Kind.RELATIVE
    return (speakers.left_of(source.start) if relative else None) or source


def _issuer(text: str, units: Sequence[Unit], draft: Draft, speakers: Speakers) -> Span | None:
    """Who opens the sentence before words that stand in "een verklaring", which is theirs."""
    before = units[draft.unit.index - 1] if draft.unit.index else None
    if before is None or before.block != draft.unit.block:
        return None
    return _subject(text, before, draft.start, speakers) or speakers.person_at(before.span.start, bodies=True)


def _owner_alone(text: str, source: Span | None, draft: Draft, speakers: Speakers) -> Span | None:
    """The pronoun alone where what follows cannot speak: "er volgen volgens haar | acties"."""
    lexicon = lexicon_for(draft.unit.block.lang)
    word = _OPENING.match(text, source.start, source.end) if source is not None else None
    if source is None or word is None or lexicon is None or word.end() == source.end:
        return source
    owner = lexicon.kind(word.group().lower()) & (Kind.PRONOUN | Kind.DETERMINER | Kind.FIRST_PERSON)
    after_phrase = draft.mark is not None and draft.mark.phrase is not None
    if not after_phrase or owner != Kind.PRONOUN | Kind.DETERMINER or speakers.can_speak(source):
        return source
    return Span(*word.span())


def _carry(
    segmented: Segmented, units: Sequence[Unit], draft: Draft, last: Draft | None, speakers: Speakers
) -> None:
    """Give a floating quote the speaker that the text around it implies."""
    draft.flags.add("floating")
    draft.carried = True
    unit = draft.unit
    before = units[unit.index - 1] if unit.index else None
    text = segmented.article.text
    own = _subject(text, unit, draft.start, speakers) if _prefixed(unit, draft) else None
    if own is not None:
        draft.source = own
        return
    if last is not None and before is not None and _follows(last, before, unit):
        draft.source, draft.speaker = last.source, last.speaker
        draft.cue = last.cue if last.kind == "direct" else None
        return
    floor = max(-1, unit.index - 1 - REACH, last.unit.index if last is not None else -1)
    earlier = [units[index] for index in range(unit.index - 1, floor, -1)]
    if _prefixed(unit, draft):
        earlier.insert(0, unit)
    subject = next((s for u in earlier[:2] if (s := _subject(text, u, draft.start, speakers))), None)
    if subject is None and earlier and earlier[0].block == unit.block:
        subject = speakers.person_at(earlier[0].span.start)
    if subject is None and last is not None and _mentioned(text, last, draft.start):
        draft.source, draft.speaker = last.source, last.speaker
        return
    draft.source = subject or _best_named(text, earlier, draft.start, speakers)
    if draft.source is None and last is not None:
        draft.source, draft.speaker = last.source, last.speaker
    if draft.source is None and last is None:
        draft.source = speakers.only_person(draft.start)
    if draft.source is None and unit.index + 1 < len(units):
        following = units[unit.index + 1]
        draft.source = _subject(text, following, following.span.end, speakers) or _best_named(
            text, [following], following.span.end, speakers
        )


def _after_its_object(draft: Draft, source: Span | None, speakers: Speakers) -> Span | None:
    """Who stands after the verb where a thing stands before it: "De ophef noemt | Bos hysterisch"."""
    if source is None or draft.mark is None or draft.mark.use != "label" or draft.cue is None:
        return source
    if source.end > draft.cue.start or len(source) < THING or speakers.can_speak(source):
        return source
    after = speakers.right_of(draft.cue.end)
    named = after is not None and after.end <= draft.start and speakers.names_in(after)
    return after if named else source


def _goes_on(draft: Draft) -> bool:
    """Whether a conjunction and a verb without a subject open the sentence: "En zegt: …"."""
    tokens = draft.unit.tokens
    return (
        draft.mark is not None
        and draft.mark.form is not None
        and draft.mark.finite == 1
        and len(tokens) > 1
        and bool(tokens[0].kind & Kind.CONJUNCTION)
    )


def _follows(last: Draft, before: Unit, unit: Unit) -> bool:
    """Whether the quote goes on right after another: in the same paragraph, or after a paragraph that ends in speech."""
    if last.unit.index < before.index:
        return False
    return before.block == unit.block or last.end + 3 >= before.span.end


def _prefixed(unit: Unit, draft: Draft) -> bool:
    """Whether words stand before the quote in its own unit."""
    return draft.start - unit.span.start > 3


def _subject(text: str, unit: Unit, stop: int, speakers: Speakers) -> Span | None:
    """Who opens a sentence: a pronoun that can be resolved, a name that the article repeats, or one with its role."""
    lexicon = lexicon_for(unit.block.lang)
    word = _OPENING.match(text, unit.span.start, stop)
    if word is None or lexicon is None:
        return None
    if word.group().lower() in lexicon.table.focusing and word.end() + 1 < min(stop, unit.span.end):
        rest = Span(word.end() + 1, unit.span.end)  # "Ook | de Spaanse Ana Ruiz …"
        return _introduced(text, rest, speakers.names_in(rest), speakers, lexicon)
    if _personal(word.group().lower(), lexicon):
        span = Span(*word.span())
        return span if speakers.resolve(span, stop) is not None else None
    names = speakers.names_in(Span(unit.span.start, max(unit.span.start, min(stop, unit.span.end))))
    repeated = next((n for n in names if n.start == unit.span.start and _count(text, n) > 1), None)
    return (
        repeated
        or _introduced(text, unit.span, names, speakers, lexicon)
        or _inverted(text, unit, stop, names, speakers, lexicon)
    )


def _inverted(
    text: str, unit: Unit, stop: int, names: Sequence[Span], speakers: Speakers, lexicon: Lexicon
) -> Span | None:
    """The pronoun or repeated name right after the verb of a sentence that an adverb opens: "Toch snapt hij"."""
    words = list(islice(_OPENING.finditer(text, unit.span.start, min(stop, unit.span.end)), 3))
    if not lexicon.table.verb_second or len(words) < 3:
        return None
    opener, subject = lexicon.kind(words[0].group().lower()), Span(*words[2].span())
    if not opener & Kind.ADVERB or text[words[0].end() : words[2].start()].strip().count(" "):
        return None
    if _personal(words[2].group().lower(), lexicon):
        return subject if speakers.resolve(subject, stop) is not None else None
    return next((n for n in names if n.start == subject.start and _count(text, n) > 1), None)


def _introduced(
    text: str, span: Span, names: Sequence[Span], speakers: Speakers, lexicon: Lexicon
) -> Span | None:
    """The phrase that opens a sentence with somebody's role and name: "Trainer Wim Oostveen is boos."."""
    phrase = speakers.noun_phrase_at(span.start) if names else None
    if phrase is None or phrase.start != span.start:
        return None
    name = names[0]
    inside = phrase.start < name.start and name.end <= phrase.end
    return phrase if inside and not _after_preposition(text, name, lexicon) else None


def _personal(word: str, lexicon: Lexicon) -> bool:
    """Whether a lower-case word is a pronoun for a third person."""
    kind = lexicon.kind(word)
    other = Kind.FIRST_PERSON | Kind.DETERMINER | Kind.QUESTION | Kind.RELATIVE
    return bool(kind & Kind.PRONOUN) and not kind & other and word not in lexicon.table.impersonals


def _mentioned(text: str, last: Draft, stop: int) -> bool:
    """Whether the text since the last quote still is about its speaker, by name or pronoun."""
    start = max(last.end, stop - MENTION_REACH)
    lexicon = lexicon_for(last.unit.block.lang)
    surname = (last.speaker or "").rsplit(None, 1)[-1:]
    words = _OPENING.findall(text, start, max(start, stop))
    return any(word in surname for word in words) or (
        lexicon is not None and any(_personal(word.lower(), lexicon) for word in words)
    )


def _best_named(text: str, earlier: Sequence[Unit], stop: int, speakers: Speakers) -> Span | None:
    """The name that the article has most often, among those in the sentences; places after a preposition do not count."""
    best: tuple[int, Span] | None = None
    for unit in earlier:
        lexicon = lexicon_for(unit.block.lang)
        for name in speakers.names_in(Span(unit.span.start, max(unit.span.start, min(stop, unit.span.end))))[
            :NAMES
        ]:
            if _marked(unit, name) or (lexicon is not None and _after_preposition(text, name, lexicon)):
                continue
            count = _count(text, name)
            if count > 1 and (best is None or count > best[0]):
                best = (count, name)
    return best[1] if best else None


def _after_preposition(text: str, name: Span, lexicon: Lexicon) -> bool:
    before = text[max(0, name.start - 12) : name.start].rsplit(None, 1)
    kind = lexicon.kind(before[-1].lower()) if before else Kind.NONE
    return bool(kind & Kind.PREPOSITION) and not kind & Kind.LINK


def _marked(unit: Unit, span: Span) -> bool:
    return any(s.start <= span.start < s.end for s in unit.stretches[:MAX_TOKENS])


def _count(text: str, name: Span) -> int:
    """How often the last word of a name stands in the text, counted in the first part of a long one."""
    return text.count(name.of(text).rsplit(None, 1)[-1], 0, COUNTED)


def _widened(draft: Draft, speakers: Speakers) -> Span | None:
    """The source with the name or complement that belongs to the phrase that starts with it."""
    source = draft.source
    if source is None or draft.kind == "post":
        return source
    taken = [span for span in (draft.cue, draft.span) if span is not None]
    if any(span.start <= source.end + 1 and span.end > source.start for span in taken):
        return source  # what follows it is cue or content, as nearly always: no phrase needs to be read
    phrase = speakers.longer_phrase(source)
    return source if phrase is None or any(phrase.overlaps(span) for span in taken) else phrase
