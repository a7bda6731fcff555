"""A detector is one file: put beside the others, it is found, run over a workspace and held to its cases."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

DETECTOR = '''
"""Two counts whose numbers are one another's mirror image."""

from workbench.compare.cases import figure
from workbench.compare.detectors.base import Detector, Example
from workbench.model import Figure


def detect(case):
    texts = [str(side.mention.value) for side in (case.left, case.right)]
    if texts[0] == texts[1] or texts[0] != texts[1][::-1]:
        return None
    case.add("value", "disjoint", texts[0], texts[1])
    return case.finding("misattributed", "The number is written backwards.")


DETECTOR = Detector("mirrored", ("misattributed",), Figure, detect)
CASES = (
    Example("A mirrored number is named.", figure("Er waren [27 koeien].", 27, "koeien", article="a"),
            figure("Er waren [72 koeien].", 72, "koeien", article="b"), "misattributed"),
    Example("Another number is not.", figure("Er waren [27 koeien].", 27, "koeien", article="a"),
            figure("Er waren [28 koeien].", 28, "koeien", article="b"), None),
)
'''
RUN = """
import sys
from pathlib import Path
import workbench.compare.detectors as package
package.__path__.append(sys.argv[1])
from workbench.store import RelationFilter, Workspace
from workbench.workflows.comparing import relations
from workbench.workflows.importing import import_paths
with Workspace.create_or_open(Path(sys.argv[2]) / "w.db") as workspace:
    import_paths(workspace, [Path(sys.argv[2])])
    for row in relations(workspace, RelationFilter()):
        print(row.relation.detector, row.relation.kind, row.relation.evidence.summary)
"""
CONTRACT = """
import sys
import pytest
import workbench.compare.detectors as package
package.__path__.append(sys.argv[1])
sys.exit(pytest.main([sys.argv[2], "-q", "-p", "no:cacheprovider", "-p", "no:randomly", "-k", "mirrored", "-n", "0"]))
"""


def run(code: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run code in a process of its own, in which no detector was loaded yet."""
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], capture_output=True, text=True, check=False
    )


def test_one_file_is_found_and_run(tmp_path: Path) -> None:
    """Two articles whose numbers only the new detector joins are related by it in an import."""
    folder, articles = tmp_path / "more", tmp_path / "articles"
    folder.mkdir()
    articles.mkdir()
    (folder / "mirrored.py").write_text(DETECTOR, encoding="utf-8")
    for name, count in (("een", 27), ("twee", 72)):
        text = f" date 2024-05-03 Na de overstroming in Gent zijn er {count} koeien gered, zei burgemeester Els Maas."
        (articles / f"{name}.txt").write_text(text, encoding="utf-8")
    done = run(RUN, folder, articles)
    assert done.returncode == 0, done.stderr
    assert "mirrored misattributed The number is written backwards." in done.stdout


def test_its_cases_are_run_by_the_contract_test(tmp_path: Path) -> None:
    """The contract test takes the file's cases up by itself, and fails where one is wrong."""
    contract = Path(__file__).with_name("test_detectors.py")
    for name, source, code in (
        ("right", DETECTOR, 0),
        ("wrong", DETECTOR.replace('"b"), None)', '"b"), "updates")'), 1),
    ):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "mirrored.py").write_text(source, encoding="utf-8")
        done = run(CONTRACT, folder, contract)
        assert done.returncode == code, done.stdout
        assert "passed" in done.stdout
