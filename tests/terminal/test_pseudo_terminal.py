"""The review screen on a pseudo-terminal: what really reaches a terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

import pytest

from workbench.store import Workspace
from workbench.workflows.importing import import_paths

EVIL = (
    "\x1b]52;c;cHduZWQ=\x07 \x1b]0;PWNED\x07 \x9b6;66n \x9d0;PWNED\x9c Q\x07Q Q\x08\x08Q Q\x0eQ Q\u202eQ Q\u2066Q Q\u200bQ "
    "Q\U000e0041Q [@click=app.quit]x[/] [/] [/nope]"
)
SIGNATURES = [
    b"\x1b]52",
    b"PWNED\x07",
    b"\xc2\x9b6",
    b"\xc2\x9d0",
    b"Q\x07Q",
    b"Q\x08",
    b"Q\x0eQ",
    "Q\u202e".encode(),
    "Q\u2066".encode(),
    "Q\u200b".encode(),
    "Q\U000e0041".encode(),
]
LEFT = b"\x1b[?1049l"
"""What a program writes to leave the alternate screen."""
KEYS = [
    "j",
    "k",
    "\r",
    "o",
    "\x1b",
    "c",
    "d",
    "T",
    "?",
    "\x1b",
    "/doden\r",
    "\x1b",
    "@",
    "\x1b",
    "S",
    "\x1b",
    "\x10",
    "\x1b",
    "a",
    "z",
]


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A workspace whose titles, quotes, speakers and figures hold every kind of attack."""
    for number, count in enumerate(("bijna 100.000", "127.000", "meer dan 100.000")):
        (tmp_path / f"{number}.md").write_text(
            f"---\ntitle: 'Titel {EVIL}'\noutlet: 'Krant {EVIL}'\nauthor: 'Auteur {EVIL}'\nlang: nl\n"
            f"date: 2022-0{number + 1}-03\n---\n\n"
            f"Volgens minister Jan {EVIL} Smit zijn er {count} Russische soldaten {EVIL} bij de grens met Oekraïne.\n\n"
            f"‘Er staan {count} Russische militairen bij de grens {EVIL} met Oekraïne’, zei Piet {EVIL} Bakker.\n",
            encoding="utf-8",
        )
    path = tmp_path / "w.db"
    with Workspace.create_or_open(path) as workspace:
        report = import_paths(workspace, [tmp_path])
        assert report.added == 3
        assert report.relations > 3
    return path


def start(path: Path, rows: int, columns: int) -> tuple[int, int]:
    """The review screen as a child on a pseudo-terminal; process id and file descriptor."""
    pid, descriptor = pty.fork()
    if pid == 0:
        os.environ.update(
            TERM="xterm-256color", COLORTERM="truecolor", PYTHONUTF8="1", TEXTUAL_ANIMATIONS="none"
        )
        os.execv(sys.executable, [sys.executable, "-m", "workbench", "review", "-w", str(path)])
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    return pid, descriptor


def read(descriptor: int, quiet: float, limit: float = 20) -> bytes:
    """Everything written until nothing comes for ``quiet`` seconds."""
    out, begun, last = b"", time.monotonic(), time.monotonic()
    while time.monotonic() - begun < limit and time.monotonic() - last < quiet:
        if select.select([descriptor], [], [], 0.05)[0]:
            try:
                piece = os.read(descriptor, 65536)
            except OSError:
                break
            if not piece:
                break
            out, last = out + piece, time.monotonic()
    return out


def until(descriptor: int, words: bytes, limit: float = 30) -> bytes:
    """Everything written until ``words`` were."""
    out, begun = b"", time.monotonic()
    while words not in out and time.monotonic() - begun < limit:
        out += read(descriptor, 0.1, 1)
    return out


@pytest.mark.parametrize(("rows", "columns"), [(24, 80), (40, 120)])
def test_nothing_raw_reaches_the_terminal(hostile: Path, rows: int, columns: int) -> None:
    """Through every screen no attack's signature is written, and the program ends well on its own key."""
    pid, descriptor = start(hostile, rows, columns)
    out = until(descriptor, b"127.000")
    assert b"127.000" in out, out[-2000:]
    for key in KEYS:
        os.write(descriptor, key.encode())
        out += read(descriptor, 0.25, 5)
    for signature in SIGNATURES:
        assert signature not in out, signature
    assert b"Traceback" not in out
    assert b"MarkupError" not in out
    for _ in range(6):
        if LEFT in out:
            break
        os.write(descriptor, b"\x1b")
        out += read(descriptor, 0.2, 2)
        os.write(descriptor, b"q")
        out += read(descriptor, 0.5, 3)
    assert LEFT in out, "the program did not end on q"
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signals_leave_the_terminal_clean(hostile: Path, number: signal.Signals) -> None:
    """A polite kill leaves the alternate screen and shows the cursor again."""
    pid, descriptor = start(hostile, 24, 80)
    until(descriptor, b"127.000")
    os.kill(pid, number)
    out = read(descriptor, 1.0, 10)
    os.waitpid(pid, 0)
    assert LEFT in out
    assert b"\x1b[?25h" in out


def test_closed_terminal_ends_the_program(hostile: Path) -> None:
    """When the terminal goes away the process ends too, instead of reading nothing for ever."""
    pid, descriptor = start(hostile, 24, 80)
    until(descriptor, b"127.000")
    os.close(descriptor)
    for _ in range(200):
        finished, _status = os.waitpid(pid, os.WNOHANG)
        if finished:
            return
        time.sleep(0.1)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    pytest.fail("the program outlived its terminal")
