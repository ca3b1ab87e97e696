"""``consentkit consent``: permissions, from recording one to erasing it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click

from consentkit.cli.context import Call, command
from consentkit.cli.output import moment, span
from consentkit.domain import consent as consents
from consentkit.domain.consent import InvalidReason, NoticeGiven, Status
from consentkit.domain.evidence import Answer, EvidenceKind, SpokenAnswer
from consentkit.domain.scope import Purpose
from consentkit.kernel.clock import SystemClock
from consentkit.kernel.errors import InputError, MalformedError
from consentkit.kernel.timebase import parse_instant, parse_range
from consentkit.services.askings import AskingService
from consentkit.services.scope_files import load_scope_file
from consentkit.services.views import ConsentDetail, ConsentDraft, PermissionFilter
from consentkit.services.workspace import Workspace

group = click.Group("consent", help="Record permissions and follow them.")

Step = Callable[[Workspace, tuple[Purpose, ...]], ConsentDetail]


def _lines(detail: ConsentDetail) -> list[str]:
    record = detail.record
    who = record.party
    lines = [
        f"{record.id}  {who.pseudonym}  {who.country or '-'}  {','.join(who.languages) or '-'}",
        f"  grade {detail.grade.value}: "
        + (", ".join(sorted(fact.value for fact in detail.facts)) or "no facts"),
    ]
    for purpose, status in detail.statuses.items():
        until = detail.ends_at.get(purpose)
        lines.append(
            f"  {purpose.value:<18} {status.value:<12} "
            + (f"until {moment(until)}" if until else "")
        )
    for item in record.evidence:
        stretch = span(item.source_range.start, item.source_range.end) if item.source_range else ""
        lines.append(f"  {item.id}  {item.kind.value:<9} {item.size_bytes:>10} B  {stretch}")
    for place in detail.places:
        proven = ", ".join(f"{moment(at)} by {name}" for name, at, _ in place.proven_by)
        lines.append(
            f"  log {place.index}: {place.kind}, claimed {moment(place.recorded_at)}"
            f", {'proved not later than ' + proven if proven else 'time stamp pending'}"
        )
    if detail.short_id:
        lines.append(f"  short id {detail.short_id}")
    return lines


def _done(call: Call, workspace: Workspace, detail: ConsentDetail) -> None:
    workspace.time.stamp_due(call.meter, call.cancel)
    detail = workspace.consents.detail(detail.record.id)
    call.say(detail, *_lines(detail))


@click.argument("conversation_id")
@click.option(
    "--file",
    "scope",
    type=click.Path(path_type=Path, readable=False),
    required=True,
    help="scope.toml: who, what, and the answer.",
)
@click.option("--question", help="Where the question is asked, such as 1:02-1:05.5.")
@click.option("--answer", help="Where it is answered.")
@click.option("--number-said", help="Where the consent number is repeated.")
@click.option("--asking", default="", help="The asking it came from.")
@click.option(
    "--attach",
    "attachments",
    multiple=True,
    type=(str, click.Path(path_type=Path, readable=False)),
    help="Kind (image, document, message, audio) and file.",
)
def _record(
    call: Call,
    conversation_id: str,
    scope: Path,
    question: str | None,
    answer: str | None,
    number_said: str | None,
    asking: str,
    attachments: tuple[tuple[str, Path], ...],
) -> None:
    """Record what a partner answered in a conversation, and seal it with its excerpt.

    \b
    An example of scope.toml:
      [party]
      pseudonym = "Budi"
      country = "ID"
      languages = ["id"]
      is_adult_stated = true
      [notice]
      language = "id"
      [answer]
      heard = "yes"
      is_number_heard = true
      [scope]
      preset = "youtube-ads-2y"
    """  # noqa: D301 -- click reads the backspace as "keep these lines"
    read = load_scope_file(scope, SystemClock())
    if (question is None) != (answer is None):
        raise click.UsageError("Give --question and --answer together.")
    workspace = call.open()
    try:
        recording_id = workspace.recordings.recording_of(conversation_id)
        spoken = None
        if question is not None and answer is not None:
            spoken = SpokenAnswer(
                recording_id,
                parse_range(question),
                parse_range(answer),
                read.heard,
                is_number_heard=read.is_number_heard,
                number_range=parse_range(number_said) if number_said else None,
            )
        draft = ConsentDraft(
            party=read.party,
            permissions=read.permissions,
            answers=dict(read.answers),
            recording_id=recording_id,
            conversation_id=conversation_id,
            spoken=spoken,
            notice=_notice(read.notice_language),
            asking_id=asking,
            attachments=tuple((path, _kind(kind), "") for kind, path in attachments),
        )
        _done(call, workspace, workspace.consents.seal(draft, call.meter, call.cancel))
    finally:
        workspace.close()


def _kind(text: str) -> EvidenceKind:
    try:
        return EvidenceKind(text)
    except ValueError as exc:
        raise InputError("attachment.type") from exc


def _notice(language: str) -> NoticeGiven | None:
    if not language:
        return None
    for info in AskingService.languages():
        if info.notice.language == language:
            return info.notice
    raise InputError("notice.language")


@click.argument("consent_id")
def _show(call: Call, consent_id: str) -> None:
    """Show a permission with its facts, evidence and log entries."""
    workspace = call.open()
    try:
        detail = workspace.consents.detail(consent_id)
        call.say(detail, *_lines(detail))
    finally:
        workspace.close()


@click.option("--search", default="", help="Words that must occur.")
@click.option("--status", "statuses", multiple=True, type=click.Choice([s.value for s in Status]))
@click.option("--limit", type=click.IntRange(1, 10_000), default=200)
@click.option("--offset", type=click.IntRange(0), default=0)
def _list(call: Call, search: str, statuses: tuple[str, ...], limit: int, offset: int) -> None:
    """List permissions, newest first."""
    workspace = call.open()
    try:
        wanted = PermissionFilter(text=search, statuses=frozenset(map(Status, statuses)))
        rows = workspace.consents.query(wanted, offset, limit)
        total = workspace.consents.count(wanted)
        call.say(
            {"total": total, "rows": rows},
            *(f"{r.id}  {r.status.value:<12} {r.grade:<2} {r.pseudonym}" for r in rows),
            f"{len(rows)} of {total}",
        )
    finally:
        workspace.close()


@click.argument("consent_id")
@click.argument("conversation_id")
def _attach(call: Call, consent_id: str, conversation_id: str) -> None:
    """Let a permission cover another conversation of the same partner."""
    workspace = call.open()
    try:
        recording_id = workspace.recordings.recording_of(conversation_id)
        _done(
            call,
            workspace,
            workspace.consents.attach_clip(consent_id, recording_id, conversation_id, None),
        )
    finally:
        workspace.close()


@click.argument("consent_id")
@click.argument("kind", type=click.Choice(["image", "document", "message", "audio"]))
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@click.option("--label", default="", help="What you call it.")
def _add_evidence(call: Call, consent_id: str, kind: str, file: Path, label: str) -> None:
    """Seal a further file as evidence."""
    workspace = call.open()
    try:
        detail = workspace.consents.add_evidence(
            consent_id, file, EvidenceKind(kind), label, call.meter, call.cancel
        )
        _done(call, workspace, detail)
    finally:
        workspace.close()


def _purposes_option(function: Callable[..., None]) -> Callable[..., None]:
    return click.option(
        "--purpose",
        "purposes",
        multiple=True,
        type=click.Choice([p.value for p in Purpose]),
        help="Only this purpose; default: every one the step is possible for.",
    )(function)


def _take(
    call: Call, consent_id: str, purposes: tuple[str, ...], kind: consents.Step, step: Step
) -> None:
    """Take a step for the purposes named, else for every one it is possible for now."""
    workspace = call.open()
    try:
        detail = workspace.consents.detail(consent_id)
        sources = consents.STEPS[kind][0]
        possible = tuple(
            purpose for purpose, status in detail.statuses.items() if status in sources
        )
        chosen = tuple(map(Purpose, purposes)) or possible or detail.record.purposes
        _done(call, workspace, step(workspace, chosen))
    finally:
        workspace.close()


@click.argument("consent_id")
@_purposes_option
@click.option("--reason", default="")
@click.option("--happened-at", help="When the person said so, RFC 3339.")
def _withdraw(
    call: Call, consent_id: str, purposes: tuple[str, ...], reason: str, happened_at: str | None
) -> None:
    """Note that the person took the permission back."""
    when = parse_instant(happened_at) if happened_at else None
    _take(
        call,
        consent_id,
        purposes,
        consents.Step.WITHDRAW,
        lambda ws, chosen: ws.consents.withdraw(consent_id, chosen, reason, when),
    )


@click.argument("consent_id")
@_purposes_option
@click.option("--reason", default="")
def _revoke(call: Call, consent_id: str, purposes: tuple[str, ...], reason: str) -> None:
    """End the permission from your side."""
    _take(
        call,
        consent_id,
        purposes,
        consents.Step.REVOKE,
        lambda ws, chosen: ws.consents.revoke(consent_id, chosen, reason),
    )


@click.argument("consent_id")
@_purposes_option
@click.option("--reason", default="")
def _suspend(call: Call, consent_id: str, purposes: tuple[str, ...], reason: str) -> None:
    """Block the permission while something is in doubt."""
    _take(
        call,
        consent_id,
        purposes,
        consents.Step.SUSPEND,
        lambda ws, chosen: ws.consents.suspend(consent_id, chosen, reason),
    )


@click.argument("consent_id")
@_purposes_option
@click.option("--reason", default="")
def _resume(call: Call, consent_id: str, purposes: tuple[str, ...], reason: str) -> None:
    """Lead a suspended permission back to where it was."""
    _take(
        call,
        consent_id,
        purposes,
        consents.Step.RESUME,
        lambda ws, chosen: ws.consents.resume(consent_id, chosen, reason),
    )


@click.argument("consent_id")
@_purposes_option
@click.option("--reason", default="")
@click.option("--because", type=click.Choice([r.value for r in InvalidReason]), required=True)
def _invalidate(
    call: Call, consent_id: str, purposes: tuple[str, ...], reason: str, because: str
) -> None:
    """Declare the permission void from the start."""
    code = InvalidReason(because)
    _take(
        call,
        consent_id,
        purposes,
        consents.Step.INVALIDATE,
        lambda ws, chosen: ws.consents.invalidate(consent_id, chosen, code, reason),
    )


@click.argument("consent_id")
@_purposes_option
@click.option("--until", required=True, help="New end, a date or an instant in RFC 3339.")
def _renew(call: Call, consent_id: str, purposes: tuple[str, ...], until: str) -> None:
    """Note that the person said yes again."""
    end = _date(until)
    _take(
        call,
        consent_id,
        purposes,
        consents.Step.RENEW,
        lambda ws, chosen: ws.consents.renew(consent_id, chosen, end),
    )


def _date(text: str) -> datetime:
    return parse_instant(text if "T" in text else f"{text}T00:00:00+00:00")


@click.argument("consent_id")
@click.option(
    "--purpose",
    "answers",
    multiple=True,
    type=(str, str),
    required=True,
    help="A purpose and its answer: publish yes.",
)
def _answer(call: Call, consent_id: str, answers: tuple[tuple[str, str], ...]) -> None:
    """Note the answers to a question that is open."""
    try:
        given = {Purpose(purpose): Answer(answer) for purpose, answer in answers}
    except ValueError as exc:
        raise MalformedError("draft.answers") from exc
    _take(
        call,
        consent_id,
        (),
        consents.Step.GRANT,
        lambda ws, _: ws.consents.answer(consent_id, given),
    )


@click.argument("consent_id")
@click.option("--reason", default="")
@click.option("--yes", is_flag=True, help="Do not ask again.")
def _erase(call: Call, consent_id: str, reason: str, yes: bool) -> None:
    """Destroy a permission's data beyond recovery; a tombstone and the log stay."""
    workspace = call.open()
    try:
        if not yes:
            click.confirm(
                "Its excerpt, attachments and text are destroyed. Go on?", abort=True, err=True
            )
        detail = workspace.consents.erase(consent_id, reason, call.meter, call.cancel)
        _done(call, workspace, detail)
    finally:
        workspace.close()


