"""What a redaction comes to: proposal, choices and faces put together. Pure, but for the packs."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from consentkit.domain.coverage import Span
from consentkit.domain.gate_facts import GateFacts
from consentkit.domain.lawful_edit import (
    Proposal,
    Whereabouts,
    persons_of,
    whereabouts,
)
from consentkit.domain.partner_track import silence_by_person
from consentkit.domain.redacted_facts import Cuts, Silence, common
from consentkit.domain.redaction import (
    Action,
    FaceFindings,
    FaceTrack,
    PersonTreatment,
    Treatment,
    UnsureMoment,
    UnsureReason,
    changed_stretches,
)
from consentkit.domain.redaction_changes import Edited, after_changes, in_order
from consentkit.domain.redaction_faces import FaceOwner, whose
from consentkit.kernel.timebase import TimeRange, union
from consentkit.services.redaction_views import RedactionPerson, RedactionProject
from consentkit.services.stored_check import StoredCheck
from consentkit.services.stored_redaction import StoredRedaction

BORDER = Fraction(1, 2)
"""Seconds by which the borders of a stretch may be wrong (coverage). A face that is blurred is
looked for, and blurred, that much longer where it goes on in the same shot."""

BARE_FROM = Fraction(1, 2)
"""Seconds for which nothing covers somebody who is to be blurred, from which it is told: between
two tracks of one face lie some frames."""

Propose = Callable[[Mapping[str, PersonTreatment]], Proposal]


@dataclass(frozen=True, slots=True)
class Worked:
    """A redaction worked out.

    Attributes:
        proposal: With what was chosen by hand.
        proposed: What is proposed without that.
        edited: Faces and choices after the changes.
        actions: Those of the proposal with the faces they blur, and boxes drawn by hand.
        own_faces: Tracks that are the creator's own.
        silence: Where there is nothing to mute.
    """

    proposal: Proposal
    proposed: Proposal
    edited: Edited
    actions: tuple[Action, ...]
    own_faces: frozenset[str]
    silence: Silence


def silence_in(check: StoredCheck, heard: Mapping[str, Sequence[TimeRange]]) -> Silence:
    """Return where there is nothing to mute in a video.

    Of several streams of sound only one was listened to, so that silence in it tells nothing.

    Args:
        check: The check of the video.
        heard: By recording with a track for each side, when the other side is heard.
    """
    if check.facts.sound_streams != 1:
        return Silence()
    stretches = (
        (person, item.span.match)
        for item in check.judged
        if item.span.match is not None
        for person in persons_of(item)
    )
    return Silence(union(check.silent), silence_by_person(stretches, heard))


def work_out(
    check: StoredCheck, stored: StoredRedaction, silence: Silence, propose: Propose
) -> Worked:
    """Return what is to be done to a video.

    Args:
        check: Its check.
        stored: What is kept of the redaction.
        silence: Where there is nothing to mute.
        propose: Gives the proposal for treatments chosen by hand.
    """
    edited = after_changes(stored.found, stored.changes)
    proposed, proposal = propose({}), propose(edited.treatments)
    spans = [item.span for item in check.judged]
    actions, own = _with_faces(proposal.actions, edited, spans)
    return Worked(proposal, proposed, edited, actions, own, silence)


def _with_faces(
    actions: Iterable[Action], edited: Edited, spans: Sequence[Span]
) -> tuple[tuple[Action, ...], frozenset[str]]:
    """Return the actions with the faces each blurs, and the creator's own faces."""
    owners: dict[str, set[FaceOwner]] = {}
    made: list[Action] = []
    tracks = [one for one in edited.tracks.values() if one.id not in edited.removed]
    for action in actions:
        if action.treatment is not Treatment.BLUR_FACE:
            made.append(action)
            continue
        names = []
        for face in whose(tracks, spans, action.edit):
            owners.setdefault(face.track, set()).add(face.owner)
            must = face.must_be_blurred or face.track in edited.drawn
            if edited.choices.get(face.track, must):
                names.append(face.track)
        made.append(replace(action, tracks=tuple(names)))
    # A box drawn by hand, and a face chosen by hand, is blurred wherever it is.
    by_hand = {name for name, is_blurred in edited.choices.items() if is_blurred} | edited.drawn
    by_hand -= edited.removed | {name for name, wanted in edited.choices.items() if not wanted}
    made.extend(
        Action(Treatment.BLUR_FACE, track.range, "", (track.id,))
        for track in tracks
        if track.id in by_hand
    )
    own = frozenset(name for name, found in owners.items() if found == {FaceOwner.OWN})
    return tuple(sorted(made, key=lambda one: (one.edit, one.treatment.value, one.person))), own


