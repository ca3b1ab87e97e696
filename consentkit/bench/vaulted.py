"""The whole way a person takes: a fresh vault, recordings added, edits checked.

Scans, conversations, prints, index and matching are the vault's own; nothing is corrected by hand.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path

from consentkit.bench.coverage import ToolScore, scored
from consentkit.bench.folder import Media, conversation_names
from consentkit.bench.scoring import Answer
from consentkit.bench.truth import EditTruth
from consentkit.domain.coverage import Lane
from consentkit.kernel.progress import silent
from consentkit.services.check_views import EditCheck
from consentkit.services.preferences import Preferences
from consentkit.services.workspace import Workspace, create_vault

NAME = "ConsentKit, through a vault"
_PASSPHRASE = "only for measuring"  # noqa: S105 -- protects a folder that is deleted afterwards
_USER_FOLDERS = ("CONSENTKIT_CONFIG", "CONSENTKIT_STATE")


def measure_vault(media: Media, work: Path, say: Callable[[str], None]) -> ToolScore:
    """Return the scores of checks made in a vault of their own.

    Args:
        media: The recordings and edits.
        work: An empty folder that the caller removes.
        say: Told what is going on.

    Raises:
        ConsentKitError: A recording or an edit cannot be read.
    """
    # The bench leaves no trace among the settings of whoever runs it.
    former = {name: os.environ.get(name) for name in _USER_FOLDERS}
    os.environ.update({name: str(work / name.lower()) for name in _USER_FOLDERS})
    try:
        space, _ = create_vault(work / "bench", _PASSPHRASE, preferences=Preferences)
        try:
            return _checked(space, media, say)
        finally:
            space.close()
    finally:
        for name, value in former.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


def _checked(space: Workspace, media: Media, say: Callable[[str], None]) -> ToolScore:
    recordings: dict[str, str] = {}
    conversations: dict[str, str] = {}
    for name, (path, truth) in media.recordings.items():
        say(f"add {path.name}")
        detail = space.recordings.add(path)
        recordings[detail.recording.id] = name
        found = space.recordings.conversations(detail.recording.id)
        conversations |= conversation_names(found, truth)
    say("bring the index up to date")
    space.prints.bring_up_to_date(silent, None)
    answered: list[tuple[EditTruth, tuple[Answer, ...]]] = []
    begun = time.process_time()
    for path, edit_truth in media.edits:
        say(f"check {path.name}")
        check = space.checks.check(path)
        answered.append((edit_truth, _answers(check, recordings, conversations)))
    # The decoders are processes of their own and do not count here.
    cpu_s = time.process_time() - begun
    return scored(NAME, tuple(Lane), tuple(answered), media, cpu_s)


def _answers(
    check: EditCheck, recordings: dict[str, str], conversations: dict[str, str]
) -> tuple[Answer, ...]:
    return tuple(
        Answer(
            item.span.lane,
            float(item.span.edit.start),
            float(item.span.edit.end),
            recordings[item.span.match.recording_id],
            conversations.get(item.span.conversation_id, item.span.conversation_id),
            float(item.span.match.source_start),
            float(item.span.match.speed),
            item.span.match.confidence,
        )
        for item in check.spans
        if item.span.match is not None
    )
