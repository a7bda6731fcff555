"""What ``doctor`` looks at: the file, every text and span, the log, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workbench.errors import WorkspaceError
from workbench.model import Quote, Span, mention_id, relation_id, short_id
from workbench.store import gathering, log, schema, states
from workbench.store.codec import ARTICLE_COLUMNS, article_of, loads, mention_of, text_digest
from workbench.store.connection import Connection
from workbench.store.rows import Orphan

MOST_PROBLEMS = 200
"""Problems listed at most: a damaged file has a few kinds of them, each many times."""
_DAMAGE = (WorkspaceError, ValueError, KeyError, TypeError, IndexError, AssertionError)


def problems(db: Connection) -> list[str]:
    """Everything that is wrong, one line each; [] when all is well."""
    found: list[str] = []
    looks: tuple[tuple[str, Callable[[Connection], Iterator[str]]], ...] = (
        ("file", _file),
        ("search", _search),
        ("texts", _texts),
        ("log", _log),
        ("present state", _present),
        ("relations", _relations),
        ("issues", _issues),
        ("orphans", _orphans),
    )
    with db.reading():
        for what, look in looks:
            try:
                for problem in look(db):
                    found.append(f"{what}: {problem}")
                    if len(found) >= MOST_PROBLEMS:
                        return [*found, f"and more; only the first {MOST_PROBLEMS} are listed"]
            except _DAMAGE as error:
                found.append(f"{what}: cannot be read to the end: {error}")
    return found


def _file(db: Connection) -> Iterator[str]:
    pages, size = db.rows("PRAGMA page_count")[0][0], db.rows("PRAGMA page_size")[0][0]
    # With a WAL, the last pages may not be in the file yet.
    if db.rows("PRAGMA journal_mode")[0][0] != "wal" and db.path.stat().st_size < pages * size:
        yield f"it was cut off: {db.path.stat().st_size} bytes of {pages * size}"
    for (line,) in db.rows(f"PRAGMA integrity_check({MOST_PROBLEMS})"):
        if line != "ok":
            yield str(line).replace("\n", "; ")
    for table, row, parent, _ in db.rows("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} refers to a row of {parent} that is not there"


def _search(db: Connection) -> Iterator[str]:
    for name, (table, _) in schema.SEARCHED.items():
        missing = db.column(f"SELECT pk FROM {table} EXCEPT SELECT id FROM {name}_docsize")
        extra = db.column(f"SELECT id FROM {name}_docsize EXCEPT SELECT pk FROM {table}")
        if missing or extra:
            yield f"{name}: {len(missing)} rows of {table} not indexed, {len(extra)} indexed that are not there"


def index_problems(db: Connection) -> list[str]:
    """Full-text indexes that do not hold what their tables say; needs a connection that may write, and writes nothing."""
    found = []
    for name in schema.SEARCHED:
        try:
            with db.write():
                db.run(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
        except WorkspaceError as error:
            found.append(f"search: {name} does not agree with its table: {error.message}")
    return found


def _texts(db: Connection) -> Iterator[str]:
    for (pk,) in db.rows("SELECT pk FROM articles ORDER BY pk"):
        row = db.rows(f"SELECT {', '.join(ARTICLE_COLUMNS)} FROM articles WHERE pk = ?", [pk])[0]
        get = dict(zip(ARTICLE_COLUMNS, row, strict=True))
        name = get["name"]
        if text_digest(get["text"]) != get["text_sha256"] or len(get["text"]) != get["chars"]:
            yield f"{name}: the stored text was changed"
        article = article_of(row)
        if article.id != get["id"] or article.id != short_id("a", get["sha256"]):
            yield f"{name}: its id does not follow from its hash"
        if article.span.end > len(article.text):
            yield f"{name}: its body ends after its text"
        yield from _mentions(db, pk, name, article.sha256, article.text)
        counted: dict[str, int] = dict(
            db.rows("SELECT kind, count(*) FROM mentions WHERE article = ? GROUP BY kind", [pk])
        )
        if (counted.get("quote", 0), counted.get("figure", 0)) != (get["quotes"], get["figures"]):
            yield f"{name}: {counted} found, {get['quotes']} quotes and {get['figures']} figures expected"


_MENTION = (
    "id", "kind", "form", "start", "end", "text", "speaker_name", "confidence", "in_quote", "sentence_start",
    "sentence_end", "context_start", "context", "detail",
)  # fmt: skip
_MENTIONS = (
    "SELECT " + ", ".join(f'"{name}"' for name in _MENTION) + " FROM mentions WHERE article = ? ORDER BY pk"
)


def _mentions(db: Connection, article_pk: int, name: str, sha256: str, text: str) -> Iterator[str]:
    """Every span of every mention against the text, and every id against its span."""
    for row in db.rows(_MENTIONS, [article_pk]):
        get = dict(zip(_MENTION, row, strict=True))
        try:
            mention = mention_of(get, "")
        except _DAMAGE as error:
            yield f"{name}: the mention {get['id']} cannot be read: {error}"
            continue
        pairs: list[tuple[Span | None, str | None]] = [(mention.span, mention.text)]
        if isinstance(mention, Quote):
            pairs += [(mention.cue, mention.cue_text), (mention.source, mention.source_text)]
        else:
            pairs.append((mention.noun, mention.noun_text))
        start = get["context_start"]
        pairs.append((Span(start, start + len(get["context"])), get["context"]))
        for span, expected in pairs:
            if span is not None and text[span.start : span.end] != expected:
                yield f"{name}: the text at {span.start}–{span.end} is not what {get['id']} says"
        if get["id"] != mention_id(sha256, get["kind"], mention.span):
            yield f"{name}: the id {get['id']} does not follow from its span"


def _log(db: Connection) -> Iterator[str]:
    """The chain of hashes, its end, and that every number is there."""
    prev, seq = log.GENESIS, 0
    for row in db.rows(f"SELECT {', '.join(log.COLUMNS)} FROM events ORDER BY seq"):
        seq += 1
        if row[0] != seq:
            yield f"event {seq} is missing" if row[0] > seq else f"event {row[0]} is out of place"
            seq = row[0]
        elif row[-2] != prev:
            yield f"event {seq} ({row[1]}) does not follow the one before it"
        if log.chain_hash(row[:-1]) != row[-1]:
            yield f"event {seq} ({row[1]}) was changed"
        prev = row[-1]
    head = db.one("SELECT value FROM meta WHERE key = 'head'")
    if loads(head[0]) != [seq, prev] if head else seq:
        yield "the last events are missing, or were added by another program"


def _present(db: Connection) -> Iterator[str]:
    """What the log adds up to against the tables that hold it."""
    expected: dict[states.Facet, states.State] = {}
    for facet_json, after in db.rows("SELECT facet, after FROM events ORDER BY seq"):
        facet = tuple(loads(facet_json))
        if after is None:
            expected.pop(facet, None)
        else:
            expected[facet] = loads(after)
    for table, (keys, _) in states.TABLES.items():
        found = {(table, *key) for key in db.rows(f"SELECT {', '.join(keys)} FROM {table}")}
        wanted = {facet for facet in expected if facet[0] == table}
        for facet in sorted(found ^ wanted):
            yield f"{facet[1]} in {table} is {'not in' if facet in found else 'missing, though it is in'} the log"
        for facet in sorted(found & wanted):
            if states.read(db, facet) != expected[facet]:
                yield f"{facet[1]} in {table} is not what the log says"


def _relations(db: Connection) -> Iterator[str]:
    """Ids of pairs, and present states against decisions and flags."""
    rows = db.rows(
        "SELECT r.id, l.id, t.id, r.kind, r.score, r.state, r.present_kind, r.rank, d.state, d.kind,"
        " EXISTS (SELECT 1 FROM annotations n WHERE n.target = r.id AND n.kind = 'flag'), r.detector"
        " FROM relations r JOIN mentions l ON l.pk = r.left_mention JOIN mentions t ON t.pk = r.right_mention"
        " LEFT JOIN decisions d ON d.relation = r.id"
    )
    for (
        ident,
        left,
        right,
        kind,
        score,
        state,
        present,
        rank,
        decided,
        decided_kind,
        flagged,
        detector,
    ) in rows:
        if relation_id(left, right) != ident:
            yield f"{ident} is not the relation of {left} and {right}"
        wanted = decided or ("flagged" if flagged else "suggested")
        wanted_kind = kind if decided in (None, "skipped") else decided_kind
        if (state, present, rank) != (wanted, wanted_kind, states.rank(wanted, score)):
            yield f"{ident} stands as {state} {present}, but {wanted} {wanted_kind} was decided"
        if detector == "analyst" and decided is None:
            yield f"{ident} was set by an analyst, but there is no decision"


def _issues(db: Connection) -> Iterator[str]:
    """The issue of every relation against what all relations together say."""
    for relation in gathering.misplaced(db):
        yield f"{relation} stands in another issue than its relations say"


def _orphans(db: Connection) -> Iterator[str]:
    for orphan in orphans(db):
        yield f"{orphan.what} {orphan.value!r} by {orphan.by} on {orphan.target}, which is no longer there"


_GONE = """SELECT d.relation, 'decision', d.kind, d.analyst, d.at, d.event FROM decisions d
  WHERE NOT EXISTS (SELECT 1 FROM mentions WHERE id = d.left_mention)
     OR NOT EXISTS (SELECT 1 FROM mentions WHERE id = d.right_mention)
UNION ALL SELECT n.target, n.kind, n.value, n.analyst, n.at, n.event FROM annotations n
  WHERE NOT EXISTS (SELECT 1 FROM mentions WHERE id = n.target)
    AND NOT EXISTS (SELECT 1 FROM relations WHERE id = n.target)
    AND NOT EXISTS (SELECT 1 FROM decisions WHERE relation = n.target)
    AND NOT EXISTS (SELECT 1 FROM articles WHERE id = n.target)
    AND NOT EXISTS (SELECT 1 FROM speakers WHERE id = n.target)
UNION ALL SELECT a.mention, 'speaker', a.name, a.analyst, a.at, a.event FROM assignments a
  WHERE NOT EXISTS (SELECT 1 FROM mentions WHERE id = a.mention)
ORDER BY 5, 6"""


def orphans(db: Connection) -> list[Orphan]:
    """Decisions, annotations and assignments whose target is not there any more, oldest first."""
    return [Orphan(target=t, what=w, value=v, by=b, at=a, event=e) for t, w, v, b, a, e in db.rows(_GONE)]
