"""Indirect speech: where the clause that a cue reports starts."""

from __future__ import annotations

from workbench.extract.quotation.carriers import CLAUSE_ENDS
from workbench.extract.quotation.cues import Cue
from workbench.extract.quotation.drafts import Draft
from workbench.extract.quotation.infinitives import InfinitiveReader
from workbench.extract.quotation.lexicon import Kind
from workbench.extract.quotation.phrases import Range
from workbench.extract.quotation.units import Token

COMPLEMENT_REACH = 30
"""How many tokens after its cue a conjunction may open the reported clause."""


class IndirectReader(InfinitiveReader):
    """Reads the reported clauses of one unit."""

    def read(self) -> list[Draft]:
        """The reported clauses, in the order of their cues."""
        drafts: list[Draft] = []
        for cue in self._cues:
            if cue.use in ("voice", "label"):
                continue
            draft = self._before_speech(cue) if cue.first in self._used else self._one(cue)
            if draft is not None:
                drafts.append(draft)
        return drafts

    def _before_speech(self, cue: Cue) -> Draft | None:
        """``zei dat het regende: "…"``: the clause of a cue that also introduces what follows a colon."""
        if cue.form is None or cue.use == "record":
            return None
        found = self._complement(cue, self._sources.of(cue))
        return found if found is not None and self._text[found.end : found.end + 1] == ":" else None

    def _one(self, cue: Cue) -> Draft | None:
        if cue.phrase is not None:
            return self._of_phrase(cue)
        source = self._sources.of(cue)
        if (source is None and self._needs_source(cue)) or (
            source is not None and self._is_nobody(cue, source)
        ):
            return None
        found = self._complement(cue, source)
        if found is not None:
            return found
        if cue.form is None:
            return self._apposed_clause(cue, source)
        if cue.use == "record":
            stated = source is not None and any(
                t.low in self._table.documents for t in self._tokens[source[0] : source[1]]
            )
            return self._postposed(cue, source) if cue.form.verb.via or stated else None
        return (
            self._after_colon(cue, source)
            or self._preposed(cue, source)
            or self._postposed(cue, source)
            or self._infinitive(cue, source)
            or self._comma_clause(cue, source)
            or self._bare(cue, source)
        )

    def _is_nobody(self, cue: Cue, source: Range) -> bool:
        """Whether the subject is nobody, whoever, or the writer with an opinion: "niemand zegt", "wie zegt", "ik denk"."""
        token = self._tokens[source[0]]
        if cue.use == "hold" and token.kind & Kind.FIRST_PERSON and token.kind & Kind.PRONOUN:
            return True
        aimed = cue.first > 0 and self._tokens[cue.first - 1].low in self._table.infinitive_markers
        if aimed and token.low in self._table.impersonals and source[1] == source[0] + 1:
            return True  # "het is niet te veel gezegd te stellen dat"
        whoever = source[0] == 0 and token.kind & Kind.QUESTION and not token.kind & Kind.DETERMINER
        return source[1] == source[0] + 1 and bool(token.kind & Kind.NEGATION or whoever)

    def _needs_source(self, cue: Cue) -> bool:
        form = cue.form
        return cue.use == "hold" or (form is not None and (form.shape == "gerund" or bool(form.verb.via)))

    def _complement(self, cue: Cue, source: Range | None) -> Draft | None:
        """``zegt dat …``, ``vraagt of …``, ``vertelt hoe …``."""
        tokens = self._tokens
        verb = cue.form is not None
        reach = COMPLEMENT_REACH if verb else 8
        aside = self._aside_after(source)
        first = cue.last if cue.particle is None else max(cue.last, cue.particle)
        for k in range(first + 1, min(len(tokens), first + 1 + reach)):
            token = tokens[k]
            if aside is not None and aside[0] <= k < aside[1]:
                continue
            if (token.stretch is not None and k > cue.last + 3) or token.text in CLAUSE_ENDS:
                return None
            if token.kind & Kind.COMPLEMENTIZER and self._opens_clause(k, cue, source):
                asked = (
                    bool(tokens[k - 1].kind & Kind.QUESTION) and k - 1 > cue.last
                )  # "vertelt hoe dat gaat"
                own = source if source is None or source[0] != k else None  # "Kan niet ontkennen | dat het"
                return self._draft(cue, own, k - 1 if asked else k + 1, "clause" if verb else "noun")
            if (
                verb
                and not (cue.passive and source is None)
                and token.kind & Kind.QUESTION
                and k <= first + 5
                and self._opens_clause(k, cue, source)
            ):
                return self._draft(cue, source, k, "clause")
            if (k > cue.last + 1 or not verb) and self._other_cue(k, cue):
                return None
        return None

    def _opens_clause(self, k: int, cue: Cue, source: Range | None) -> bool:
        """Whether a conjunction opens the reported clause and is no determiner or relative pronoun."""
        tokens = self._tokens
        before = tokens[k - 1]
        aside = self._aside_after(source)
        near = max(cue.last, source[1] - 1 if source is not None else 0, aside[1] - 1 if aside else 0)
        if cue.particle is not None and near < cue.particle < k:
            near = cue.particle  # "geeft aan | dat"
        if near + 1 < k and near == cue.last != cue.finite and tokens[near + 1].kind & Kind.AUXILIARY:
            near += 1  # "gezegd hebben | dat"
        if near + 1 < k and tokens[near + 1].kind & Kind.PRONOUN:
            near += 1  # "verzekerde hun | dat"
        if tokens[k].kind & Kind.QUESTION and not tokens[k].kind & Kind.COMPLEMENTIZER:
            return (
                k - 1 <= near
                or (before.text == "," and k - 2 <= near)
                or (bool(before.kind & Kind.ADVERB) and k - 3 <= near)
            )
        if self._is_subject(k, cue, source) or self._stands_alone(k):
            return False
        if k - 1 <= near:
            return k + 1 < len(tokens)
        if any(self._turns(t) for t in tokens[near + 1 : k]):
            return False
        if before.text == ",":
            return k + 1 < len(tokens)
        if tokens[cue.first].kind & Kind.AUXILIARY and not before.kind & Kind.ADVERB:
            return False  # "wil een pad aanleggen dat …"
        if before.kind & (Kind.PREPOSITION | Kind.CONJUNCTION | Kind.DETERMINER):
            return False
        return not any(t.kind & Kind.FINITE and not t.kind & Kind.DETERMINER for t in tokens[near + 1 : k])

    def _stands_alone(self, k: int) -> bool:
        """Whether the conjunction rather is a pronoun: "bevestigt dat en …", "ontkent dat ten stelligste"."""
        if not self._table.verb_second:
            return False
        tokens, before = self._tokens, self._tokens[k - 1]
        if k + 1 >= self._end or tokens[k + 1].kind & Kind.CONJUNCTION & ~Kind.SUBORDINATOR:
            return True
        nothing = before.low in self._table.impersonals and not before.kind & Kind.PRONOUN
        article = tokens[k - 2].kind & (Kind.DETERMINER | Kind.PRONOUN) == Kind.DETERMINER
        if nothing or (k > 1 and article and before.low in self._table.time_nouns):
            return True  # "ziet niets dat", "de dag dat"
        return bool(tokens[k + 1].kind & Kind.PREPOSITION) and k + 4 > self._end

    def _is_subject(self, k: int, cue: Cue, source: Range | None) -> bool:
        """Whether the conjunction is itself the subject, or follows a noun with a clause of its own that is."""
        if source is None:
            return False
        if source[0] == k:
            return cue.use == "hold"  # "In de stad vond dat navolging"
        if self._tokens[cue.finite].kind & Kind.AUXILIARY and cue.first == cue.finite == k - 1:
            finite = any(t.kind & Kind.FINITE for t in self._tokens[k + 2 : self._end])
            return not finite  # "wilde dat niet bevestigen"
        return source[1] == k and self._tokens[k - 1].low in self._table.facts  # "dan dreigt het gevaar dat"

    def _turns(self, token: Token) -> bool:
        """Whether a word between cue and conjunction opens a clause to which the conjunction rather belongs."""
        opens = bool(token.kind & Kind.SUBORDINATOR) and not token.kind & (Kind.PREPOSITION | Kind.ADVERB)
        return opens or (self._table.verb_second and token.low in self._table.infinitive_markers)

    def _other_cue(self, k: int, cue: Cue) -> bool:
        return k in self._firsts and any(
            c.first == k and c.form is not None and c is not cue and c.finite != cue.finite
            for c in self._cues
        )

    def _comma_clause(self, cue: Cue, source: Range | None) -> Draft | None:
        """``Er sagt, es gehe``: a main clause after a comma."""
        tokens = self._tokens
        if not self._table.comma_clause or source is None:
            return None
        aside = self._aside_after(source)
        for k in range(max(cue.last, source[1] - 1) + 1, min(self._end, cue.last + 16)):
            if aside is not None and aside[0] <= k < aside[1]:
                continue
            if tokens[k].text == ",":
                following = tokens[k + 1] if k + 1 < self._end else None
                blocked = Kind.RELATIVE | Kind.SUBORDINATOR | Kind.CONJUNCTION | Kind.COMPLEMENTIZER
                if (
                    following is None
                    or following.stretch is not None
                    or any(c.first == k + 1 for c in self._cues)  # "Er glaube nicht daran, sagte Weber"
                    or following.kind & Kind.COMPLEMENTIZER & ~Kind.RELATIVE
                    or (following.kind & blocked and not self._reported(k + 1))
                ):
                    continue
                return self._draft(cue, source, k + 1, "bare") if self._has_finite(k + 1) else None
            if tokens[k].text in CLAUSE_ENDS:
                return None
        return None

    def _after_colon(self, cue: Cue, source: Range | None) -> Draft | None:
        """``Zij benadrukt: het werkt``: a main clause after a colon, without marks."""
        if cue.use != "say" or source is None or cue.form is None or cue.form.shape == "gerund":
            return None
        at = max(cue.last, source[1] - 1, cue.particle or 0) + 1
        if at + 3 >= self._end or self._tokens[at].text != ":":
            return None
        unmarked = not self._tokens[at + 1].kind & Kind.QUESTION and all(
            t.stretch is None for t in self._tokens[at : at + 3]
        )
        return self._draft(cue, source, at + 1, "clause") if unmarked and self._has_finite(at + 1) else None

    def _apposed_clause(self, cue: Cue, source: Range | None) -> Draft | None:
        """``Er war der Meinung, das gehe``: a main clause in reported mood right after a noun of saying."""
        start = cue.last + 2
        opens = start < self._end and self._tokens[start - 1].text == "," and self._reported(start)
        if source is None or not opens or not self._table.comma_clause:
            return None
        blocked = Kind.RELATIVE | Kind.SUBORDINATOR | Kind.CONJUNCTION | Kind.COMPLEMENTIZER
        return (
            None
            if self._tokens[start].kind & blocked & ~Kind.DETERMINER
            and not self._tokens[start].kind & Kind.DETERMINER
            else self._draft(cue, source, start, "noun")
        )

    def _reported(self, start: int) -> bool:
        return any(t.kind & Kind.REPORTIVE for t in self._tokens[start : start + 14])

    def _bare(self, cue: Cue, source: Range | None) -> Draft | None:
        """``She says it works``: a clause without conjunction."""
        tokens = self._tokens
        if not self._table.bare_clause or source is None or source[0] > cue.first:
            return None
        start = self._past_adverbials(cue.last + 1)
        if start >= self._end:
            return None
        first = tokens[start]
        if first.stretch is None and (
            not first.word or first.kind & (Kind.PREPOSITION | Kind.CONJUNCTION | Kind.SUBORDINATOR)
        ):
            return None
        if self._has_verb(source) or not self._has_finite(start + 1):
            return None
        strict = cue.form is None or cue.form.lemma not in self._table.clausal
        return (
            None if strict and not self._clause_at(cue.last + 1) else self._draft(cue, source, start, "bare")
        )

    def _has_verb(self, source: Range) -> bool:
        """Whether the words before the verb hold another verb, so that they are no subject of it."""
        return any(
            t.low in self._lexicon.forms and t.low not in self._lexicon.nominal and not t.upper and not t.kind
            for t in self._tokens[source[0] : source[1]]
        )

    def _clause_at(self, start: int) -> bool:
        """Whether a subject with its verb opens at ``start``, not an object: before a comma or a second clause."""
        ends = Kind.SUBORDINATOR | Kind.RELATIVE | Kind.QUESTION
        for k in range(start + 1, self._end):
            token = self._tokens[k]
            if token.stretch is not None or (token.kind & Kind.FINITE and not token.upper):
                return True
            form = token.low in self._lexicon.forms and token.low not in self._lexicon.nominal
            if form and not token.upper and self._tokens[k - 1].low not in self._table.infinitive_markers:
                return not token.low.endswith(self._table.gerund_endings)
            if not token.word or (token.kind & ends and not token.kind & Kind.PREPOSITION):
                return False
        return False

    def _past_adverbials(self, at: int) -> int:
        tokens = self._tokens
        while (
            at < self._end
            and tokens[at].kind & Kind.ADVERB
            and not tokens[at].kind & (Kind.DETERMINER | Kind.PRONOUN)
            and not (at + 1 < self._end and tokens[at + 1].kind & Kind.FINITE)  # "said | there were"
        ):
            at += 1
        return at
