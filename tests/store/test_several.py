"""Several processes at one file: all wait their turn, nobody's work is lost."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from made_up import Story, extraction_of

from workbench.errors import WorkspaceError
from workbench.store import NewEvent, Workspace, connection
from workbench.workflows.care import back_up, examine
from workbench.workflows.review import Review

HERE = Path(__file__).parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": f"{HERE}{os.pathsep}{HERE.parents[1]}"}


@pytest.mark.timeout(120)
def test_no_update_is_lost(path: Path, story: Story) -> None:
    """Four processes write notes and decisions on the same relations: every event is there, and the chain is whole."""
    story.ws.close()
    each, writers = 25, 4
    processes = [
        subprocess.Popen(
            [sys.executable, HERE / "writer.py", path, "count", f"analyst{number}", str(each)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT, text=True,
        )
        for number in range(writers)
    ]  # fmt: skip
    notes = set()
    for process in processes:
        out, errors = process.communicate(timeout=100)
        assert process.returncode == 0, errors
        notes.update(out.splitlines()[1:])
    with Workspace.open(path) as ws:
        assert len(notes) == each * writers
        assert notes == {annotation.event for annotation in ws.annotations()}
        events = ws.log(limit=None)
        assert len(events) == 2 * each * writers
        # Every decision says what it replaced: what a colleague decided in between is in the log, not overwritten.
        decisions = [event for event in reversed(events) if event.op == "decide"]
        last: dict[str, object] = {}
        for event in decisions:
            assert event.before == last.get(event.target)
            last[event.target] = event.after
        assert ws.check() == []


def test_a_writer_waits_for_another(path: Path, story: Story) -> None:
    """A write that finds the file locked waits, and goes through when the other is done."""
    other = Workspace.open(path)
    story.ws.close()

    def hold() -> None:
        with Workspace.open(path) as holder, holder.connection.write():
            held.set()
            time.sleep(0.3)

    held = threading.Event()
    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    begun = time.monotonic()
    Review(other, "an").accept(story.relations[0])
    assert time.monotonic() - begun > 0.2
    thread.join()
    other.close()


def test_a_lock_that_stays_is_one_clear_line(
    path: Path, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the other never ends, the write gives up after its patience, changes nothing, and says so."""
    monkeypatch.setattr(connection, "PATIENCE", 0.2)
    with Workspace.open(path) as other, other.connection.write():
        with pytest.raises(WorkspaceError, match="in use by another program; nothing was changed"):
            Review(story.ws, "an").accept(story.relations[0])
        # Reading goes on meanwhile.
        assert story.ws.relation(story.relations[0]).state == "suggested"
    Review(story.ws, "an").accept(story.relations[0])


def test_readers_see_whole_transactions(path: Path, story: Story) -> None:
    """While another imports, every count a reader sees is of whole articles."""
    stop = threading.Event()
    wrong: list[object] = []

    def read() -> None:
        with Workspace.open(path, readonly=True) as reader:
            while not stop.is_set():
                counts = reader.counts()
                if counts["mentions"] != 3 * counts["articles"]:
                    wrong.append(counts)

    thread = threading.Thread(target=read)
    thread.start()
    for number in range(50, 80):
        story.ws.add_extractions([extraction_of(number)])
    stop.set()
    thread.join()
    assert wrong == []


def test_every_write_begins_immediate(story: Story) -> None:
    """No transaction that writes ever starts as a reading one, which could neither wait nor go on."""
    seen: list[str] = []
    story.ws.connection.raw.set_trace_callback(seen.append)
    review = Review(story.ws, "an")
    story.ws.add_extractions([extraction_of(20)])
    story.ws.put_relations(story.suggestions, [])
    review.decide_many(story.relations[:2], "unrelated")
    review.undo()
    story.ws.connection.raw.set_trace_callback(None)
    inside = ""
    # Statements that the full-text tables run for themselves are traced as comments.
    for statement in (line for line in seen if not line.startswith("--")):
        word = statement.split()[0].upper()
        if word == "BEGIN":
            inside = statement
        elif word in ("INSERT", "UPDATE", "DELETE"):
            assert inside == "BEGIN IMMEDIATE", statement
        elif word in ("COMMIT", "ROLLBACK"):
            inside = ""


def test_two_make_the_same_workspace(tmp_path: Path) -> None:
    """Two processes that make one workspace at once both get it, made once."""
    path = tmp_path / "case.db"
    code = (
        "import sys; from workbench.store import Workspace\n"
        "with Workspace.create_or_open(sys.argv[1]) as ws: print(ws.connection.rows('SELECT value FROM meta'))"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", code, path],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=ENVIRONMENT,
        )
        for _ in range(3)
    ]
    said = {process.communicate() for process in processes}
    assert len({out for out, _ in said}) == 1, said
    assert examine(path) == []


def test_backups_under_load_are_whole(path: Path, story: Story, tmp_path: Path) -> None:
    """Each of several copies taken while another process writes holds all that was acknowledged before it was begun."""
    story.ws.close()
    process = subprocess.Popen(
        [sys.executable, HERE / "writer.py", path, "decide", "an"], stdout=subprocess.PIPE, env=ENVIRONMENT
    )
    assert process.stdout is not None
    process.stdout.readline()
    try:
        for number in range(5):
            acknowledged = [process.stdout.readline().decode().strip() for _ in range(10)]
            back_up(path, tmp_path / f"{number}.copy")
            with Workspace.open(tmp_path / f"{number}.copy", readonly=True) as copy:
                assert set(acknowledged) <= {event.id for event in copy.log(limit=None)}
                assert copy.check() == []
    finally:
        process.kill()
        process.communicate()


def test_a_batch_id_belongs_to_one_analyst(story: Story) -> None:
    """A batch that another analyst used is refused: its undo would not know whose it is."""
    from workbench.errors import UsageError

    def note(by: str) -> NewEvent:
        return NewEvent(by=by, op="note", target=story.figures[0], after={"value": by}, batch="b1")

    story.ws.append([note("an"), note("an")])
    with pytest.raises(UsageError, match="belongs to an"):
        story.ws.append([note("bo")])
    assert len(story.ws.log()) == 2
