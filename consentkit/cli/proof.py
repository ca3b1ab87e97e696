"""``consentkit proof`` and ``consentkit verify``."""

from collections.abc import Mapping
from pathlib import Path

import click

from consentkit.cli.context import Call, command, read_secret
from consentkit.cli.output import EXIT_NO
from consentkit.domain.report import Outcome, VerificationReport
from consentkit.domain.scope import Purpose
from consentkit.kernel.errors import InputError
from consentkit.services.verifying import not_proven_sentence, verify_file
from consentkit.services.views import ProofOptions

group = click.Group("proof", help="Export proofs.")
_single = click.Group()
_ROOTS_MAX_BYTES = 1024 * 1024
_MARKS = {Outcome.PASSED: "passed", Outcome.FAILED: "FAILED", Outcome.NOT_CHECKED: "not checked"}


@click.argument("consent_id")
def _fields(call: Call, consent_id: str) -> None:
    """List the fields of a receipt that can be shown or kept."""
    workspace = call.open()
    try:
        fields = workspace.proofs.fields(consent_id)
        call.say(
            fields,
            *(f"{'*' if f.is_suggested else ' '} {f.path:<32} {f.value[:100]}" for f in fields),
        )
    finally:
        workspace.close()


@click.argument("consent_id")
@click.option(
    "--out", type=click.Path(path_type=Path, readable=False), required=True, help="File to write."
)
@click.option(
    "--disclose",
    help="Fields to show besides every purpose, with commas; default: those with * in fields.",
)
@click.option("--to", "recipients", multiple=True, help="Encrypt to this age recipient.")
@click.option("--no-excerpt", is_flag=True, help="Only the excerpt's digest goes in.")
@click.option(
    "--language",
    "languages",
    multiple=True,
    type=click.Choice(["id", "en", "ru"]),
    help="Language of the certificate; may be given again.",
)
@click.option("--made-for", default="", help="Who receives it, for your own list.")
def _export(
    call: Call,
    consent_id: str,
    out: Path,
    disclose: str | None,
    recipients: tuple[str, ...],
    no_excerpt: bool,
    languages: tuple[str, ...],
    made_for: str,
) -> None:
    """Write a proof that anyone can verify without this vault."""
    workspace = call.open()
    try:
        if disclose is None:
            shown = [f.path for f in workspace.proofs.fields(consent_id) if f.is_suggested]
        else:
            shown = [name.strip() for name in disclose.split(",") if name.strip()]
        options = ProofOptions(
            disclose=frozenset(shown),
            has_excerpt=not no_excerpt,
            recipients=recipients,
            languages=languages or ("en",),
            made_for=made_for,
        )
        made = workspace.proofs.export(consent_id, out, options, call.meter, call.cancel)
        workspace.time.stamp_due(call.meter, call.cancel)
        call.say(made, f"Proof: {made.path}", f"sha256 {made.sha256}")
    finally:
        workspace.close()


def _list(call: Call) -> None:
    """List the proofs that were exported."""
    workspace = call.open()
    try:
        made = workspace.proofs.exports()
        call.say(made, *(f"{p.id}  {p.pseudonym:<20} {p.path}" for p in made))
    finally:
        workspace.close()


@click.argument("file", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--identity-file",
    type=click.Path(path_type=Path, readable=False),
    help="File with an age identity, for an encrypted proof.",
)
@click.option(
    "--trust-roots",
    type=click.Path(path_type=Path, readable=False),
    help="PEM file with roots of further time authorities to trust.",
)
@click.option("--claims", is_flag=True, help="Show every claim the receipt discloses.")
def _verify(
    call: Call,
    file: Path,
    identity_file: Path | None,
    trust_roots: Path | None,
    claims: bool,
) -> None:
    """Verify a proof or a statement. Needs no vault. Exit code 0: it holds; 1: it does not."""
    report = verify_file(
        file,
        identities=(read_secret(identity_file),) if identity_file else (),
        trusted_roots_pem=_roots(trust_roots),
        progress=call.meter,
        cancel=call.cancel,
    )
    call.say({"holds": report.holds, "report": report}, *report_lines(report, with_claims=claims))
    if not report.holds:
        raise SystemExit(EXIT_NO)


def _roots(path: Path | None) -> tuple[str, ...]:
    if path is None:
        return ()
    try:
        if path.stat().st_size > _ROOTS_MAX_BYTES:
            raise InputError("file.too-long")
        text = path.read_text(encoding="ascii")
    except (OSError, ValueError) as exc:
        raise InputError("file.unreadable") from exc
    end = "-----END CERTIFICATE-----"
    return tuple(f"{part.strip()}\n{end}\n" for part in text.split(end)[:-1])


