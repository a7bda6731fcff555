"""The schema's documentation, and migrations."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_up import Story, everything
from sqlite_utils import Database, Migrations

from workbench.errors import WorkspaceError
from workbench.store import Workspace, migrations, schema

PAGE = (Path(__file__).parents[2] / "docs" / "schema.md").read_text(encoding="utf-8")
NOW, NEXT = schema.VERSION, schema.VERSION + 1


def test_every_table_and_column_is_documented(ws: Workspace) -> None:
    """docs/schema.md has one line for each column of each table, in the order of the table, and no other."""
    sections = dict(re.findall(r"^### (\w+)\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL))
    assert set(sections) == set(schema.TABLES)
    for table, section in sections.items():
        columns = ws.connection.column(f"SELECT name FROM pragma_table_info('{table}')")
        assert re.findall(r"^- `(\w+)`: \S", section, re.MULTILINE) == columns, table


def test_search_tables_and_views_are_documented() -> None:
    """Each full-text table and view has its line."""
    for name in (*schema.SEARCHED, *schema.VIEWS):
        assert f"\n- `{name}`: " in PAGE


def test_a_new_file_is_what_the_schema_says(ws: Workspace) -> None:
    """A fresh workspace holds each statement word for word, is ours by its application id, and has no trigger."""
    found = {
        (kind, name): sql
        for kind, name, sql in ws.connection.rows("SELECT type, name, sql FROM sqlite_master")
    }
    assert {key: found[key] for key in schema.EXPECTED} == schema.EXPECTED
    assert ws.connection.rows("PRAGMA application_id") == [(schema.APPLICATION_ID,)]
    assert ws.connection.rows("PRAGMA user_version") == [(schema.VERSION,)]
    assert len(migrations.MIGRATIONS.pending(Database(ws.connection.raw, execute_plugins=False))) == 0


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """One more migration, as a later version would have it; the list holds statements that it runs last."""
    last: list[str] = []
    added = {"later": "CREATE TABLE later (x TEXT) STRICT"}
    monkeypatch.setattr(schema, "EXPECTED", schema.EXPECTED | {("table", "later"): added["later"]})
    monkeypatch.setattr(schema, "VERSION", NEXT)
    known = list(migrations.MIGRATIONS._migrations)

    @migrations.MIGRATIONS(name="m999_later")
    def later(db: Database) -> None:
        db.execute(added["later"])
        db.execute(f"PRAGMA user_version = {NEXT}")
        for statement in last:
            db.execute(statement)

    yield last
    migrations.MIGRATIONS._migrations[:] = known


def test_an_older_file_is_migrated_after_a_copy(path: Path, story: Story, next_version: list[str]) -> None:
    """Opening for writing migrates; a copy of the file as it was stands beside it, and everything is kept."""
    before = everything(story.ws)
    story.ws.close()
    with Workspace.open(path) as ws:
        assert ws.connection.rows("PRAGMA user_version") == [(NEXT,)]
        assert everything(ws) == before
        assert ws.check() == []
    (copy,) = path.parent.glob(f"case.db.schema-{NOW}*")
    with sqlite3.connect(copy) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (NOW,)
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (4,)
    connection.close()


def test_a_file_of_the_first_version_is_migrated(path: Path, story: Story, tmp_path: Path) -> None:
    """A file without issues gets them: the same rows, the same stars and grounds as one that always had them."""
    before, old = everything(story.ws), tmp_path / "old.db"
    found = (
        "SELECT r.issue, g.kind, g.levels FROM relations r JOIN grounds g ON g.pk = r.grounds ORDER BY r.pk"
    )
    issues = story.ws.connection.rows(found)
    stars = story.ws.connection.rows("SELECT * FROM stars ORDER BY mention")
    story.ws.close()
    write_first_version(path, old)
    with Workspace.open(old) as ws:
        assert everything(ws) == before
        assert ws.connection.rows(found) == issues
        assert ws.connection.rows("SELECT * FROM stars ORDER BY mention") == stars
        assert [problem for problem in ws.check() if "search" not in problem] == []


def write_first_version(new_path: Path, old_path: Path) -> None:
    """Write the rows of a file, but for the words of its search, into a file of version 1."""
    only_first = Migrations("workbench")
    only_first(name="m001_initial")(migrations.initial)
    with sqlite3.connect(new_path) as new, sqlite3.connect(old_path) as old:
        only_first.apply(Database(old, execute_plugins=False))
        for table in schema.TABLES:
            columns = [row[1] for row in old.execute(f"PRAGMA table_info({table})")]
            if not columns:
                continue
            names, places = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(columns))
            old.execute(f"DELETE FROM {table}")
            rows = new.execute(f"SELECT {names} FROM {table}").fetchall()
            old.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", rows)
    new.close()
    old.close()


def test_an_older_file_is_not_migrated_by_reading(path: Path, story: Story, next_version: list[str]) -> None:
    """Opening an older file for reading says what to do and changes nothing."""
    story.ws.close()
    before = path.read_bytes()
    with pytest.raises(WorkspaceError, match=r"older schema .*workbench review"):
        Workspace.open(path, readonly=True)
    assert path.read_bytes() == before


def test_a_migration_that_fails_changes_nothing(path: Path, story: Story, next_version: list[str]) -> None:
    """A failure at the last statement leaves the schema and all rows as they were."""
    before = everything(story.ws)
    story.ws.close()
    next_version.append("INSERT INTO no_such_table VALUES (1)")
    with pytest.raises(WorkspaceError, match="no_such_table"):
        Workspace.open(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (NOW,)
        assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'later'").fetchone() == (
            0,
        )
    connection.close()
    next_version.clear()
    with Workspace.open(path) as ws:
        assert everything(ws) == before


def test_a_hostile_older_file_is_refused_before_migrating(
    path: Path, story: Story, next_version: list[str]
) -> None:
    """A trigger in an older file is found before anything of it could fire."""
    story.ws.close()
    with sqlite3.connect(path) as connection:
        connection.execute(
            "CREATE TRIGGER evil AFTER INSERT ON _sqlite_migrations BEGIN DELETE FROM events; END"
        )
    connection.close()
    before = path.read_bytes()
    with pytest.raises(WorkspaceError, match="trigger"):
        Workspace.open(path)
    assert path.read_bytes() == before
