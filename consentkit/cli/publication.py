"""``consentkit publication``: published videos, handed over and bound to their checks."""

import re
from collections.abc import Iterator
from pathlib import Path

import click

from consentkit.cli.context import Call, command
from consentkit.cli.output import EXIT_NO
from consentkit.kernel.errors import NotFoundError
from consentkit.kernel.timebase import format_instant, parse_instant
from consentkit.services.handing_over import HAND_OVER_LANGUAGES
from consentkit.services.publication_views import HandOver, HandOverStep, Publication
from consentkit.services.workspace import Workspace

group = click.Group("publication", help="Hand checked videos over, and keep track of them.")

_STEPS = {
    HandOverStep.SAME_FILE: "The file is the one that was checked.",
    HandOverStep.GATE_PASSED: "The plan passes.",
    HandOverStep.PROOF_EXPORTED: "A proof of every record is exported.",
    HandOverStep.TIME_PROVEN: "A time token covers every record.",
    HandOverStep.AUDIENCE: "Made for kids is answered as planned",
    HandOverStep.ALTERED: "Altered content is marked as planned",
    HandOverStep.SPONSOR: "Paid promotion is marked",
    HandOverStep.THUMBNAIL: "People in the thumbnail, as planned",
    HandOverStep.BIND: "The video's link is brought back here.",
}
_PUBLICATION = re.compile(r"pub-[a-z2-7]{16}")
_MARKS = {True: "yes", False: "NO", None: "look"}


def check_of(workspace: Workspace, check_or_edit: str) -> str:
    """Return the check that an identifier names, or the newest one of a file.

    Raises:
        NotFoundError: There is none.
    """
    path = Path(check_or_edit)
    for card in workspace.checks.cards():
        if check_or_edit == card.id or card.path == path.resolve():
            return card.id
    raise NotFoundError("check.not-found")


@click.argument("check_or_edit")
@click.option(
    "--language",
    type=click.Choice(HAND_OVER_LANGUAGES),
    default="en",
    show_default=True,
    help="Language of the texts.",
)
def _handover(call: Call, check_or_edit: str, language: str) -> None:
    """Print title, description, tags and checklist of a checked video.

    Exit code 0: it may be handed over; 1: it may not.
    """
    workspace = call.open()
    try:
        check_id = check_of(workspace, check_or_edit)
        kit = workspace.handing_over.prepare(check_id, language, call.meter, call.cancel)
        call.say(kit, *_kit_lines(kit))
    finally:
        workspace.close()
    if not kit.is_allowed:
        raise SystemExit(EXIT_NO)


def _kit_lines(kit: HandOver) -> Iterator[str]:
    yield f"{kit.path.name}  {kit.check_id}"
    yield "It may be handed over." if kit.is_allowed else "It may NOT be handed over yet."
    yield f"sha256 {kit.sha256}"
    yield ""
    for line in kit.checklist:
        detail = f" ({line.detail})" if line.detail and line.step is not HandOverStep.BIND else ""
        yield f"  {_MARKS[line.is_done]:<5} {_STEPS[line.step]}{detail}"
    yield ""
    yield f"Title: {kit.title}"
    yield f"Tags: {', '.join(kit.tags)}"
    yield ""
    yield from kit.description.splitlines()
    if kit.url:
        yield ""
        yield f"Upload it at: {kit.url}"
    yield f"Then: consentkit publication bind {kit.check_id} LINK --title TITLE"


@click.argument("check_edit_or_publication")
@click.option(
    "--out", type=click.Path(path_type=Path, readable=False), required=True, help="File to write."
)
@click.option("--show", "is_shown", is_flag=True, help="Show what was decided, and why.")
@click.option("--replace", is_flag=True, help="Replace a file that is there already.")
def _decision(
    call: Call, check_edit_or_publication: str, out: Path, *, is_shown: bool, replace: bool
) -> None:
    """Write the log entry that the id in the description is made of; anybody can verify it."""
    workspace = call.open()
    try:
        named = check_edit_or_publication
        subject = named if _PUBLICATION.fullmatch(named) else check_of(workspace, named)
        proof_id = workspace.handing_over.export_decision(
            subject, out, is_shown=is_shown, is_replacing=replace
        )
        call.say(
            {"proof_id": proof_id, "path": out},
            f"{proof_id}: {out}",
            f"Anybody verifies it with: consentkit verify {out.name}",
        )
    finally:
        workspace.close()


@click.argument("check_or_edit")
@click.argument("link")
@click.option("--title", default="", help="The title it was published with.")
@click.option("--at", help="When it was published, RFC 3339; default is now.")
@click.option("--reason", default="", help="Why, although it does not pass; kept and logged.")
@click.option(
    "--file",
    "path",
    type=click.Path(path_type=Path, readable=False),
    help="The file that was published, where the checked one is not in its place.",
)
def _bind(
    call: Call,
    check_or_edit: str,
    link: str,
    title: str,
    at: str | None,
    reason: str,
    path: Path | None,
) -> None:
    """Bind a published video (its link, or its identifier on YouTube) to its check."""
    when = parse_instant(at) if at else None
    workspace = call.open()
    try:
        made = workspace.publications.bind(
            check_of(workspace, check_or_edit),
            link,
            title,
            when,
            reason=reason,
            path=path,
            progress=call.meter,
            cancel=call.cancel,
        )
        call.say(made, _line(made))
    finally:
        workspace.close()


def _line(made: Publication) -> str:
    state = "down" if made.taken_down_at else "up"
    people = f"{len(made.consent_ids)} record{'' if len(made.consent_ids) == 1 else 's'}"
    when = format_instant(made.published_at)[:10]
    return f"{made.id}  {when}  {state:<4}  {people:<11}  {made.url}  {made.title}"


@click.option("--consent", "consent_id", help="Only videos that this record's person is in.")
def _list(call: Call, consent_id: str | None) -> None:
    """List the published videos, newest first."""
    workspace = call.open()
    try:
        publications = workspace.publications
        found = publications.publications_of(consent_id) if consent_id else publications.cards()
        call.say(found, *(_line(made) for made in found))
    finally:
        workspace.close()


@click.argument("publication_id")
@click.option("--at", help="When it was taken down, RFC 3339; default is now.")
@click.option("--undo", is_flag=True, help="It is up again, or was never down.")
def _take_down(call: Call, publication_id: str, at: str | None, undo: bool) -> None:
    """Note that a video was taken off the platform, or made private."""
    when = parse_instant(at) if at else None
    workspace = call.open()
    try:
        publications = workspace.publications
        made = (
            publications.put_back(publication_id)
            if undo
            else publications.take_down(publication_id, when)
        )
        call.say(made, _line(made))
    finally:
        workspace.close()


@click.argument("publication_id")
def _unbind(call: Call, publication_id: str) -> None:
    """Take a published video off the list; the log keeps that it was there."""
    workspace = call.open()
    try:
        workspace.publications.unbind(publication_id)
        call.say({"unbound": publication_id}, f"Taken off the list: {publication_id}")
    finally:
        workspace.close()


command(group, "handover")(_handover)
command(group, "decision")(_decision)
command(group, "bind")(_bind)
command(group, "list")(_list)
command(group, "take-down")(_take_down)
command(group, "unbind")(_unbind)
