"""Word classes as bits: a word may be in several, and a rule is a test of bits."""

from __future__ import annotations

WORD, CAP, PUNCT, BREAK, NUM, INITIAL, ACRONYM, FIRST = (1 << n for n in range(8))
"""By form: word, capitalised, mark, mark that ends every phrase, number, initial, all capitals, given name."""
DET, PRON, PREP, LINK, LOOSE, CONJ, ADV, STOP, AUX, OBJ, PARTICLE, NOTNAME = (1 << n for n in range(8, 20))
"""Function words, as the fields of the speakers table define them."""
ROLE, INST, GROUP, DOC, TITLE, FIELD, ADJ, POSTADJ = (1 << n for n in range(20, 28))
"""Content words: people, bodies, unnamed people, documents, address, offices, adjectives before and after nouns."""
PLURAL, FEM, MASC = (1 << n for n in range(28, 31))
"""Number and gender."""

NOUN = ROLE | INST | GROUP | DOC
"""A noun that the table knows."""
CLOSED = STOP | PREP | LINK | CONJ | ADV | PRON | PUNCT
"""What ends a phrase unless it is known as a noun too."""
