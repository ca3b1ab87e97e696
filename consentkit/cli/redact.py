"""``consentkit redact``: the smallest lawful edit of a finished video, proposed and rendered."""

from collections.abc import Iterator
from pathlib import Path

import click

from consentkit.cli.context import Call, command
from consentkit.cli.output import EXIT_NO, span
from consentkit.domain.plan import PublishPlan
from consentkit.domain.redaction import (
    PICTURE_TREATMENTS,
    SOUND_TREATMENTS,
    Action,
    PersonTreatment,
    Treatment,
)
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import format_time
from consentkit.services.gating import read_plan
from consentkit.services.policies import all_packs
from consentkit.services.redaction_views import RedactionPerson, RedactionProject, RenderedVideo
from consentkit.services.workspace import Workspace

_UNKNOWN = "unknown"
_PROPOSED = "proposed"
_DONE = {
    Treatment.KEEP: "left as it is",
    Treatment.BLUR_FACE: "face blurred",
    Treatment.HIDE_PICTURE: "picture hidden",
    Treatment.ALTER_VOICE: "voice changed",
    Treatment.MUTE: "muted",
    Treatment.CUT: "cut",
}
_UNSURE = {
    "gap": "the face was lost and followed through",
    "weak": "the face is hard to see",
    "edge": "the face is partly outside of the picture",
    "ends": "the face comes or goes within a shot",
    "nobody": "somebody should be here, and no face is covered",
}


def parse_person(text: str) -> tuple[str, PersonTreatment | None]:
    """Return person and treatment written as ``ID=blur_face,mute``; None stands for ``proposed``.

    Unknown footage is named ``unknown``, and is an empty name here.

    Raises:
        MalformedError: It is no treatment.
    """
    person, _, rest = text.partition("=")
    who = "" if person == _UNKNOWN else person
    if person and rest.strip() == _PROPOSED:
        return who, None
    try:
        named = {Treatment(word.strip()) for word in rest.split(",")}
    except ValueError as exc:
        raise MalformedError("redaction.treatment") from exc
    pictures = [one for one in named if one in PICTURE_TREATMENTS and one is not Treatment.KEEP]
    sounds = [one for one in named if one in SOUND_TREATMENTS and one is not Treatment.KEEP]
    if not person or len(pictures) > 1 or len(sounds) > 1:
        raise MalformedError("redaction.treatment")
    keep = [Treatment.KEEP]
    return who, PersonTreatment(who, (pictures or keep)[0], (sounds or keep)[0])


def parse_tracks(text: str) -> tuple[str, frozenset[int]]:
    """Return recording and streams written as ``RECORDING=1,2``; without a number, no stream.

    Raises:
        MalformedError: It names no recording, or what is no number.
    """
    recording_id, _, rest = text.partition("=")
    words = [word.strip() for word in rest.split(",") if word.strip()]
    if not recording_id or not all(word.isascii() and word.isdecimal() for word in words):
        raise MalformedError("redaction.tracks")
    return recording_id, frozenset(int(word[:9]) for word in words)


_PATH = click.Path(path_type=Path, readable=False)


@click.argument("edit", type=_PATH)
@click.option("--out", type=_PATH, help="The redacted video; nothing may be there yet.")
@click.option("--plan", type=_PATH, help="What is to be published where (plan.toml).")
@click.option("--check", "check_id", help="The check to go by; default is the one kept of EDIT.")
@click.option(
    "--person",
    "persons",
    multiple=True,
    metavar="ID=HOW",
    help="What is done with one person: keep, blur_face, hide_picture, mute, alter_voice, or cut; "
    "picture and sound apart by a comma; 'proposed' takes a choice back. It is kept for the next "
    "time. ID is a record or conversation, or 'unknown'.",
)
@click.option(
    "--partner-track",
    "tracks",
    multiple=True,
    metavar="RECORDING=N[,N]",
    help="Streams of a recording that carry the partner's sound alone: sound is then changed only "
    "where anything is heard in them. RECORDING= takes it back.",
)
@click.option("--proposal", is_flag=True, help="Only show what would be done.")
@click.option("--timeline-out", type=_PATH, help="Write it as an OTIO timeline for an editor.")
def _redact(
    call: Call,
    edit: Path,
    out: Path | None,
    plan: Path | None,
    check_id: str | None,
    persons: tuple[str, ...],
    tracks: tuple[str, ...],
    timeline_out: Path | None,
    *,
    proposal: bool,
) -> None:
    """Blur, mute, alter or cut as little of a finished video as lets its plan pass.

    The video is checked first where no check of it is kept. The redacted video is looked at again
    and checked anew; the answer is 1 where its plan does not pass.
    """
    if out is None and timeline_out is None and not proposal:
        raise click.UsageError("Name a file with --out or --timeline-out, or take --proposal.")
    chosen = [parse_person(text) for text in persons]
    named = [parse_tracks(text) for text in tracks]
    planned = read_plan(plan) if plan is not None else None
    workspace = call.open()
    try:
        found = check_id or _kept_check(call, workspace, edit)
        checked = _asked_again(call, workspace, edit, found, planned)
        for recording_id, streams in named:
            workspace.redaction.name_partner_tracks(recording_id, streams, call.meter, call.cancel)
        for person, treatment in chosen:
            if treatment is None:
                workspace.redaction.choose_proposed(checked, person)
            else:
                workspace.redaction.choose(checked, treatment)
        project, rendered = _done(call, workspace, checked, out, timeline_out, is_shown=proposal)
        call.say(_as_json(project, rendered), *_lines(project, rendered))
    finally:
        workspace.close()
    if not (rendered.is_passed if rendered is not None else project.is_passed):
        raise SystemExit(EXIT_NO)


