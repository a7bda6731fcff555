"""Sources: the noun phrase that a cue belongs to."""

from __future__ import annotations

from workbench.extract.quotation.carriers import CLAUSE_ENDS
from workbench.extract.quotation.cues import Cue
from workbench.extract.quotation.fields import Fields
from workbench.extract.quotation.lexicon import Kind
from workbench.extract.quotation.phrases import Range
from workbench.extract.quotation.units import Token

PARENTHESIS = 8
"""Most tokens of a parenthesis between subject and verb."""


class Sources(Fields):
    """Finds the source phrase of a cue."""

    def of(self, cue: Cue) -> Range | None:
        """The source of a cue."""
        if cue.phrase is not None and cue.phrase.side == "subject":
            return self._of_own_words(cue)
        if cue.phrase is not None:
            return (
                self.phrase_left(cue.first) if cue.phrase.side == "left" else self.phrase_right(cue.last + 1)
            )
        if cue.form is None:
            return self._of_noun(cue)
        if cue.form.verb.use == "record":
            return self._document(cue)
        if cue.passive:
            return None
        if cue.form.shape == "gerund":
            return self._of_gerund(cue)
        found = self.subject(cue.finite, cue.last)
        nobody = found is not None and self._tokens[found[0]].low in self._lexicon.table.impersonals
        if found is not None and nobody and found == (cue.last + 1, cue.last + 2):
            return self._document(cue, after=found[1]) or found  # "luidt het | in een persbericht"
        return found

    def _of_own_words(self, cue: Cue) -> Range | None:
        """The subject of the clause in which a phrase like "naar eigen zeggen" stands."""
        after = cue.last + 1
        if cue.first == 0 and after < len(self._tokens) and self._tokens[after].kind & Kind.FINITE:
            return self.phrase_right(after + 1)
        return self.main_subject(cue.first)

    def phrase_left(self, at: int) -> Range | None:
        """The noun phrase that ends before ``at``."""
        start = self._field_start(at)
        begin = self._after_adverbials(start, at)
        return (begin, at) if begin < at else None

    def main_subject(self, before: int) -> Range | None:
        """The subject of the first clause of the unit."""
        tokens = self._tokens
        for k in range(min(before, len(tokens))):
            if tokens[k].kind & Kind.FINITE or tokens[k].low in self._lexicon.forms:
                found = self.subject(k) if k else None
                if found is not None:
                    return found
        return self.phrase_right(0) if before else None

    def subject(self, verb: int, last: int = -1) -> Range | None:
        """The subject of the finite verb at ``verb``, whose last part, a participle say, stands at ``last``."""
        tokens = self._tokens
        aside = self._before_parenthesis(verb)
        if aside is not None:
            return aside
        if verb + 1 < len(tokens) and tokens[verb + 1].low in self._lexicon.table.nominative:
            return verb + 1, verb + 2
        right = last + 1 if verb < last <= verb + 2 and not self._subject_between(verb, last) else verb + 1
        start = self._field_start(verb)
        if start == verb:
            return self._titled(verb) or self._without_field(verb, right)
        opener = tokens[start - 1] if start else None
        if opener is not None and opener.kind & (
            Kind.SUBORDINATOR | Kind.COMPLEMENTIZER | Kind.RELATIVE | Kind.QUESTION
        ):
            return self._in_subordinate(start, verb, opener)
        begin = self._after_adverbials(start, verb)
        first = tokens[begin] if begin < verb else None
        adverbial = first is None or (
            bool(first.kind & Kind.PREPOSITION)  # "zur" is an article too
            or bool(first.kind & Kind.ADVERB and not first.kind & Kind.DETERMINER)
        )
        fronted = begin > start and not (
            tokens[start].kind & Kind.CONJUNCTION or tokens[start].low in self._lexicon.table.focusing
        )
        if self._lexicon.table.verb_second and (adverbial or fronted):
            return self._surname_before(begin, verb) or self.phrase_right(right)
        if begin < verb:
            timed = self._tells_time(verb - 1) or self._after_an_event(begin, verb)
            if self._lexicon.table.verb_second and timed:
                after = self.phrase_right(right)
                opens = after is not None and tokens[after[0]].kind & Kind.COMPLEMENTIZER
                return (begin, self._trim_right(begin, verb)) if after is None or opens else after
            return begin, self._trim_right(begin, verb)
        return self.phrase_right(right)

    def _titled(self, verb: int) -> Range | None:
        """A subject whose name stands in marks: "De krant ‘Het Dorpsblad’ | meldt"."""
        tokens = self._tokens
        named = verb > 1 and tokens[verb - 1].stretch is not None and tokens[verb - 2].word
        if not named or tokens[verb - 2].kind:
            return None
        begin = self._after_adverbials(self._field_start(verb - 1), verb - 1)
        return (begin, verb) if begin < verb - 1 and not tokens[begin].kind & Kind.PREPOSITION else None

    def _surname_before(self, begin: int, verb: int) -> Range | None:
        """A surname with its preposition that opens the sentence: "Van Rossem | zei dat", not "In Lier | zei Bos dat"."""
        tokens = self._tokens
        named = begin == 0 and verb > 1 and all(t.upper for t in tokens[begin:verb])
        following = tokens[verb + 1] if verb + 1 < len(tokens) else None
        if not named or following is None or tokens[0].low not in self._lexicon.table.links:
            return None
        subject = following.upper or (
            following.kind & Kind.PRONOUN and not following.kind & Kind.COMPLEMENTIZER
        )
        return None if subject else (begin, verb)

    def _before_parenthesis(self, verb: int) -> Range | None:
        """The subject before a party or age in parentheses: "Jansen (58) | zei"."""
        tokens = self._tokens
        if verb < 4 or tokens[verb - 1].text != ")":
            return None
        opening = next(
            (k for k in range(verb - 2, max(0, verb - PARENTHESIS), -1) if tokens[k].text == "("), 0
        )
        start = self._field_start(opening) if opening else 0
        begin = self._after_adverbials(start, opening) if opening else 0
        plain = begin < opening and tokens[begin].word and not self._has_verb(begin, opening)
        return (begin, opening) if plain and not tokens[begin].kind & Kind.PREPOSITION else None

    def _subject_between(self, verb: int, last: int) -> bool:
        """Whether a one-word subject stands between auxiliary and verb: "heeft Mulder gezegd"."""
        return last == verb + 2 and (
            self._tokens[verb + 1].upper or bool(self._tokens[verb + 1].kind & Kind.PRONOUN)
        )

    def _tells_time(self, last: int) -> bool:
        """Whether the phrase that ends at ``last`` is one of time."""
        token = self._tokens[last]
        return token.low in self._lexicon.table.time_nouns or bool(
            token.kind & Kind.ADVERB and not token.upper
        )

    def _after_an_event(self, begin: int, verb: int) -> bool:
        """Whether a phrase counts time from something: "Twee dagen na de brand | meldde"."""
        times = self._lexicon.table.time_nouns
        return any(
            self._tokens[k].low in times and self._tokens[k + 1].kind & Kind.PREPOSITION
            for k in range(begin, min(begin + 3, verb - 1))
        )

    def _without_field(self, verb: int, at: int) -> Range | None:
        """Subject of a verb that opens its clause."""
        tokens = self._tokens
        opener = tokens[verb - 1] if verb else None
        if opener is not None and opener.kind & Kind.RELATIVE and not opener.kind & Kind.SUBORDINATOR:
            return verb - 1, verb
        if opener is not None and opener.low == ",":
            aside = self._apposition(verb - 1)
            if aside is not None:
                return aside
        right = self.phrase_right(at)
        if opener is not None and opener.kind & Kind.CONJUNCTION and verb > 1:
            pronoun = (
                self._lexicon.table.verb_second
                and right is not None
                and bool(tokens[right[0]].kind & Kind.PRONOUN)
                and tokens[right[0]].low not in self._lexicon.table.impersonals
            )
            return right if pronoun else self.main_subject(verb - 1)
        if right is None and opener is not None and opener.low == "," and verb > 1:
            return self.main_subject(verb - 1)
        return right

    def _apposition(self, comma: int) -> Range | None:
        """``NP, apposition,`` or ``NP, relative clause,`` that ends at a comma."""
        tokens = self._tokens
        for k in range(comma - 1, max(0, comma - 22), -1):
            if tokens[k].low == "," and k + 1 < comma:
                inside = tokens[k + 1]
                start = self._field_start(k)
                begin = self._after_adverbials(start, k)
                if begin >= k or not tokens[begin].word or self._has_verb(begin, k):
                    return None
                if inside.kind & Kind.RELATIVE:
                    return begin, k
                if inside.upper or inside.kind & Kind.DETERMINER or inside.text[0].isdigit():
                    return (begin, comma) if not self._has_verb(k + 1, comma) else (begin, k)
                return None
            if tokens[k].low in CLAUSE_ENDS or tokens[k].stretch is not None:
                return None
        return None

    def _in_subordinate(self, start: int, verb: int, opener: Token) -> Range | None:
        first = self._tokens[start]
        if (
            self._lexicon.table.verb_second
            and opener.kind & Kind.DETERMINER
            and self._main_clause(start - 1, verb)
        ):
            return start - 1, verb
        relative = opener.kind & (Kind.RELATIVE | Kind.COMPLEMENTIZER) == Kind.RELATIVE
        if relative and not first.kind & Kind.PRONOUN:
            return start - 1, start
        return self.phrase_right(start)

    def _main_clause(self, opener: int, verb: int) -> bool:
        """Whether ``, die Veranstalter sprachen von …`` is no relative clause: its verb is second and not last."""
        tokens = self._tokens
        if opener < 1 or tokens[opener - 1].text != "," or verb + 1 >= len(tokens):
            return False
        following = tokens[verb + 1]
        last = not following.word or following.kind & (Kind.CONJUNCTION | Kind.AUXILIARY | Kind.FINITE)
        return not last and self.phrase_right(opener) == (opener, verb)

    def _of_noun(self, cue: Cue) -> Range | None:
        """``de bewering van X dat``, ``X's claim that``; else the subject of the clause."""
        tokens = self._tokens
        after, start = cue.last + 1, cue.first
        while start and tokens[start - 1].upper and not tokens[start - 1].kind:
            start -= 1
        if start < cue.first and tokens[cue.first - 1].low.endswith(
            self._lexicon.table.genitive_endings or "'s"
        ):
            return start, cue.first
        found = (
            self.phrase_right(after + 1) if after < len(tokens) and tokens[after].kind & Kind.LINK else None
        )
        if found is not None and any(t.upper or not t.kind for t in tokens[found[0] : found[1]]):
            return found
        before = self._tokens[max(0, cue.first - 1)]
        if before.kind & Kind.PRONOUN and before.kind & Kind.DETERMINER:
            return cue.first - 1, cue.first  # "his | assertion"
        subject = self.main_subject(cue.first)
        return None if subject is not None and subject[0] <= cue.first <= subject[1] else subject

    def _of_gerund(self, cue: Cue) -> Range | None:
        """``footage of X asking``: the name right before; else the subject of the main clause."""
        tokens = self._tokens
        start = cue.first
        while start > 0 and tokens[start - 1].word and tokens[start - 1].upper and not tokens[start - 1].kind:
            start -= 1
        return (start, cue.first) if start < cue.first else self.main_subject(cue.first)

    def _document(self, cue: Cue, after: int = 0) -> Range | None:
        """The document in which something stands: a noun phrase after a preposition, before or after the verb.

        Args:
            cue: the verb.
            after: where to look for the preposition alone; 0 for both sides.
        """
        tokens = self._tokens
        found: list[Range] = []
        via = cue.form.verb.via if cue.form is not None else ()
        places = (
            *range(max(0, cue.first - 20), cue.first),
            *range(cue.last + 1, min(len(tokens), cue.last + 6)),
        )
        for k in range(after, min(len(tokens), after + 1)) if after else places:
            if any(len(words) == 1 for words, _ in self._lexicon.phrases.get(tokens[k].low, ())):
                continue  # "volgens hem staat …"
            if (
                tokens[k].low in via
                if via
                else tokens[k].kind & Kind.PREPOSITION
                and (not tokens[k].kind & Kind.LINK or k <= cue.last + 2)
            ):
                phrase = self.phrase_right(k + 1)
                if phrase is not None:
                    found.append(phrase)
        documents = self._lexicon.table.documents
        return next(
            (r for r in found if any(t.low in documents for t in tokens[r[0] : r[1]])),
            found[0] if found else None,
        )
