"""Which files are opened, and what is said of the others; nothing is ever changed by refusing."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_up import Story, extraction_of

from workbench.errors import WorkspaceError
from workbench.store import Workspace, gate, schema
from workbench.workflows.review import Review

HERE = Path(__file__).parent


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def sql(path: Path, *statements: str) -> None:
    """Run statements on a file as any other program would."""
    with sqlite3.connect(path) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def refused(path: Path, message: str, *, readonly: bool = False) -> None:
    """Check that the file is refused with one line saying why, and that not a byte of the folder changed."""
    before = contents(path.parent)
    with pytest.raises(WorkspaceError, match=message) as caught:
        Workspace.open(path, readonly=readonly).close()
    assert "\n" not in str(caught.value)
    assert contents(path.parent) == before


def test_missing_file_and_folder(tmp_path: Path) -> None:
    """Opening never makes a file; making one never makes a folder."""
    refused(tmp_path / "no.db", "there is no workspace")
    with pytest.raises(WorkspaceError, match=r"folder .* does not exist"):
        Workspace.create_or_open(tmp_path / "no" / "case.db")
    with pytest.raises(WorkspaceError, match="is a folder"):
        Workspace.open(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"date 2022-01 een artikel\n" * 50, "no SQLite database"),
        (b"SQLite format 3\x00" + b"\xff" * 2000, "no SQLite database|damaged"),
        (bytes(range(256)) * 40, "no SQLite database"),
    ],
)
@pytest.mark.parametrize("readonly", [True, False])
def test_files_that_are_no_database(tmp_path: Path, content: bytes, message: str, readonly: bool) -> None:
    """Text, noise and an empty file are refused and left as they are."""
    path = tmp_path / "case.db"
    path.write_bytes(content)
    refused(path, message, readonly=readonly)


def test_making_a_workspace_never_replaces_a_file(tmp_path: Path) -> None:
    """A path that holds something else is refused also where a new workspace would be made."""
    path = tmp_path / "notes.txt"
    path.write_text("niet weggooien")
    with pytest.raises(WorkspaceError, match="no SQLite database"):
        Workspace.create_or_open(path)
    assert path.read_text() == "niet weggooien"


def test_another_programs_database(tmp_path: Path) -> None:
    """A SQLite database of another program is refused and left as it is."""
    path = tmp_path / "case.db"
    sql(path, "CREATE TABLE bookmarks (url TEXT)")
    refused(path, "is a SQLite database, but no workspace")
    with pytest.raises(WorkspaceError, match="but no workspace"):
        Workspace.create_or_open(path)


def test_a_newer_schema(path: Path, story: Story) -> None:
    """A file of a newer version is refused by name of both versions and left as it is."""
    story.ws.close()
    sql(path, f"PRAGMA user_version = {schema.VERSION + 1}")
    for readonly in (True, False):
        refused(
            path, f"newer version .*schema {schema.VERSION + 1}, here {schema.VERSION}", readonly=readonly
        )


@pytest.mark.parametrize("keep", [100, 512, 4096, 5000, 20_000, -1])
def test_a_truncated_file(path: Path, story: Story, keep: int) -> None:
    """A file that was cut off is refused, or opened and named damaged by the doctor; it never passes for whole."""
    story.ws.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:keep])
    try:
        with Workspace.open(path, readonly=True) as ws:
            assert ws.check() != []
    except WorkspaceError as error:
        assert "\n" not in str(error)  # noqa: PT017  either outcome is right, silence is not
    assert path.read_bytes() == whole[:keep]


HOSTILE = {
    "trigger": "CREATE TRIGGER evil AFTER INSERT ON events BEGIN DELETE FROM decisions; END",
    "temporary-looking trigger": "CREATE TRIGGER sqlite2 AFTER INSERT ON meta BEGIN SELECT 1; END",
    "view": "CREATE VIEW evil AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) SELECT x FROM c",
    "virtual table": "CREATE VIRTUAL TABLE evil USING fts5(x)",
    "index on ours": "CREATE INDEX evil ON events(abs(seq))",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_objects_that_could_act_on_their_own_are_refused(path: Path, story: Story, name: str) -> None:
    """A trigger, view, virtual table or index that we did not make is named and the file not used."""
    story.ws.close()
    sql(path, HOSTILE[name])
    for readonly in (True, False):
        refused(path, "that the workbench did not make", readonly=readonly)


def test_a_table_replaced_by_a_view_is_refused(path: Path, story: Story) -> None:
    """A view that poses as one of our tables, and a table with other columns, are refused."""
    story.ws.close()
    sql(path, "ALTER TABLE sets RENAME TO x", "CREATE VIEW sets AS SELECT * FROM x")
    refused(path, "that the workbench did not make")


def test_a_generated_column_is_refused(path: Path, story: Story) -> None:
    """A table whose definition was changed is refused: its columns could compute anything."""
    story.ws.close()
    sql(path, "ALTER TABLE sets ADD COLUMN evil TEXT AS (hex(zeroblob(9))) VIRTUAL")
    refused(path, "table 'sets' that the workbench did not make")


def test_a_missing_table_is_named(path: Path, story: Story) -> None:
    """A file that lost one of its tables is refused by its name."""
    story.ws.close()
    sql(path, "DROP TABLE sets")
    refused(path, "has no sets")


def test_plain_tables_of_others_are_let_be(path: Path, story: Story) -> None:
    """A table that an analyst added with another tool does not stop the workbench."""
    story.ws.close()
    sql(path, "CREATE TABLE mine (x TEXT)", "CREATE INDEX mine_x ON mine(x)")
    with Workspace.open(path) as ws:
        assert ws.counts()["articles"] == 4


def test_names_of_hostile_objects_cannot_reach_the_terminal(path: Path, story: Story) -> None:
    """Control characters in a name are shown as a replacement."""
    story.ws.close()
    sql(path, 'CREATE VIEW "a\x1b]0;owned\x07" AS SELECT 1')
    with pytest.raises(WorkspaceError) as caught:
        Workspace.open(path)
    assert "\x1b" not in str(caught.value)
    assert "\x07" not in str(caught.value)


def test_reading_writes_nothing(path: Path, story: Story) -> None:
    """Every read works on a file opened for reading, no byte changes, no file appears, and writes are refused."""
    Review(story.ws, "an").accept(story.relations[0])
    story.ws.close()
    before, stamp = contents(path.parent), path.stat().st_mtime_ns
    with Workspace.open(path, readonly=True) as ws:
        ws.counts(), ws.articles(), ws.speakers(), ws.search("betogers"), ws.log(), ws.sets(), ws.check()
        ws.relations_by_rowid(ws.relation_rowids())
        with pytest.raises(WorkspaceError, match="opened for reading only"):
            Review(ws, "an").accept(story.relations[2])
        assert contents(path.parent) == before
    assert contents(path.parent) == before
    assert path.stat().st_mtime_ns == stamp


def test_reading_a_wal_file_at_rest_writes_nothing(path: Path, story: Story) -> None:
    """A file in WAL mode that nobody has open is read without making the files of the WAL beside it."""
    story.ws.close()
    sql(path, "PRAGMA journal_mode = WAL")
    before = contents(path.parent)
    with Workspace.open(path, readonly=True) as ws:
        assert ws.counts()["articles"] == 4
        assert contents(path.parent) == before
    assert contents(path.parent) == before


def test_opening_for_writing_leaves_wal_where_it_is_unsafe(
    path: Path, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The journal follows the gate: a WAL file gets a rollback journal under an unsound SQLite, and the other way."""
    story.ws.close()
    for wanted in ("wal", "delete"):
        monkeypatch.setattr(gate, "journal_mode", lambda _path, wanted=wanted: wanted)
        with Workspace.open(path) as ws:
            assert ws.connection.rows("PRAGMA journal_mode") == [(wanted,)]
            Review(ws, "an").note(story.figures[0], wanted)
    with Workspace.open(path, readonly=True) as ws:
        assert len(ws.annotations()) == 2
        assert ws.check() == []


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 9), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 0), True),
        ((4, 0, 0), True),
    ],
)
def test_wal_only_where_its_reset_bug_is_mended(version: tuple[int, int, int], safe: bool) -> None:
    """WAL is allowed from 3.51.3 on and in the two versions that got the correction."""
    assert gate.wal_is_safe(version) is safe


