"""Noun phrases that can be a source, by word classes and capitals; no tagger.

A phrase is read forward from its first word: determiner, modifiers, head noun or name, complements ("van het
ministerie"), an apposition ("de minister, Jan Smit"), a second phrase after "en". The reader never looks back and
takes at most :data:`LONGEST` words, so its cost is bounded whatever the text.
"""

from __future__ import annotations

from workbench.extract.speakers import classes as c
from workbench.extract.speakers.phrase import Phrase
from workbench.extract.speakers.reading import Reader

LONGEST = 28
"""Words of the longest phrase."""
_GROWS = c.CAP | c.TITLE | c.POSTADJ | c.LINK | c.LOOSE | c.PUNCT
"""What a phrase can go on with after its head."""


class PhraseReader(Reader):
    """Reads noun phrases out of one list of tokens."""

    def read(self, i: int, end: int, *, anchored: bool = False) -> Phrase | None:
        """The phrase that begins at token ``i``; None when none does.

        Args:
            i: its first token.
            end: it ends there at the latest.
            anchored: whether ``end`` is known to be its end, which allows complements that could as well belong to
                a verb ("de minister in Den Haag").
        """
        kept = self.narrow(min(end, i + LONGEST))
        phrase = self._read(i, anchored)
        self.widen(kept)
        return phrase

    def _read(self, i: int, anchored: bool) -> Phrase | None:
        if self.bits[i] & c.PRON and self._alone(i):
            return Phrase(i, i + 1, pronoun=True)
        first = self._simple(i, anchored)
        if first is None or not self.bits[first.end] & c.CONJ:
            return first
        return self._coordinated(first, anchored)

    def _alone(self, i: int) -> bool:
        """Whether the word that can be a pronoun is one here: no noun follows, or it is relative ("Limon, die …")."""
        bits, before = self.bits[i], self.bits[i - 1] if i else c.PUNCT | c.BREAK
        if bits & c.CAP and not before & c.BREAK and self.bits[i + 1] & c.CAP:
            return False  # "Die Welt"
        if bits & c.STOP and before & c.PUNCT and not before & c.BREAK and not bits & c.CAP:
            return True
        return not (bits & c.DET and (self.opens_noun(i + 1) or self.bits[i + 1] & c.LINK))

    def _simple(self, i: int, anchored: bool) -> Phrase | None:
        j = self._determiner(i)
        while self.bits[j] & c.TITLE and not self.bits[j] & c.STOP:
            j += 1
        phrase = self._nominal(i, j, determined=j > i)
        if phrase is None and j > i and self.bits[j - 1] & c.TITLE:
            phrase = Phrase(i, j, head=j - 1)  # "de paus"
        if phrase is None:
            return self._partitive(i, j, anchored) if j > i else None
        return self._after(phrase, anchored)

    def _determiner(self, i: int) -> int:
        """After the determiners from token ``i``."""
        j, all_bits = i, self.bits
        while j < i + 4 and (bits := all_bits[j]) & (c.DET | c.NUM):
            if bits & c.CAP and self.surname_particle(j):
                break
            j += 1
        return j

    def _partitive(self, i: int, j: int, anchored: bool) -> Phrase | None:
        """A determiner and a complement without a noun: "een van hen", "twee van de drie"."""
        if self.bits[j] & c.LINK and (done := self._complement(j, anchored)) is not None:
            return Phrase(i, done, complement=(j, done))
        return None

    def _nominal(self, start: int, j: int, *, determined: bool) -> Phrase | None:
        """Modifiers and head from token ``j``."""
        owner: tuple[int, int] | None = None
        k = j
        limit = min(self.limit, j + 9)
        while k < limit:
            bits = self.bits[k]
            if self.halved(k):
                k += 3
                continue
            if self._modifies(k, bits, determined):
                k, determined = k + 1, True
                continue
            if not bits & c.CAP or not self.capital(k):
                return self._common(start, k, determined, owner)
            if self.is_role(bits):
                done = self._stacked(k)
                return Phrase(start, done, head=done - 1, owner=owner)
            done = self.name(k, determined)
            if not self._precedes_noun(k, done, determined):
                return Phrase(start, done, name=(k, done), owner=owner)
            owner, k, determined = (k, done), done, True
        return None

    def _modifies(self, k: int, bits: int, determined: bool) -> bool:
        """Whether token ``k`` goes before the head; "Republican", a noun too, does before a lower-case word."""
        if (bits & c.NOUN and not (bits & c.CAP and bits & c.ADJ)) or (bits & c.STOP and not determined):
            return False
        origin = determined and bits & c.CAP and bits & c.ADJ and not bits & c.FIRST
        return self.is_modifier(k) or bool(origin and self.bits[k + 1] & c.FIRST)  # "de Belgische | Anke"

    def _common(self, start: int, k: int, determined: bool, owner: tuple[int, int] | None) -> Phrase | None:
        """A phrase whose head is the lower-case noun at ``k``."""
        bits = self.bits[k]
        if not bits & c.WORD or (bits & c.CLOSED and not bits & c.NOUN):
            return None
        if not bits & c.NOUN and not determined and not self.capital(k + 1):
            return None
        done = self._stacked(k)
        return Phrase(start, done, head=done - 1, owner=owner)

    def _stacked(self, k: int) -> int:
        """After the last of the nouns that stack from ``k`` ("campaign manager", "groep deskundigen")."""
        done = k + 1
        while done < k + 6:
            bits, before = self.bits[done], self.bits[done - 1]
            if bits & c.CAP or (bits & c.CLOSED and not bits & c.NOUN):
                break
            loose = self.words.bare_nouns and (
                (bits & c.NOUN and not bits & c.STOP) or (not before & c.NOUN and bits & c.WORD)
            )
            if not loose and not (before & c.INST and bits & c.PLURAL and bits & (c.ROLE | c.GROUP)):
                break
            done += 1
        return done

    def _precedes_noun(self, first: int, done: int, determined: bool) -> bool:
        """Whether the name only leads to the noun: a genitive, "Trump campaign", "de Harener politie"."""
        if self.owns(done):
            return True
        following = self.bits[done]
        if not following & c.NOUN or following & (c.CAP | c.STOP):
            return False
        return self.words.bare_nouns or (
            determined and done == first + 1 and bool(following & (c.INST | c.DOC))
        )

    def _after(self, phrase: Phrase, anchored: bool) -> Phrase:
        """Complements, name and apposition after the head."""
        for _ in range(6):
            grown = self._grown(phrase, anchored)
            if grown is None:
                break
            phrase = grown
        return phrase

    def _grown(self, phrase: Phrase, anchored: bool) -> Phrase | None:
        k, nameless = phrase.end, phrase.head is not None and phrase.name is None
        bits = self.bits[k]
        if not bits & _GROWS and k < self.limit:
            return None
        if nameless and bits & (c.CAP | c.TITLE) and (named := self._named(phrase)) is not None:
            return named
        if nameless and bits & c.POSTADJ and not bits & (c.CAP | c.CLOSED):
            return phrase._replace(end=k + 1)
        if nameless and bits & c.LINK and (named := self._surnamed(phrase)) is not None:
            return named
        if bits & c.LINK or (bits & c.LOOSE and self._takes_loose(phrase, anchored)):
            done = self._complement(k, anchored)
            first = phrase.complement[0] if phrase.complement else k
            return phrase._replace(end=done, complement=(first, done)) if done is not None else None
        if k >= self.limit or not bits & c.PUNCT:
            return None
        mark = self.tokens[k].text
        if mark == "(" and (close := self.parenthesis(k)):
            return phrase._replace(end=close)
        return self._apposition(phrase, anchored) if mark == "," else None

    def _surnamed(self, phrase: Phrase) -> Phrase | None:
        """A role and a surname with two particles in lower case: "minister | van der Steur", not "van de raad"."""
        k = phrase.end
        bare = phrase.end == phrase.start + 1 and bool(self.bits[phrase.start] & c.ROLE)
        if not bare or not self.bits[k + 1] & c.PARTICLE or self.bits[k + 1] & (c.DET | c.CAP):
            return None
        ahead = self._particles(k)
        if ahead is None or self.bits[ahead] & (c.INST | c.FIELD | c.ADJ | c.ROLE | c.DOC):
            return None
        return phrase._replace(end=ahead + 1, name=(k, ahead + 1))

    def _named(self, phrase: Phrase) -> Phrase | None:
        """The phrase with the name after its head: "minister | Blinken", "president Bidens | woordvoerder"."""
        k = phrase.end
        while self.bits[k] & c.TITLE and not self.bits[k] & c.STOP:
            k += 1
        if not self.bits[k] & c.CAP or not self.capital(k):
            return None
        done = self.name(k, True)
        if self.owns(done) and (owned := self._nominal(phrase.start, done, determined=True)):
            return owned._replace(owner=(k, done))
        if phrase.complement and k == phrase.end and self.of_body(k):
            return phrase._replace(end=done, complement=(phrase.complement[0], done))
        return phrase._replace(end=done, name=(k, done))

    def _takes_loose(self, phrase: Phrase, anchored: bool) -> bool:
        if phrase.name is not None:
            return anchored and bool(self.bits[phrase.name[1] - 1] & c.INST)
        if phrase.head is None:
            return False
        bits = self.bits[phrase.head]
        return bool(bits & c.NOUN) if anchored else bool(bits & c.GROUP)

    def _complement(self, k: int, anchored: bool) -> int | None:
        """After the complement whose preposition is token ``k``; None when no noun follows it."""
        j = self._determiner(k + 1)
        determined = j > k + 1
        if not determined and self.bits[j] & c.PRON:
            return j + 1
        while self.bits[j] & c.TITLE and not self.bits[j] & c.STOP:
            j += 1
        office = self.office(j)
        if office is not None:
            return office
        phrase = self._nominal(k + 1, j, determined=determined or anchored)
        if phrase is not None:
            return phrase.end
        if determined and self.bits[j - 1] & c.NUM:
            return j  # "in 2008"
        bare = self.opens_noun(j) and not self.bits[j] & (c.CLOSED | c.CAP)
        return j + 1 if bare and not determined else None  # "van justitie"

    def _apposition(self, phrase: Phrase, anchored: bool) -> Phrase | None:
        """A name or role after a comma: "de minister, Jan Smit"; "Jan Smit, minister van Defensie," closed off."""
        k = phrase.end + 1
        last = phrase.name[1] - 1 if phrase.name is not None and phrase.head is None else None
        if last is not None and self.bits[last] & (c.ROLE | c.FIRST) == c.ROLE:
            phrase = phrase._replace(head=last, name=None)  # "Housing Minister, | Ann Lee,"
        if phrase.head is not None and phrase.name is None:
            if not self.capital(k) or not self.bits[phrase.head] & c.ROLE or self.is_modifier(k):
                return None
            done = self.name(k, False)
            return phrase._replace(end=done, name=(k, done), apposed=True) if self.closed(done) else None
        if phrase.name is None:
            return None
        j = self._determiner(k)
        if self.bits[k] & c.NUM and j == k + 1 and self.closed(j):
            return phrase._replace(end=j)
        inner = self._nominal(k, j, determined=j > k)
        if inner is None or inner.head is None or not self.bits[inner.head] & (c.ROLE | c.INST):
            return None
        done = self._complements(inner.end, anchored)
        head = phrase.head if phrase.head is not None else inner.head
        return phrase._replace(end=done, head=head) if self.closed(done) else None

    def _complements(self, k: int, anchored: bool) -> int:
        for _ in range(4):
            done = self._complement(k, anchored) if self.bits[k] & (c.LINK | c.LOOSE) else None
            if done is None:
                break
            k = done
        return k

    def _coordinated(self, first: Phrase, anchored: bool) -> Phrase:
        k = first.end
        following = self.bits[k + 1]
        if following & c.PRON and not following & c.DET:
            return first
        if not following & (c.CAP | c.DET | c.TITLE | c.NOUN | c.NUM | c.ADJ):
            return first
        second = self._simple(k + 1, anchored)
        if second is None:
            return first
        known = second.head is not None and bool(self.bits[second.head] & c.NOUN)
        names = first.name is not None and second.name is not None and not following & c.DET
        rounded = (anchored and second.end == self.limit) or self.bits[second.end] & (
            c.PUNCT | c.ADV | c.PREP
        )
        if names or (rounded and (known or second.name is not None or anchored)):
            return first._replace(end=second.end, second=second)
        return first