CHECKS = {
    "integrity": "The file is whole and has its form",
    "issuer": "The receipt is signed by the key inside",
    "issuer.known": "That key is known to you",
    "receipt": "The receipt has its form",
    "statement": "The statement has its form",
    "log": "The receipt is in the signed log",
    "recording": "The recording was in the log before the receipt",
    "time": "A time authority vouches for the log",
    "number": "The consent number comes from a time token",
    "partner": "The partner's own key signed",
    "excerpt": "The excerpt is the one in the receipt",
    "excerpt.recording": "The excerpt's packets are the recording's",
    "evidence": "The receipt does not contradict itself",
    "term": "What was agreed still runs",
    "grade": "The facts support the grade",
}
REASONS = {
    "issuer.unknown": "nobody told this program whose key it is; compare the fingerprint",
    "time.untrusted": "the token is sound, but its authority is not on the list",
    "time.demonstration": "a demonstration authority proves nothing to anybody",
    "time.none": "no time token is inside",
    "number.not-disclosed": "the number was kept back",
    "number.token-not-included": "its token is not inside",
    "excerpt.not-included": "it is not inside",
    "excerpt.not-disclosed": "the receipt's line about it was kept back",
    "excerpt.sealed": "it is encrypted to somebody else",
    "excerpt.recording-not-disclosed": "the recording's line was kept back",
    "recording.not-included": "its log entry is not inside; only the issuer says so",
    "recording.not-disclosed": "the recording's line was kept back",
    "recording.after-receipt": "it was entered after the receipt",
    "recording.other": "the entry is of another recording",
    "recording.other-log": "the entry is of another log",
    "recording.entry-kind": "the entry is not of a recording's adding",
    "time.before-receipt": "the receipt is dated later than this token",
    "time.before-event": "an event in the receipt is dated later than this token",
    "number.later-than-seal": "its token is later than those over the log",
    "partner.unbound": "the signature holds, but nothing says that the key is the partner's",
    "evidence.heard-not-yes": "a permission is noted, but no yes was heard in the excerpt",
    "evidence.outside-conversation": "the answer lies outside the conversation",
    "evidence.source-range": "its proof is for another stretch than the receipt names",
    "term.ended": "the term of a permission is over",
    "grade.lower-here": "what was kept back would be needed for the claimed one",
}


FAMILIES = {
    "needs.": "a line above it did not hold",
    "statement.": "this is no statement in its form, or it was changed",
    "bundle.": "this is no proof in its form, or it was changed",
}


def _reason(code: str) -> str:
    """Return a reason in words, with the code behind words that serve a whole family."""
    if code in REASONS:
        return REASONS[code]
    for beginning, words in FAMILIES.items():
        if code.startswith(beginning):
            return f"{words} [{code}]"
    return code


def _claim_lines(claims: Mapping[str, str], *, with_all: bool) -> list[str]:
    """Return all claims, or who and what in a few lines; a value never makes a line of its own."""
    claims = {name: " ".join(value.splitlines()) for name, value in claims.items()}
    if with_all:
        return [f"  {name}: {value}" for name, value in claims.items()]
    who = [claims.get(f"pii_principal.{name}", "") for name in ("pseudonym", "name", "country")]
    lines = [f"  {', '.join(part for part in who if part) or 'a person who is not named'}"]
    for place in range(len(Purpose)):
        leaf = f"pii_processing.{place}"
        if f"{leaf}.purpose" in claims:
            until = claims.get(f"{leaf}.ends_at", "")[:10]
            lines.append(
                f"  {claims[f'{leaf}.purpose']:<18} {claims.get(f'{leaf}.status', ''):<12}"
                f" until {until}"
            )
    return [*lines, "  (all of it: --claims)"]


def report_lines(report: VerificationReport, *, with_claims: bool = False) -> list[str]:
    """Return a report as lines, one per check, and the verdict last."""
    lines = []
    for check in report.checks:
        name = CHECKS.get(check.code) or CHECKS.get(check.code.partition(".")[0], check.code)
        reason = f": {_reason(check.reason)}" if check.reason else ""
        lines.append(f"{_MARKS[check.outcome]:<12} {name}{reason}")
        facts = ", ".join(f"{label} {value}" for label, value in check.facts.items())
        if facts:
            lines.append(f"{'':<12}   {facts}")
    is_statement = any(check.code == "statement" for check in report.checks)
    what = "statement" if is_statement else "proof"
    if report.claims:
        says = "The statement says:" if is_statement else "The receipt says:"
        shown = _claim_lines(report.claims, with_all=with_claims or is_statement)
        lines += ["", says, *shown]
    if report.not_proven:
        lines += ["", "Not proven:"]
        lines += [f"  {not_proven_sentence(code)}" for code in report.not_proven]
    if report.grade:
        lines += ["", f"Grade of the facts: {report.grade}"]
    return [*lines, "", f"The {what} {'holds' if report.holds else 'does not hold'}."]


command(group, "fields")(_fields)
command(group, "export")(_export)
command(group, "list")(_list)
verify = command(_single, "verify")(_verify)
