"""Lining up what articles say: block keys, detectors with labelled levels, speakers over articles."""

from workbench.compare.blocking import block_keys
from workbench.compare.engine import MemoryIndex, compare, relate
from workbench.compare.entities import SpeakerDirectory
from workbench.compare.postings import STAR, chosen
from workbench.compare.types import ArticleInfo, CandidateSource, Comparable, lead, paragraph

__all__ = [
    "STAR", "ArticleInfo", "CandidateSource", "Comparable", "MemoryIndex", "SpeakerDirectory", "block_keys", "chosen",
    "compare", "lead", "paragraph", "relate",
]  # fmt: skip
