"""``consentkit upload``: checked videos to YouTube, for owners of a project YouTube has audited."""

from pathlib import Path

import click

from consentkit.cli.context import Call, command
from consentkit.cli.output import moment
from consentkit.cli.publication import check_of
from consentkit.domain.video_details import (
    DESCRIPTION_MAX_BYTES,
    PEOPLE_AND_BLOGS,
    Privacy,
    VideoDetails,
)
from consentkit.kernel.errors import InputError
from consentkit.kernel.timebase import parse_instant
from consentkit.services.upload_views import (
    ChannelAccount,
    ChannelState,
    PendingUpload,
    UploadResult,
)

group = click.Group(
    "upload",
    help="Upload checked videos to YouTube with a project of your own that YouTube has audited.",
)

_BOM = "\ufeff"
_STATES = {
    ChannelState.NONE: "No channel is connected.",
    ChannelState.CONNECTED: "A channel is connected.",
    ChannelState.REVOKED: "Access to the channel was taken back or has run out; connect again.",
}
_NOT_AUDITED = "YouTube locks videos of projects it has not audited as private."


@click.argument("client_file", type=click.Path(path_type=Path, readable=False))
@click.option("--audited", is_flag=True, help="YouTube has audited the project of this file.")
@click.option("--no-browser", is_flag=True, help="Print the address, and open no browser.")
def _connect(call: Call, client_file: Path, *, audited: bool, no_browser: bool) -> None:
    """Connect a channel; CLIENT_FILE is the client_secret.json of your own project.

    Access is given in the browser, to uploading alone, and kept in the vault. YouTube locks
    videos of projects it has not audited as private.
    """

    def open_browser(address: str) -> None:
        click.echo("Give access in the browser:", err=True)
        click.echo(address, err=True)
        if not no_browser:
            click.launch(address)

    workspace = call.open()
    try:
        account = workspace.uploads.connect(
            client_file,
            open_browser,
            is_audited=audited,
            progress=call.meter,
            cancel=call.cancel,
        )
        call.say(account, *_account_lines(account))
    finally:
        workspace.close()


def _status(call: Call) -> None:
    """Show which channel is connected."""
    workspace = call.open()
    try:
        account = workspace.uploads.account()
        call.say(account, *_account_lines(account))
    finally:
        workspace.close()


def _account_lines(account: ChannelAccount) -> tuple[str, ...]:
    lines = [_STATES[account.state]]
    if account.connected_at is not None:
        lines += [
            f"Project:   {account.client_id}",
            f"Connected: {moment(account.connected_at)}",
        ]
    return (*lines, _NOT_AUDITED)


def _disconnect(call: Call) -> None:
    """Give access to the channel up, and forget it."""
    workspace = call.open()
    try:
        is_revoked = workspace.uploads.disconnect(call.cancel)
        by_hand = (
            "Google could not be asked. End access at https://myaccount.google.com/connections"
        )
        call.say(
            {"disconnected": True, "revoked": is_revoked},
            "The channel is forgotten here.",
            *(() if is_revoked else (by_hand,)),
        )
    finally:
        workspace.close()


