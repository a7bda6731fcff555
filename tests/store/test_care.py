"""Backup and doctor: copies that are whole, and damage that is named."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from made_up import Story, everything

from workbench.errors import WorkspaceError
from workbench.store import Workspace
from workbench.workflows.care import back_up, examine
from workbench.workflows.review import Review

HERE = Path(__file__).parent


def tamper(path: Path, *statements: str) -> None:
    """Change the file behind the workbench's back."""
    with sqlite3.connect(path) as connection:
        for statement in statements:
            assert connection.execute(statement).rowcount != 0, statement
    connection.close()


@pytest.fixture
def busy(story: Story) -> Path:
    """The file of a workspace with decisions of many sorts, closed."""
    review = Review(story.ws, "an")
    review.accept(story.relations[0], note="gezien")
    review.decide_many(story.relations[1:3], "unrelated")
    review.undo()
    review.note(story.figures[0], "eerste")
    review.tag(story.figures[1], "kern")
    review.flag(story.relations[3])
    review.split_speaker("s000000000001", story.quotes[:1], "Piet")
    review.save_set("kern", "", story.figures)
    story.ws.close()
    return story.ws.path


def test_a_sound_workspace_has_no_problems(busy: Path) -> None:
    """Nothing is found where nothing is wrong, and looking changes no byte."""
    before = busy.read_bytes()
    assert examine(busy) == []
    assert busy.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        (
            "UPDATE articles SET text = replace(text, '100', '900') WHERE pk = 1",
            "the stored text was changed",
        ),
        ("UPDATE articles SET sha256 = '0' WHERE pk = 1", "its id does not follow from its hash"),
        ("UPDATE articles SET body_end = 100000 WHERE pk = 1", "its body ends after its text"),
        ("UPDATE articles SET quotes = 7 WHERE pk = 1", "7 quotes and 2 figures expected"),
        ("UPDATE mentions SET text = 'iets' WHERE pk = 1", "is not what"),
        ("UPDATE mentions SET start = start + 1 WHERE pk = 1", "is not what"),
        ("UPDATE mentions SET context_start = 1 WHERE pk = 1", "is not what"),
        ("UPDATE mentions SET detail = replace(detail, 'betogers', 'politie') WHERE pk = 1", "is not what"),
        ("UPDATE mentions SET detail = '{' WHERE pk = 1", "cannot be read"),
        ("UPDATE mentions SET id = 'f000000000000' WHERE pk = 1", "does not follow from its span"),
        ("UPDATE mentions SET article = 99 WHERE pk = 1", "refers to a row of articles"),
        ("UPDATE mentions SET context = 'x' || context WHERE pk = 1", "does not agree with its table"),
        ("DELETE FROM mentions WHERE pk = 12", "indexed that are not there"),
        (
            "UPDATE events SET after = replace(after, 'updates', 'refines') WHERE seq = 1",
            "event 1 .* was changed",
        ),
        ("UPDATE events SET analyst = 'bo' WHERE seq = 2", "event 2 .* was changed"),
        ('UPDATE events SET facet = \'["sets","x"]\' WHERE seq = 2', "event 2 .* was changed"),
        ("DELETE FROM events WHERE seq = 3", "event 3 is missing"),
        ("DELETE FROM events WHERE seq = (SELECT max(seq) FROM events)", "the last events are missing"),
        ("DELETE FROM events", "the last events are missing"),
        ("UPDATE events SET seq = 99 WHERE seq = 2", "event 2 is missing"),
        ("UPDATE decisions SET kind = 'denies'", "is not what the log says"),
        ("DELETE FROM decisions", "is missing, though it is in the log"),
        ("INSERT INTO sets VALUES ('x', '{}', '[]', 'an', '', '')", "is not in the log"),
        ("UPDATE relations SET state = 'accepted' WHERE state = 'suggested'", "but suggested"),
        ("UPDATE relations SET rank = 0 WHERE pk = 1", "accepted updates was decided"),
        ("UPDATE relations SET right_mention = left_mention WHERE pk = 2", "is not the relation of"),
    ],
)
def test_tampering_is_named(busy: Path, statement: str, found: str) -> None:
    """Changed texts, spans, ids, events, states and indexes are each found and named."""
    import re

    tamper(busy, "PRAGMA foreign_keys = OFF", statement)
    assert any(re.search(found, problem) for problem in examine(busy)), examine(busy)


def test_a_rewritten_event_breaks_the_chain(busy: Path) -> None:
    """An event whose own hash was made to fit is found by the one that follows it."""
    from workbench.store import log

    with sqlite3.connect(busy) as connection:
        row = list(
            connection.execute(f"SELECT {', '.join(log.COLUMNS)} FROM events WHERE seq = 2").fetchone()
        )
        row[3] = "bo"
        row[-1] = log.chain_hash(row[:-1])
        connection.execute("UPDATE events SET analyst = ?, hash = ? WHERE seq = 2", (row[3], row[-1]))
    connection.close()
    assert any("event 3" in problem and "does not follow" in problem for problem in examine(busy))