def _kept_check(call: Call, workspace: Workspace, edit: Path) -> str | None:
    """Return the newest check of the very file, if one is kept."""
    digest = ""
    for card in workspace.checks.cards():
        if card.path == edit.resolve():
            digest = digest or workspace.checks.file_digest(card.path, call.meter, call.cancel)
            if digest and workspace.checks.stored(card.id).facts.sha256 == digest:
                return card.id
    return None


def _asked_again(
    call: Call, workspace: Workspace, edit: Path, check_id: str | None, plan: PublishPlan | None
) -> str:
    """Return the check, made or judged by what holds at this moment."""
    checks = workspace.checks
    if check_id is None:
        made = checks.check(edit, plan=plan, progress=call.meter, cancel=call.cancel)
        return made.id
    if plan is not None:
        return checks.set_plan(check_id, plan, call.meter, call.cancel).id
    return checks.rejudge(check_id).id


def _done(
    call: Call,
    workspace: Workspace,
    check_id: str,
    out: Path | None,
    timeline_out: Path | None,
    *,
    is_shown: bool,
) -> tuple[RedactionProject, RenderedVideo | None]:
    redaction = workspace.redaction
    if is_shown and out is None and timeline_out is None:
        return redaction.project(check_id), None
    project = redaction.look_for_faces(check_id, call.meter, call.cancel)
    if timeline_out is not None:
        redaction.export_timeline(check_id, timeline_out)
    if out is None or is_shown:
        return project, None
    rendered = redaction.render(check_id, out, call.meter, call.cancel)
    return redaction.project(check_id), rendered


def _lines(project: RedactionProject, rendered: RenderedVideo | None) -> Iterator[str]:
    yield project.path.name
    for person in project.people:
        yield _person_line(person)
    removed = f", {format_time(project.removed_s)} of it cut" if project.removed_s else ""
    yield f"{format_time(project.changed_s)} of {format_time(project.duration)} change{removed}."
    if project.left:
        yield ""
        yield "What no edit of this kind mends:"
        texts = {rule.id: rule.text("en") for pack in all_packs() for rule in pack.gate}
        for item in project.left:
            why = " ".join(part for part in (item.reason, item.detail) if part)
            yield f"  {item.rule:<18}  {texts.get(item.rule, '')} ({why})"
    if project.faces.unsure:
        yield ""
        yield "Moments to look at:"
        for moment in project.faces.unsure:
            where = span(moment.edit.start, moment.edit.end)
            yield f"  {where:>22}  {_UNSURE[moment.reason.value]} {moment.track}".rstrip()
    yield ""
    yield from _rendered_lines(project, rendered)


def _person_line(person: RedactionPerson) -> str:
    done = dict.fromkeys((_DONE[person.treatment.picture], _DONE[person.treatment.sound]))
    ways = [way for way in done if len(done) == 1 or way != _DONE[Treatment.KEEP]]
    who = person.name or person.treatment.person or "unknown footage"
    why = f"  because of {', '.join(person.rules)}" if person.rules else ""
    return f"  {who:<22}  {format_time(person.changed_s):>9}  {', '.join(ways)}{why}"


def _rendered_lines(project: RedactionProject, rendered: RenderedVideo | None) -> Iterator[str]:
    if rendered is None:
        yield "With this the plan passes." if project.is_passed else "The plan stays blocked."
        return
    yield f"Written to {rendered.path}: {format_time(rendered.duration)}."
    yield (
        f"Copied without a change: {format_time(rendered.copied_s)} of picture; "
        f"encoded anew: {format_time(rendered.encoded_s)}."
    )
    for doubt in rendered.doubts:
        yield f"  {span(doubt.start, doubt.end):>22}  a face or voice may still be known here"
    if rendered.is_passed:
        yield f"Checked again as {rendered.check_id}: the plan passes."
    else:
        yield f"Checked again as {rendered.check_id}: the plan is still blocked."


def _as_json(project: RedactionProject, rendered: RenderedVideo | None) -> dict[str, object]:
    return {
        "check": project.check_id,
        "edit": project.path,
        "duration": project.duration,
        "people": [
            {
                "person": one.treatment.person or None,
                "name": one.name,
                "picture": one.treatment.picture,
                "sound": one.treatment.sound,
                "proposed": {"picture": one.proposed.picture, "sound": one.proposed.sound},
                "rules": one.rules,
                "picture_s": one.picture_s,
                "sound_s": one.sound_s,
                "changed_s": one.changed_s,
            }
            for one in project.people
        ],
        "actions": [_action(one) for one in project.actions],
        "faces": len(project.faces.tracks),
        "has_faces": project.has_faces,
        "unsure": project.faces.unsure,
        "left": [
            {"rule": one.rule, "reason": one.reason, "detail": one.detail, "persons": one.persons}
            for one in project.left
        ],
        "changed_s": project.changed_s,
        "removed_s": project.removed_s,
        "is_passed": project.is_passed,
        "rendered": rendered,
    }


def _action(action: Action) -> dict[str, object]:
    return {
        "treatment": action.treatment,
        "start": action.edit.start,
        "end": action.edit.end,
        "person": action.person or None,
        "tracks": action.tracks,
    }


def add_to(cli: click.Group) -> None:
    """Add the command to the program."""
    command(cli, "redact")(_redact)
