"""What the decisions in the file teach the ranking."""

from __future__ import annotations

from workbench.model.learning import Decided, Learnt, learn
from workbench.store.codec import loads
from workbench.store.connection import Connection

_SINCE = "SELECT e.seq FROM learning l JOIN events e ON e.id = l.event WHERE l.name = 'ranking'"
_DECIDED = """SELECT g.kind, g.detector, g.levels, sum(d.state = 'accepted'), sum(d.state = 'rejected')
FROM decisions d JOIN relations r ON r.id = d.relation JOIN grounds g ON g.pk = r.grounds
  JOIN events e ON e.id = d.event
WHERE d.state IN ('accepted', 'rejected') AND d.detector <> 'analyst' AND e.seq > ?
GROUP BY g.pk ORDER BY g.pk"""


def learnt(db: Connection) -> Learnt:
    """What the decisions since the analyst last made it forget teach."""
    return db.remembered("learnt", lambda: _learnt(db))


def _learnt(db: Connection) -> Learnt:
    since = db.one(_SINCE)
    rows = db.rows(_DECIDED, [since[0] if since else 0])
    return learn(Decided(kind, detector, tuple(loads(levels)), a, r) for kind, detector, levels, a, r in rows)


def shifts(db: Connection) -> dict[int, float]:
    """What each of the grounds gains or loses, by row number; empty when nothing was learnt."""
    return db.remembered("shifts", lambda: _shifts(db))


def _shifts(db: Connection) -> dict[int, float]:
    found = learnt(db)
    if not found:
        return {}
    rows = db.rows("SELECT pk, kind, detector, levels FROM grounds")
    return {pk: found.shift(kind, detector, loads(levels)) for pk, kind, detector, levels in rows}
