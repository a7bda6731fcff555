"""The database schema in SQL; docs/schema.md says in words what each table and column holds.

The text of every statement is compared with what a workspace file contains (see ``gate``), so a statement that was
released is only ever replaced by a migration that leaves the file with the new text.
"""

from __future__ import annotations

VERSION = 5
"""Written to ``PRAGMA user_version``: the number of migrations applied."""
APPLICATION_ID = 0x57424348
"""Written to ``PRAGMA application_id`` ("WBCH"), so that other SQLite databases are told apart."""

TABLES: dict[str, str] = {
    "meta": "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    # Long columns stand last, so that reading the others never walks their overflow pages.
    "articles": """CREATE TABLE articles (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  title TEXT,
  outlet TEXT,
  author TEXT,
  url TEXT,
  published TEXT,
  lang TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  text_sha256 TEXT NOT NULL,
  chars INTEGER NOT NULL,
  quotes INTEGER NOT NULL,
  figures INTEGER NOT NULL,
  body_start INTEGER,
  body_end INTEGER,
  reader TEXT NOT NULL,
  encoding TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  repairs TEXT NOT NULL,
  text TEXT NOT NULL,
  offsets TEXT NOT NULL
) STRICT""",
    # Apart from articles: updating a flag beside the text would write the whole text again.
    "compared": """CREATE TABLE compared (
  article INTEGER PRIMARY KEY REFERENCES articles(pk),
  at TEXT NOT NULL
) STRICT""",
    "shingles": """CREATE TABLE shingles (
  key INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles(pk),
  PRIMARY KEY (key, article)
) STRICT, WITHOUT ROWID""",
    "origins": """CREATE TABLE origins (
  article INTEGER PRIMARY KEY REFERENCES articles(pk),
  origin INTEGER REFERENCES articles(pk),
  shared REAL NOT NULL,
  credits TEXT NOT NULL
) STRICT""",
    "copies": """CREATE TABLE copies (
  article INTEGER NOT NULL REFERENCES articles(pk),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  origin INTEGER NOT NULL REFERENCES articles(pk),
  PRIMARY KEY (article, start)
) STRICT, WITHOUT ROWID""",
    "speakers": """CREATE TABLE speakers (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  role TEXT,
  spellings TEXT NOT NULL
) STRICT""",
    # AUTOINCREMENT: block_keys has no foreign key, so a row number must never come back for another mention.
    "mentions": """CREATE TABLE mentions (
  pk INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES articles(pk),
  kind TEXT NOT NULL CHECK (kind IN ('quote', 'figure')),
  form TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  speaker INTEGER REFERENCES speakers(pk),
  extracted_speaker INTEGER REFERENCES speakers(pk),
  speaker_name TEXT,
  confidence REAL NOT NULL,
  in_quote TEXT,
  value TEXT,
  value_lo REAL,
  value_hi REAL,
  unit TEXT,
  noun TEXT,
  as_of TEXT,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  context_start INTEGER NOT NULL,
  context TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT""",
    "block_keys": """CREATE TABLE block_keys (
  key TEXT NOT NULL,
  mention INTEGER NOT NULL,
  PRIMARY KEY (key, mention)
) STRICT, WITHOUT ROWID""",
    "grounds": """CREATE TABLE grounds (
  pk INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  detector TEXT NOT NULL,
  levels TEXT NOT NULL,
  UNIQUE (kind, detector, levels)
) STRICT""",
    "vectors": """CREATE TABLE vectors (
  mention INTEGER PRIMARY KEY REFERENCES mentions(pk) ON DELETE CASCADE,
  encoder TEXT NOT NULL,
  vector BLOB NOT NULL
) STRICT""",
    "relations": """CREATE TABLE relations (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  left_mention INTEGER NOT NULL REFERENCES mentions(pk),
  right_mention INTEGER NOT NULL REFERENCES mentions(pk),
  issue INTEGER NOT NULL,
  grounds INTEGER NOT NULL REFERENCES grounds(pk),
  kind TEXT NOT NULL,
  score REAL NOT NULL,
  detector TEXT NOT NULL,
  state TEXT NOT NULL,
  present_kind TEXT NOT NULL,
  rank REAL NOT NULL,
  evidence TEXT NOT NULL
) STRICT""",
    # No foreign keys: mentions are removed and added again when an article is extracted again.
    "stars": """CREATE TABLE stars (
  mention INTEGER PRIMARY KEY,
  representative INTEGER NOT NULL,
  relations INTEGER NOT NULL
) STRICT""",
    "events": """CREATE TABLE events (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  analyst TEXT NOT NULL,
  op TEXT NOT NULL,
  target TEXT NOT NULL,
  subject TEXT NOT NULL,
  facet TEXT NOT NULL,
  before TEXT,
  after TEXT,
  batch TEXT,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT""",
    "steps": """CREATE TABLE steps (
  id TEXT PRIMARY KEY,
  analyst TEXT NOT NULL,
  position INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped'))
) STRICT, WITHOUT ROWID""",
    "decisions": """CREATE TABLE decisions (
  relation TEXT PRIMARY KEY,
  left_mention TEXT NOT NULL,
  right_mention TEXT NOT NULL,
  state TEXT NOT NULL,
  kind TEXT NOT NULL,
  suggested TEXT NOT NULL,
  detector TEXT NOT NULL,
  note TEXT,
  ticks TEXT NOT NULL,
  analyst TEXT NOT NULL,
  at TEXT NOT NULL,
  event TEXT NOT NULL
) STRICT""",
    "annotations": """CREATE TABLE annotations (
  pk INTEGER PRIMARY KEY,
  target TEXT NOT NULL,
  kind TEXT NOT NULL,
  slot TEXT NOT NULL,
  value TEXT NOT NULL,
  analyst TEXT NOT NULL,
  at TEXT NOT NULL,
  event TEXT NOT NULL,
  UNIQUE (target, kind, slot)
) STRICT""",
    "speaker_merges": """CREATE TABLE speaker_merges (
  speaker TEXT PRIMARY KEY,
  kept TEXT NOT NULL,
  analyst TEXT NOT NULL,
  at TEXT NOT NULL,
  event TEXT NOT NULL
) STRICT""",
    "assignments": """CREATE TABLE assignments (
  mention TEXT PRIMARY KEY,
  speaker TEXT NOT NULL,
  name TEXT NOT NULL,
  analyst TEXT NOT NULL,
  at TEXT NOT NULL,
  event TEXT NOT NULL
) STRICT""",
    "learning": """CREATE TABLE learning (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  analyst TEXT NOT NULL,
  at TEXT NOT NULL,
  event TEXT NOT NULL
) STRICT""",
    "sets": """CREATE TABLE sets (
  name TEXT PRIMARY KEY,
  filter TEXT NOT NULL,
  picked TEXT NOT NULL,
  analyst TEXT NOT NULL,
  at TEXT NOT NULL,
  event TEXT NOT NULL
) STRICT""",
}
"""Ordinary tables, in the order in which they can be made."""

