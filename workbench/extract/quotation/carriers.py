"""Auxiliaries: what a participle or infinitive hangs on."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.extract.quotation.lexicon import Kind
from workbench.extract.quotation.units import Token

FAR = 30
"""How many tokens before a participle or infinitive its auxiliary is looked for."""
NEAR = 5
"""The same for a participle that could be a finite form."""
CLAUSE_ENDS = frozenset(";:()–—|")
"""Signs that end a clause wherever they stand."""


def has_finite(tokens: Sequence[Token], at: int) -> bool:
    """Whether the clause before the token has its finite verb already, which makes the token an infinitive."""
    for token in reversed(tokens[max(0, at - FAR) : at]):
        boundary = Kind.COMPLEMENTIZER | Kind.SUBORDINATOR | Kind.CONJUNCTION | Kind.RELATIVE
        if (
            token.stretch is not None
            or token.text == ","
            or token.low in CLAUSE_ENDS
            or token.kind & boundary
        ):
            return False
        if token.kind & Kind.FINITE and not token.kind & Kind.DETERMINER and not token.upper:
            return True
    return False


def carrier(tokens: Sequence[Token], at: int, shape: str, *, near: bool) -> int | None:
    """Index of the auxiliary that a participle or infinitive hangs on; beside it, or before it in the clause."""
    after = at + 1 if shape == "participle" and at + 1 < len(tokens) else at
    if tokens[after].kind & Kind.AUXILIARY and after > at:
        return carrier(tokens, at, "cluster", near=near) or after  # "zou … gezegd hebben"
    for k in range(at - 1, max(-1, at - (NEAR if near else FAR)), -1):
        token = tokens[k]
        if token.kind & Kind.AUXILIARY:
            return _first_auxiliary(tokens, k)
        own = shape == "either" and (token.text == "," or (token.kind & Kind.CONJUNCTION and k + 1 < at))
        if own or (near and token.text == ","):
            return None  # "will break, but engineers | say"
        if token.low in CLAUSE_ENDS or token.kind & (
            Kind.SUBORDINATOR | Kind.COMPLEMENTIZER | Kind.RELATIVE
        ) & ~_plain(token):
            return None
    return None


def _first_auxiliary(tokens: Sequence[Token], at: int) -> int:
    """The auxiliary on which another one hangs: "zou | Jansen hebben gezegd"."""
    for k in range(at - 1, max(-1, at - NEAR), -1):
        token = tokens[k]
        if token.kind & Kind.AUXILIARY:
            return k
        if not token.word or token.kind & (Kind.CONJUNCTION | Kind.COMPLEMENTIZER | Kind.RELATIVE):
            break
    return at


def _plain(token: Token) -> int:
    """Kinds that do not count because the word is rather a determiner or pronoun."""
    both = Kind.DETERMINER | Kind.PRONOUN
    return Kind.RELATIVE | Kind.COMPLEMENTIZER if token.kind & both else Kind.NONE