@click.argument("consent_id")
@click.option("--lift", is_flag=True, help="Lift the hold.")
def _hold(call: Call, consent_id: str, lift: bool) -> None:
    """Put a permission on legal hold, so that it cannot be erased, or lift the hold."""
    workspace = call.open()
    try:
        _done(call, workspace, workspace.consents.set_hold(consent_id, is_on_hold=not lift))
    finally:
        workspace.close()


@click.argument("consent_id")
@click.argument("evidence_id")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="File to write.")
def _evidence(call: Call, consent_id: str, evidence_id: str, out: Path) -> None:
    """Write a readable copy of a piece of evidence; the copy is not encrypted."""
    workspace = call.open()
    try:
        workspace.consents.export_evidence(consent_id, evidence_id, out)
        call.say({"file": out}, f"Written: {out}")
    finally:
        workspace.close()


_COMMANDS: dict[str, Callable[..., None]] = {
    "record": _record,
    "show": _show,
    "list": _list,
    "attach": _attach,
    "add-evidence": _add_evidence,
    "evidence": _evidence,
    "hold": _hold,
    "answer": _answer,
    "withdraw": _withdraw,
    "revoke": _revoke,
    "suspend": _suspend,
    "resume": _resume,
    "invalidate": _invalidate,
    "renew": _renew,
    "erase": _erase,
}
for _name, _function in _COMMANDS.items():
    command(group, _name)(_function)