INDEXES: dict[str, str] = {
    "mentions_by_article": "CREATE INDEX mentions_by_article ON mentions(article)",
    "mentions_by_speaker": "CREATE INDEX mentions_by_speaker ON mentions(speaker) WHERE speaker IS NOT NULL",
    "mentions_by_extracted_speaker": "CREATE INDEX mentions_by_extracted_speaker"
    " ON mentions(extracted_speaker) WHERE extracted_speaker IS NOT NULL",
    "mentions_by_value": "CREATE INDEX mentions_by_value"
    " ON mentions(unit, value_lo, value_hi) WHERE kind = 'figure'",
    # Holds all that the inbox filters and sorts by, so that the list never touches the table.
    "relations_by_rank": "CREATE INDEX relations_by_rank ON relations(rank, pk, state, present_kind, grounds)",
    # The same for the list of issues.
    "relations_by_issue": "CREATE INDEX relations_by_issue ON relations(issue, rank, state, present_kind, grounds)",
    "stars_by_representative": "CREATE INDEX stars_by_representative ON stars(representative)",
    # And what issues are gathered by.
    "relations_by_left": "CREATE INDEX relations_by_left ON relations(left_mention, right_mention, kind, score)",
    "relations_by_right": "CREATE INDEX relations_by_right ON relations(right_mention, left_mention, kind, score)",
    "relations_by_state": "CREATE INDEX relations_by_state ON relations(state, present_kind)",
    "events_by_subject": "CREATE INDEX events_by_subject ON events(subject)",
    "events_by_batch": "CREATE INDEX events_by_batch ON events(batch) WHERE batch IS NOT NULL",
    "steps_by_analyst": "CREATE INDEX steps_by_analyst ON steps(analyst, state, position)",
    "speaker_merges_by_kept": "CREATE INDEX speaker_merges_by_kept ON speaker_merges(kept)",
    "annotations_by_value": "CREATE INDEX annotations_by_value ON annotations(kind, value)"
    " WHERE kind IN ('tag', 'flag', 'pin')",
}
"""Indexes by name."""