@click.argument("check")
@click.option("--title", required=True, help="1 to 100 characters.")
@click.option(
    "--description-file",
    type=click.Path(path_type=Path, readable=False),
    help="Text file with the description, at most 5000 bytes.",
)
@click.option("--tag", "tags", multiple=True, help="A word it is found by; may be repeated.")
@click.option("--category", default=PEOPLE_AND_BLOGS, help="YouTube's number of a category.")
@click.option("--language", default="", help="BCP 47 tag of title and description.")
@click.option(
    "--privacy",
    type=click.Choice([item.value for item in Privacy]),
    default=Privacy.PRIVATE.value,
    help="Who may see it; private without this.",
)
@click.option(
    "--publish-at", help="When a private video becomes public, such as 2026-12-24T18:00Z."
)
@click.option("--kids/--no-kids", "kids", default=None, help="Made for kids; else as planned.")
@click.option("--altered/--not-altered", default=None, help="Altered content; else as planned.")
def _video(
    call: Call,
    check: str,
    title: str,
    description_file: Path | None,
    tags: tuple[str, ...],
    category: str,
    language: str,
    privacy: str,
    publish_at: str | None,
    *,
    kids: bool | None,
    altered: bool | None,
) -> None:
    """Upload the file of CHECK, a check or its video, once its plan for YouTube passes.

    What was begun goes on after a break: see upload list and upload resume. When YouTube has the
    video it is bound to its check. YouTube locks videos of projects it has not audited as private.
    """
    details = VideoDetails(
        title=title,
        description=_read_description(description_file),
        tags=tags,
        category_id=category,
        language=language,
        privacy=Privacy(privacy),
        is_made_for_kids=kids,
        is_synthetic=altered,
        publish_at=parse_instant(publish_at) if publish_at is not None else None,
    )
    workspace = call.open()
    try:
        result = workspace.uploads.upload(
            check_of(workspace, check), details, call.meter, call.cancel
        )
        call.say(result, *_result_lines(result))
    finally:
        workspace.close()


def _read_description(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        with path.open("rb") as stream:
            text = stream.read(DESCRIPTION_MAX_BYTES * 2).decode("utf-8")
    except (OSError, ValueError) as exc:
        raise InputError("file.unreadable") from exc
    return text.removeprefix(_BOM).replace("\r\n", "\n").strip()


def _result_lines(result: UploadResult) -> tuple[str, ...]:
    privacy = result.privacy.value if result.privacy is not None else "unknown"
    lines = [
        f"Uploaded: {result.url}",
        f"Privacy:  {privacy}",
        f"Bound as: {result.publication_id}",
    ]
    if result.is_locked:
        lines.append(f"It was to be seen by others. {_NOT_AUDITED}")
    return tuple(lines)


@click.argument("upload_id")
@click.option(
    "--not-there",
    is_flag=True,
    help="You looked in YouTube Studio, and the video is not there: begin anew if need be.",
)
def _resume(call: Call, upload_id: str, *, not_there: bool) -> None:
    """Go on with an upload that broke off."""
    workspace = call.open()
    try:
        result = workspace.uploads.resume(
            upload_id, is_absent=not_there, progress=call.meter, cancel=call.cancel
        )
        call.say(result, *_result_lines(result))
    finally:
        workspace.close()


def _list(call: Call) -> None:
    """List uploads that were begun and not finished."""
    workspace = call.open()
    try:
        pending = workspace.uploads.pending()
        lines = [_pending_line(item) for item in pending] or ["Nothing was begun."]
        call.say(pending, *lines)
    finally:
        workspace.close()


def _pending_line(item: PendingUpload) -> str:
    if item.video_id:
        state = "on YouTube"
    elif item.may_be_finished:
        state = "may be there"
    else:
        state = "broke off"
    away = " (missing)" if item.is_missing else ""
    return f"{item.id}  {moment(item.begun_at)}  {state:<12}  {item.path.name}{away}"


@click.argument("upload_id")
def _abandon(call: Call, upload_id: str) -> None:
    """Drop an upload that broke off."""
    workspace = call.open()
    try:
        dropped = workspace.uploads.abandon(upload_id)
        hint = "Everything was sent once. Look in YouTube Studio whether the video is there."
        call.say(
            dropped,
            f"Dropped {upload_id}.",
            *((hint,) if dropped.may_be_finished else ()),
        )
    finally:
        workspace.close()


command(group, "connect")(_connect)
command(group, "status")(_status)
command(group, "disconnect")(_disconnect)
command(group, "video")(_video)
command(group, "resume")(_resume)
command(group, "list")(_list)
command(group, "abandon")(_abandon)
