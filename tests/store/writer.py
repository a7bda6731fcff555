"""A process of its own that writes to a workspace until it is killed, and says on stdout what is acknowledged.

python writer.py PATH import FIRST     one article a transaction: prints its number after each commit
python writer.py PATH decide BY        decides over and over: prints the event's id after each commit
python writer.py PATH bulk BY          bulk decisions: prints the events' ids in one line
python writer.py PATH count BY N       N notes and tags, then ends
"""

from __future__ import annotations

import os
import sys
from itertools import count

from made_up import extraction_of, relation_between

from workbench.store import Workspace
from workbench.workflows.review import Review


def say(*words: object) -> None:
    """Acknowledge: unbuffered, so that a killed process has said all that it did."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def main() -> None:
    """Write until killed."""
    path, what, who = sys.argv[1:4]
    with Workspace.open(path) as ws:
        review = None if what == "import" else Review(ws, who)
        relations = [row.relation.id for row in ws.relations_by_rowid(ws.relation_rowids())]
        say("ready")
        if review is None:
            for number in count(int(who)):
                stored = extraction_of(number)
                ws.add_extractions([stored])
                first, second = stored.extraction.figures
                ws.put_relations([relation_between(first.id, second.id)], [stored.extraction.article.id])
                say(number)
        elif what == "decide":
            for turn in count():
                say(review.decide(relations[turn % 4], ("updates", "refines", "denies")[turn % 3]).id)
        elif what == "bulk":
            for turn in count():
                events = review.decide_many(relations, ("updates", "refines", "denies")[turn % 3])
                say(*(event.id for event in events))
        else:
            for turn in range(int(sys.argv[4])):
                say(review.note(relations[turn % 4], f"{who} {turn}").id)
                review.decide(relations[turn % 4], ("updates", "refines", "denies")[turn % 3])


main()
