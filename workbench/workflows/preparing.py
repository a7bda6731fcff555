"""An extraction made ready for the store: speakers over all articles, block keys."""

from __future__ import annotations

from workbench.compare import SpeakerDirectory, block_keys
from workbench.model import Extraction, Speaker
from workbench.store import StoredExtraction
from workbench.workflows.comparing import comparable


def prepare(extraction: Extraction, directory: SpeakerDirectory) -> StoredExtraction:
    """An extraction with its speakers resolved over all articles and its block keys."""
    speaker_ids: dict[str, str] = {}
    speakers: dict[str, Speaker] = {}
    for mention in extraction.mentions:
        if mention.speaker:
            speaker = directory.resolve(mention.speaker, extraction.article.id)
            speaker_ids[mention.id] = speaker.id
            speakers[speaker.id] = speaker
    keys = {
        m.id: block_keys(comparable(m, extraction.article, speaker_ids.get(m.id)))
        for m in extraction.mentions
    }
    return StoredExtraction(extraction, speaker_ids, tuple(speakers.values()), keys)