_TOKENIZE = "tokenize='unicode61 remove_diacritics 2'"
# Square brackets around the content table: Datasette's detect_fts does not see it in quotes.
SEARCHED: dict[str, tuple[str, tuple[str, ...]]] = {
    "articles_fts": ("articles", ("title", "text")),
    "mentions_fts": ("mentions", ("context", "speaker_name")),
    "speakers_fts": ("speakers", ("name", "spellings")),
    "annotations_fts": ("annotations", ("value",)),
}
"""Full-text tables: the table and columns that each one indexes."""
FULL_TEXT: dict[str, str] = {
    name: f"CREATE VIRTUAL TABLE {name} USING fts5({', '.join(columns)}, content=[{table}],"
    f" content_rowid=[pk], {_TOKENIZE})"
    for name, (table, columns) in SEARCHED.items()
}
"""Virtual tables by name; filled by the write path itself, so no file of ours holds a trigger."""
SHADOWS = tuple(f"{name}_{part}" for name in SEARCHED for part in ("data", "idx", "docsize", "config"))
"""Tables that FTS5 makes for its own use."""

VIEWS: dict[str, str] = {
    "quotes": """CREATE VIEW quotes AS
SELECT m.id, a.name AS article, a.published, m.form AS kind, m.text, coalesce(s.name, m.speaker_name) AS speaker,
  m.start, m."end", m.confidence, m.context
FROM mentions m JOIN articles a ON a.pk = m.article LEFT JOIN speakers s ON s.pk = m.speaker
WHERE m.kind = 'quote'""",
    "figures": """CREATE VIEW figures AS
SELECT m.id, a.name AS article, a.published, m.form AS bound, m.text, m.value, m.value_lo, m.value_hi, m.unit, m.noun,
  m.as_of, coalesce(s.name, m.speaker_name) AS speaker, m.start, m."end", m.confidence, m.context
FROM mentions m JOIN articles a ON a.pk = m.article LEFT JOIN speakers s ON s.pk = m.speaker
WHERE m.kind = 'figure'""",
    "relation_list": """CREATE VIEW relation_list AS
SELECT r.id, r.present_kind AS kind, r.state, r.score, l.text AS left_text, la.name AS left_article,
  t.text AS right_text, ta.name AS right_article, json_extract(r.evidence, '$.summary') AS why, r.detector,
  d.analyst, d.at, d.note
FROM relations r JOIN mentions l ON l.pk = r.left_mention JOIN mentions t ON t.pk = r.right_mention
  JOIN articles la ON la.pk = l.article JOIN articles ta ON ta.pk = t.article
  LEFT JOIN decisions d ON d.relation = r.id
ORDER BY r.rank, r.pk""",
}
"""Views for people who open the file in Datasette or the sqlite3 shell."""

STATEMENTS: tuple[str, ...] = (*TABLES.values(), *INDEXES.values(), *FULL_TEXT.values(), *VIEWS.values())
"""Everything that makes an empty workspace, in order."""
EXPECTED: dict[tuple[str, str], str] = {
    **{("table", name): sql for name, sql in (TABLES | FULL_TEXT).items()},
    **{("index", name): sql for name, sql in INDEXES.items()},
    **{("view", name): sql for name, sql in VIEWS.items()},
}
"""What ``sqlite_master`` must hold, word for word."""
