"""``python -m benchmarks [--short] [NAME...]``: run, print a table, fail on a missed ratio."""

from __future__ import annotations

import argparse
import importlib
import sys

from benchmarks.measure import Outcome

SUITE = (
    "startup", "extraction", "streaming", "hostile", "importing", "comparison", "growth", "independence", "inbox",
)  # fmt: skip


def main() -> int:
    """Run the suite; exit code 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description="Benchmarks of the workbench.")
    parser.add_argument("names", nargs="*", help=f"which ones: {', '.join(SUITE)}")
    parser.add_argument("--short", action="store_true", help="the small sizes that CI runs")
    arguments = parser.parse_args()
    missed = 0
    print(f"{'benchmark':<44} {'value':>14} {'reference':>14} {'ratio':>8}  goal")
    for name in arguments.names or SUITE:
        for outcome in importlib.import_module(f"benchmarks.{name}").run(arguments.short):
            missed += not outcome.reached
            print(line(outcome), flush=True)
    print("every goal reached" if not missed else f"{missed} goals missed")
    return 1 if missed else 0


def line(outcome: Outcome) -> str:
    """One row of the table."""
    sign = "" if outcome.reached else "   MISSED"
    return (
        f"{outcome.name:<44} {outcome.value:>14} {outcome.reference:>14} {outcome.ratio:>8.2f}  "
        f"{outcome.goal_text}{sign}"
    )


if __name__ == "__main__":
    sys.exit(main())