def test_orphans_are_kept_and_listed(busy: Path) -> None:
    """A decision whose mention is gone stays, and is shown with what, by whom and when."""
    with Workspace.open(busy) as ws:
        target = ws.log(limit=None)[-1].target
        mention = ws.relation(target).left.mention.id
        db = ws.connection
        with db.write():
            db.run("DELETE FROM relations WHERE id = ?", [target])
            db.run("PRAGMA defer_foreign_keys = ON")
            db.run(
                "DELETE FROM relations WHERE left_mention = (SELECT pk FROM mentions WHERE id = ?)", [mention]
            )
            db.run("DELETE FROM mentions WHERE id = ?", [mention])
        found = {(orphan.what, orphan.value, orphan.by) for orphan in ws.orphans()}
        assert ("decision", "updates", "an") in found
        assert ("note", "eerste", "an") in found
        assert any("orphans: decision 'updates' by an" in problem for problem in ws.check())
        assert target in {event.target for event in ws.log(limit=None)}


def test_random_damage_never_escapes_as_anything_but_our_error(busy: Path) -> None:
    """A hundred files with flipped bytes are opened, read and examined: problems or our own error, never another."""
    whole = busy.read_bytes()
    noise = random.Random(7)
    for _ in range(100):
        bytes_ = bytearray(whole)
        for _ in range(noise.choice([1, 1, 2, 16, 200])):
            bytes_[noise.randrange(len(bytes_))] = noise.randrange(256)
        busy.write_bytes(bytes_)
        try:
            with Workspace.open(busy, readonly=True) as ws:
                for read in (ws.counts, ws.articles, ws.speakers, ws.annotations, ws.sets, ws.log, ws.check):
                    try:
                        read()
                    except WorkspaceError:
                        continue
        except WorkspaceError:
            continue


def test_a_changed_letter_of_any_text_or_decision_is_found(busy: Path) -> None:
    """Every flip of a letter in the articles' texts and the log is noticed."""
    whole = busy.read_bytes()
    noise = random.Random(11)
    places = [i for word in (b"betogers liepen mee", b'"kind":"u') for i in _all(whole, word)]
    assert len(places) > 5
    for place in noise.sample(places, 6):
        changed = bytearray(whole)
        changed[place + 2] ^= 1
        busy.write_bytes(changed)
        try:
            assert examine(busy) != []
        except WorkspaceError:
            continue


def _all(whole: bytes, word: bytes) -> list[int]:
    places, at = [], whole.find(word)
    while at >= 0:
        places.append(at)
        at = whole.find(word, at + 1)
    return places


def test_a_backup_is_the_whole_workspace(busy: Path, tmp_path: Path) -> None:
    """The copy opens, is sound, and says what the original says; nothing else is left behind."""
    target = tmp_path / "copies" / "case.db"
    target.parent.mkdir()
    back_up(busy, target)
    assert [file.name for file in target.parent.iterdir()] == ["case.db"]
    with Workspace.open(busy, readonly=True) as ws, Workspace.open(target, readonly=True) as copy:
        assert everything(copy) == everything(ws)
        assert copy.log(limit=None) == ws.log(limit=None)
    assert examine(target) == []


def test_a_backup_replaces_only_a_backup(busy: Path, tmp_path: Path) -> None:
    """An older copy is replaced; another file, the workspace itself and a missing folder are refused."""
    target = tmp_path / "copy.db"
    back_up(busy, target)
    back_up(busy, target)
    notes = tmp_path / "notes.txt"
    notes.write_text("niet weggooien")
    for bad in (notes, busy, tmp_path / "no" / "copy.db", tmp_path):
        with pytest.raises(WorkspaceError):
            back_up(busy, bad)
    assert notes.read_text() == "niet weggooien"
    assert sorted(file.suffix for file in tmp_path.iterdir()) == [".db", ".db", ".txt"]


def test_a_backup_that_finds_no_room_leaves_the_older_one(busy: Path, tmp_path: Path) -> None:
    """When the copy cannot be written to its end, the older copy stays as it is and no part is left."""
    target = tmp_path / "copy.db"
    back_up(busy, target)
    before = target.read_bytes()
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from workbench.workflows.care import back_up; from workbench.errors import WorkspaceError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20000, resource.RLIM_INFINITY))\n"
        "try:\n    back_up(Path(sys.argv[1]), Path(sys.argv[2])); print('done')\n"
        "except WorkspaceError as error:\n    print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, busy, target],
        capture_output=True,
        text=True,
        check=True,
        cwd=HERE.parents[1],
    )
    assert str(target) in done.stdout
    assert target.read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["case.db", "copy.db"]