def blurred_stretches(actions: Iterable[Action]) -> tuple[TimeRange, ...]:
    """Return where somebody's face is blurred."""
    wanted = (one for one in actions if one.treatment is Treatment.BLUR_FACE and one.person)
    return union(one.edit for one in wanted)


def not_looked_at(
    wanted: Iterable[TimeRange], looked: Sequence[TimeRange]
) -> tuple[TimeRange, ...]:
    """Return what of the stretches lies in none of those that were looked at."""
    done = Cuts(looked)
    return tuple(piece for one in wanted for piece in done.left_of(one))


def face_ranges(
    actions: Iterable[Action], tracks: Mapping[str, FaceTrack]
) -> tuple[tuple[TimeRange, FaceTrack], ...]:
    """Return where which face is blurred: a little beyond the stretch where the face goes on."""
    found: dict[str, list[TimeRange]] = {}
    for action in actions:
        if action.treatment is not Treatment.BLUR_FACE:
            continue
        for name in action.tracks:
            track = tracks[name]
            wide = action.edit.widened(BORDER, track.until)
            start, end = max(wide.start, track.range.start), min(wide.end, track.until)
            if start < end:
                found.setdefault(name, []).append(TimeRange(start, end))
    return tuple(
        (stretch, tracks[name]) for name, stretches in found.items() for stretch in union(stretches)
    )


def project_of(
    check: StoredCheck,
    facts: GateFacts,
    stored: StoredRedaction,
    worked: Worked,
    names: Mapping[str, str],
) -> RedactionProject:
    """Return a redaction as front ends show it.

    Args:
        check: The check.
        facts: What the gate saw.
        stored: What is kept.
        worked: What it comes to.
        names: Names to show, by person.
    """
    proposal, edited = worked.proposal, worked.edited
    wanted = blurred_stretches(proposal.actions)
    people = tuple(
        _person(where, treatment, proposed, proposal, names)
        for where, treatment, proposed in zip(
            whereabouts(facts.spans),
            proposal.treatments,
            worked.proposed.treatments,
            strict=True,
        )
    )
    return RedactionProject(
        check_id=check.id,
        path=check.path,
        duration=check.facts.duration,
        people=people,
        actions=worked.actions,
        faces=replace(
            stored.found,
            tracks=in_order(edited.tracks.values()),
            unsure=to_look_at(stored.found, worked, wanted),
        ),
        own_faces=worked.own_faces,
        removed_faces=frozenset(edited.removed),
        has_faces=not not_looked_at(wanted, stored.found.looked),
        is_passed=proposal.is_passed,
        left=proposal.left,
        changed_s=_seconds(changed_stretches(worked.actions)),
        removed_s=_seconds(proposal.removed),
        rendered=stored.rendered if stored.rendered and stored.rendered.is_file() else None,
        rendered_check=stored.rendered_check,
        can_undo=bool(stored.changes),
        is_missing=not check.path.is_file(),
    )


def to_look_at(
    found: FaceFindings, worked: Worked, wanted: Sequence[TimeRange]
) -> tuple[UnsureMoment, ...]:
    """Return the moments about a face that is covered, and those at which one should be.

    That any face was found says nothing where somebody is to be blurred: it may be the creator's
    own, or one that was taken out by hand.

    Args:
        found: The faces as they were found.
        worked: The redaction.
        wanted: Where somebody is to be blurred, in order.
    """
    blurred = {name for action in worked.actions for name in action.tracks}
    covered = Cuts(where for where, _ in face_ranges(worked.actions, worked.edited.tracks))
    nobody = (
        UnsureMoment(piece, UnsureReason.NOBODY)
        for stretch in common(wanted, found.looked)
        for piece in covered.left_of(stretch)
        if piece.duration >= BARE_FROM
    )
    moments = (*(one for one in found.unsure if one.track in blurred), *nobody)
    return tuple(sorted(moments, key=lambda one: (one.edit, one.reason, one.track)))


def _person(
    where: Whereabouts,
    treatment: PersonTreatment,
    proposed: PersonTreatment,
    proposal: Proposal,
    names: Mapping[str, str],
) -> RedactionPerson:
    mine = (one for one in proposal.actions if one.person == where.person)
    return RedactionPerson(
        treatment,
        proposed,
        names.get(where.person, ""),
        proposal.rules[where.person],
        _seconds(union(where.picture)),
        _seconds(union(where.sound)),
        _seconds(changed_stretches(mine)),
    )


def _seconds(stretches: Iterable[TimeRange]) -> Fraction:
    return sum((one.duration for one in stretches), Fraction(0))
