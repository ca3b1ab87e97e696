"""From a redaction to a file: what is ordered, and what is known of the result."""

import os
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from consentkit.domain.gate_facts import GateFacts
from consentkit.domain.lineage import Lineage
from consentkit.domain.plan import PublishPlan
from consentkit.domain.redacted_facts import (
    Cuts,
    cut_coverage,
    emptied_coverage,
    redacted_plan,
)
from consentkit.domain.redaction import Action, Treatment, cut_stretches
from consentkit.kernel.digest import sha256_hex
from consentkit.kernel.errors import InputError
from consentkit.kernel.timebase import TimeRange, union
from consentkit.media.redact.order import (
    SUFFIXES,
    Doubt,
    DoubtKind,
    Quiet,
    RedactOrder,
    RenderResult,
)
from consentkit.services.check_views import OwnMark
from consentkit.services.redaction_project import Worked, face_ranges
from consentkit.services.stored_check import StoredCheck
from consentkit.wire.receipt import JSONLike
from consentkit.wire.v1.stored import encode_stored


def checked_target(out: Path, source: Path) -> Path:
    """Return where a video may be written.

    Raises:
        InputError: Something is there (``redaction.exists``), or the ending names no container
            that can be written (``redaction.container``).
    """
    target = out.absolute()
    if target.suffix.lower() not in SUFFIXES:
        raise InputError("redaction.container")
    if target == source or os.path.lexists(target):
        raise InputError("redaction.exists")
    return target


def order_of(worked: Worked, duration: Fraction, voice_seed: int = 0) -> RedactOrder:
    """Return what is to be done to a video, in the media's terms.

    Args:
        worked: The redaction.
        duration: Seconds of the video; nothing is ordered beyond.
        voice_seed: What changed voices wander by.
    """
    actions = [one for one in worked.actions if one.edit.start < duration]

    def of(how: Treatment) -> tuple[TimeRange, ...]:
        return union(one.edit for one in actions if one.treatment is how)

    return RedactOrder(
        blurs=face_ranges(actions, worked.edited.tracks),
        hidden=of(Treatment.HIDE_PICTURE),
        muted=tuple(Quiet(one) for one in of(Treatment.MUTE)),
        altered=of(Treatment.ALTER_VOICE),
        cuts=of(Treatment.CUT),
        voice_seed=voice_seed,
    )


def order_digest(order: RedactOrder) -> str:
    """Return the digest of what was ordered; the seed of changed voices is not in it."""
    return sha256_hex(encode_stored(replace(order, voice_seed=0)))


def as_heard(worked: Worked, doubts: Iterable[Doubt]) -> Worked:
    """Return a redaction without what the written file says was not muted after all.

    What is neither stated nor known to be muted is not covered, so that the plan does not pass.

    Args:
        worked: The redaction.
        doubts: What was noticed in the written file, in its own seconds.
    """
    cuts = Cuts(cut_stretches(worked.actions))
    loud = Cuts(cuts.before(one.range) for one in doubts if one.kind is DoubtKind.SOUND)
    actions = (
        replace(action, edit=piece)
        for action in worked.actions
        for piece in (
            loud.left_of(action.edit) if action.treatment is Treatment.MUTE else (action.edit,)
        )
    )
    return replace(worked, actions=tuple(actions))


def plan_for(plan: PublishPlan, worked: Worked, sha256: str) -> PublishPlan:
    """Return the plan for the redacted video: what was done is stated, and which file it is."""
    return replace(redacted_plan(plan, worked.actions, worked.silence), file_sha256=sha256)


def lineage_of(check: StoredCheck, plan: PublishPlan, worked: Worked) -> Lineage:
    """Return what is known of a redacted video because it was made here.

    Args:
        check: The check of the video it was made of.
        plan: Its own plan, as ``plan_for`` gives it.
        worked: The redaction.
    """
    cuts = Cuts(cut_stretches(worked.actions))
    # What was stated before rests on words; it stays in the plan.
    done = redacted_plan(PublishPlan(plan.platform), worked.actions, worked.silence)
    return Lineage(
        plan.file_sha256,
        check.id,
        check.facts.sha256,
        cut_coverage(emptied_coverage(check.coverage, worked.actions), cuts),
        # What was silent or blank before still is, though a codec may ring at its borders.
        _done(worked.actions, Treatment.MUTE, check.silent, cuts),
        _done(worked.actions, Treatment.HIDE_PICTURE, check.blank, cuts),
        done.redactions or (),
    )


def _done(
    actions: Iterable[Action], how: Treatment, before: Iterable[TimeRange], cuts: Cuts
) -> tuple[TimeRange, ...]:
    stretches = (*before, *(one.edit for one in actions if one.treatment is how))
    moved = (cuts.after(one) for one in stretches)
    return union(one for one in moved if one is not None)


def own_after(check: StoredCheck, worked: Worked) -> tuple[OwnMark, ...]:
    """Return what was listed as own material, where it lies in the redacted video."""
    cuts = Cuts(cut_stretches(worked.actions))
    moved = ((mark, cuts.after(mark.edit)) for mark in check.own)
    return tuple(replace(mark, edit=edit) for mark, edit in moved if edit is not None)


def rights(facts: GateFacts) -> tuple[object, ...]:
    """Return what of a decision's facts a withdrawal, an objection or an end of term changes."""
    people = (
        (one.consent_id, one.leaves, one.withdrawn_at, one.invalid_reasons) for one in facts.people
    )
    return facts.plan, facts.spans, tuple(people)


def redaction_claims(
    check: StoredCheck,
    worked: Worked,
    result: RenderResult,
    order: RedactOrder,
    *,
    is_passed: bool,
) -> dict[str, JSONLike]:
    """Return what the log says of a redaction: digests and numbers, no name."""
    blurred = {name for one in worked.actions for name in one.tracks}
    return {
        "edit_sha256": check.facts.sha256,
        "redacted_sha256": result.sha256,
        "order_sha256": order_digest(order),
        "faces_blurred": len(blurred),
        # The creator's own, those of others elsewhere, and those that a person took out by hand.
        "faces_left": len(worked.edited.tracks.keys() - blurred),
        "faces_left_by_hand": len(_left_by_hand(worked) - blurred),
        "decision": "pass" if is_passed else "blocked",
    }


def _left_by_hand(worked: Worked) -> frozenset[str]:
    """Return the faces that a person took out, or chose not to blur, but for the creator's own."""
    edited = worked.edited
    spared = {name for name, is_blurred in edited.choices.items() if not is_blurred}
    return frozenset((edited.removed | spared) & edited.tracks.keys()) - worked.own_faces
