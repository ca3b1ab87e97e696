"""``consentkit credentials``: what a checked video says of itself, beside it or signed into it."""

from pathlib import Path

import click

from consentkit.cli.context import Call, command
from consentkit.cli.output import EXIT_NO
from consentkit.kernel.durable import durable_replace
from consentkit.kernel.errors import InputError
from consentkit.services.credential_views import (
    Credential,
    CredentialKind,
    CredentialLook,
    CredentialState,
)

group = click.Group(
    "credentials",
    help="Write what a check found beside the video (XMP), or sign it into a copy (C2PA).",
)

_STATES = {
    CredentialState.HOLDS: "holds",
    CredentialState.MISSING: "missing",
    CredentialState.REPLACED: "replaced",
    CredentialState.CHANGED: "another file",
    CredentialState.NOT_VALID: "does not hold",
    CredentialState.NOT_CHECKED: "not checked",
}
_OUT = click.option("--out", type=click.Path(path_type=Path, readable=False), help="Where it goes.")
_REPLACE = click.option("--replace", is_flag=True, help="Replace a file that is there already.")


@click.argument("check_id")
@_OUT
@click.option(
    "--video",
    type=click.Path(path_type=Path, readable=False),
    help="The video it lies beside, if that is a signed copy.",
)
@_REPLACE
def _xmp(call: Call, check_id: str, out: Path | None, video: Path | None, *, replace: bool) -> None:
    """Write a sidecar (NAME.xmp) with the release code of PLUS for a checked video."""
    workspace = call.open()
    try:
        made = workspace.credentials.xmp(
            check_id,
            out,
            video=video,
            is_replacing=replace,
            progress=call.meter,
            cancel=call.cancel,
        )
        call.say(made, f"Wrote {made.path}.", f"Release code: {made.release}.")
    finally:
        workspace.close()


@click.argument("check_id")
@_OUT
@_REPLACE
def _c2pa(call: Call, check_id: str, out: Path | None, *, replace: bool) -> None:
    """Sign content credentials (C2PA) into a copy of a checked video."""
    workspace = call.open()
    try:
        made = workspace.credentials.sign(
            check_id, out, is_replacing=replace, progress=call.meter, cancel=call.cancel
        )
        call.say(
            made,
            f"Wrote {made.path}.",
            "It is the checked video with credentials, and may be published in its place.",
            "Readers say that they do not know the issuer, which is this vault.",
        )
    finally:
        workspace.close()


@click.argument("check_id")
def _show(call: Call, check_id: str) -> None:
    """Show what was written for a check, and whether its files still hold."""
    workspace = call.open()
    try:
        looks = workspace.credentials.looks(check_id, call.meter, call.cancel)
        digests = sorted(workspace.credentials.accepted_digests(check_id))
        answer = {"check": check_id, "accepted": digests, "credentials": looks}
        call.say(answer, *(_line(look) for look in looks), *(f"Accepted: {one}" for one in digests))
    finally:
        workspace.close()
    if any(look.state in {CredentialState.CHANGED, CredentialState.NOT_VALID} for look in looks):
        raise SystemExit(EXIT_NO)


def _line(look: CredentialLook) -> str:
    item = look.credential
    return f"{_kind(item)}  {_STATES[look.state]:<13}  {item.release}  {item.path}"


def _kind(item: Credential) -> str:
    return "sidecar    " if item.kind is CredentialKind.XMP else "signed copy"


@click.option(
    "--out", type=click.Path(path_type=Path, readable=False), required=True, help="Where it goes."
)
def _anchor(call: Call, out: Path) -> None:
    """Write the certificate by which others can trust what this vault signs (PEM)."""
    workspace = call.open()
    try:
        pem = workspace.credentials.anchor()
    finally:
        workspace.close()
    if out.exists():
        raise InputError("credentials.exists")
    durable_replace(out, pem.encode("ascii"), mode=0o644)
    call.say({"path": out}, f"Wrote {out}.")


command(group, "xmp")(_xmp)
command(group, "c2pa")(_c2pa)
command(group, "show")(_show)
command(group, "anchor")(_anchor)
