"""Words of a call turned into filters, with an error that lists what would have worked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, get_args

from workbench.errors import UsageError
from workbench.model import GROUPS, RELATION_KINDS, RelationKind, RelationState
from workbench.store import RelationFilter


def relation_filter(states: Sequence[str], kinds: Sequence[str], **rest: Any) -> RelationFilter:  # noqa: ANN401  (checked by the dataclass's users)
    """A filter over relations.

    Raises:
        UsageError: a state or kind that does not exist; the hint lists those there are.
    """
    known_states = get_args(RelationState)
    return RelationFilter(
        states=_known(states, known_states, "state"), kinds=_known(kinds, RELATION_KINDS, "kind"), **rest
    )


def known_kind(kind: str) -> RelationKind:
    """The kind of that name.

    Raises:
        UsageError: there is none; the hint lists those there are.
    """
    for known in RELATION_KINDS:
        if kind == known:
            return known
    raise UsageError(f"no kind named {kind!r}", f"there are: {', '.join(RELATION_KINDS)}")


def parse_filter(text: str) -> RelationFilter:
    """The filter language of ``export --filter``: ``state:decided kind:updates group:conflict tag:x words``.

    ``state:decided`` stands for every state an analyst gave, ``state:open`` for suggested ones. An article is meant by
    id or name, in double quotes where the name has spaces. Words without a key are searched for.

    Raises:
        UsageError: a key, state, kind or group that does not exist; the hint lists those there are.
    """
    values: dict[str, list[str]] = {}
    for word in (found.replace('"', "") for found in _WORD.findall(text)):
        key, colon, value = word.partition(":")
        if colon and key.isidentifier() and key not in FILTER_KEYS and not value.startswith("//"):
            raise UsageError(f"no filter named {key!r}", f"there are: {', '.join(FILTER_KEYS)}, and words")
        known = bool(colon) and key in FILTER_KEYS
        values.setdefault(key if known else "query", []).append(value if known else word)
    states = [name for state in values.get("state", []) for name in _STATE_SETS.get(state, [state])]
    groups = _known(values.get("group", []), tuple(dict.fromkeys(GROUPS.values())), "group")
    query = " ".join(values.get("query", [])) or None
    tag = values.get("tag", [None])[-1]
    return relation_filter(
        states,
        values.get("kind", []),
        groups=groups,
        query=query,
        tag=tag,
        articles=tuple(values.get("article", ())),
    )


FILTER_KEYS = ("state", "kind", "group", "tag", "article")
"""What can stand before a colon in a filter."""
_WORD = re.compile(r'(?:[^\s"]|"[^"]*"|")+')
_STATE_SETS = {"decided": ["accepted", "changed", "rejected"], "open": ["suggested", "skipped", "flagged"]}


def _known(given: Sequence[str], known: Sequence[Any], what: str) -> tuple[Any, ...]:
    for name in given:
        if name not in known:
            raise UsageError(f"no {what} named {name!r}", f"there are: {', '.join(known)}")
    return tuple(given)