@pytest.mark.parametrize(
    ("path", "network"),
    [
        ("/home/an/case.db", False),
        ("/net/data/case.db", True),
        ("/net/data local/case.db", False),
        ("/netto/case.db", False),
        ("/mnt/my share/case.db", True),
    ],
)
def test_network_file_systems_are_known_by_the_mount_table(path: str, network: bool) -> None:
    """The longest mount point above the file decides; blanks in mount points are written as octal."""
    mounts = (
        "/dev/sda1 / ext4 rw 0 0\nhost:/x /net nfs4 rw 0 0\n/dev/sdb1 /net/data\\040local ext4 rw 0 0\n"
        "//host/s /mnt/my\\040share cifs rw 0 0\nbroken line\n"
    )
    assert gate.on_network(Path(path), mounts) is network


def test_an_old_sqlite_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A SQLite library without STRICT tables is refused with the version that is needed."""
    monkeypatch.setattr(gate.sqlite3, "sqlite_version_info", (3, 31, 1))
    with pytest.raises(WorkspaceError, match=r"too old .*3\.38\.0"):
        Workspace.create_or_open(tmp_path / "case.db")


def test_connections_are_guarded(ws: Workspace) -> None:
    """Foreign keys, checks of cells and limits hold; SQL in the schema may not call functions of ours."""
    pragmas = {"foreign_keys": 1, "trusted_schema": 0, "cell_size_check": 1, "synchronous": 2, "mmap_size": 0}
    for name, value in pragmas.items():
        assert ws.connection.rows(f"PRAGMA {name}") == [(value,)], name
    assert ws.connection.raw.getlimit(sqlite3.SQLITE_LIMIT_ATTACHED) == 0
    with pytest.raises(WorkspaceError, match="too many attached"):
        ws.connection.rows("ATTACH DATABASE ':memory:' AS other")
    assert {row[0] for row in ws.connection.rows("SELECT type FROM sqlite_master")} == {
        "table",
        "index",
        "view",
    }


def test_every_table_of_ours_is_strict(ws: Workspace) -> None:
    """Types are enforced in every table that holds our data."""
    loose = ws.connection.column(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND schema = 'main'"
    )
    assert {name for name in loose if not name.startswith(("sqlite_", "_sqlite_migrations"))} == set()


def test_a_thread_that_did_not_open_it_is_refused(story: Story) -> None:
    """A workspace belongs to its thread, and says so instead of mixing transactions."""
    import threading

    caught: list[BaseException] = []

    def use() -> None:
        try:
            story.ws.counts()
        except WorkspaceError as error:
            caught.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert len(caught) == 1


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that also a process without root's rights may enter."""
    with tempfile.TemporaryDirectory(prefix="workbench-test-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


ATTEMPT = """
import os, sys
from pathlib import Path
from made_up import Story, extraction_of
from workbench.store import Workspace
from workbench.workflows.review import Review
from workbench.errors import WorkspaceError
import sqlite_utils
if os.geteuid() == 0:
    os.seteuid(65534)
path = Path(sys.argv[1])
try:
    with Workspace.open(path) as ws:
        print("opened")
except WorkspaceError as error:
    print(error)
with Workspace.open(path, readonly=True) as ws:
    print(ws.counts()["articles"], "articles")
"""


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_read_only_file_or_folder(open_folder: Path, what: str) -> None:
    """Without the right to write, one clear line says so, nothing changes, and reading still works."""
    path = open_folder / "case.db"
    with Workspace.create_or_open(path) as ws:
        Story(ws)
    path.chmod(0o444 if what == "file" else 0o666)
    open_folder.chmod(0o777 if what == "file" else 0o555)
    before = contents(open_folder)
    done = subprocess.run(
        [sys.executable, "-c", ATTEMPT, path], capture_output=True, text=True, cwd=HERE, check=False,
        env={**os.environ, "PYTHONPATH": f"{HERE}{os.pathsep}{HERE.parents[1]}"},
    )  # fmt: skip
    open_folder.chmod(0o755)
    assert done.returncode == 0, done.stderr
    first, second = done.stdout.splitlines()
    assert "is read-only" in first
    assert second == "4 articles"
    assert contents(open_folder) == before


def test_a_full_disk_leaves_everything_as_it_was(path: Path, story: Story) -> None:
    """When there is no room, the write is refused with one line, and what was there is whole and can be written again."""
    review = Review(story.ws, "an")
    review.accept(story.relations[0])
    before = story.ws.counts()
    pages = story.ws.connection.rows("PRAGMA page_count")[0][0]
    story.ws.connection.rows(f"PRAGMA max_page_count = {pages}")
    big = [extraction_of(number, f"{number} " + "vol " * 20_000 + "\n") for number in range(10, 20)]
    with pytest.raises(WorkspaceError, match="the disk is full; nothing was changed"):
        story.ws.add_extractions(big)
    assert story.ws.counts() == before
    story.ws.connection.rows("PRAGMA max_page_count = 1000000")
    assert story.ws.add_extractions(big) == 10
    assert story.ws.check() == []


FILL = """
import resource, signal, sys
from made_up import Story, extraction_of
from workbench.store import Workspace
from workbench.errors import WorkspaceError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Workspace.open(sys.argv[1]) as ws:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
    done = 0
    try:
        for number in range(100, 200):
            done += ws.add_extractions([extraction_of(number)])
        print(done, "all")
    except WorkspaceError as error:
        print(done, error)
"""


@pytest.mark.parametrize("room", [1_000, 9_000, 30_000, 60_000])
def test_a_file_that_may_not_grow(path: Path, story: Story, room: int) -> None:
    """Wherever the system stops a write, whole articles are kept, the last one is not, and the file is sound."""
    story.ws.close()
    limit = path.stat().st_size + room
    done = subprocess.run(
        [sys.executable, "-c", FILL, path, str(limit)], capture_output=True, text=True, cwd=HERE, check=False,
        env={**os.environ, "PYTHONPATH": f"{HERE}{os.pathsep}{HERE.parents[1]}"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    count, _, message = done.stdout.strip().partition(" ")
    assert "nothing was changed" in message or "input/output error" in message
    with Workspace.open(path) as ws:
        assert ws.counts()["articles"] == 4 + int(count)
        assert ws.check() == []


def test_opening_imports_nothing_heavy(path: Path, story: Story) -> None:
    """An existing workspace is opened and listed without sqlite_utils or pydantic, which cost more than that."""
    story.ws.close()
    code = (
        "import sys; from workbench.store import Workspace\n"
        f"with Workspace.open({str(path)!r}) as ws: ws.articles(), ws.counts()\n"
        "print(sorted({'sqlite_utils', 'pydantic', 'textual', 'click', 'pip'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=HERE.parents[1]
    )
    assert done.stdout.strip() == "[]"
