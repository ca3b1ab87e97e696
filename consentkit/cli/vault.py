"""``consentkit vault``: make, look after, back up."""

from pathlib import Path

import click

from consentkit.cli.context import Call, command, read_secret
from consentkit.cli.output import EXIT_NO, error_sentence, moment
from consentkit.kernel.errors import ConsentKitError, RemoteRefusedError, VerificationError
from consentkit.services.keeper import restore_backup
from consentkit.services.views import LogStatus, RecoverySheet
from consentkit.services.workspace import Workspace, create_vault, open_vault, with_suffix

group = click.Group("vault", help="Make a vault and look after it.")


def _sheet_lines(sheet: RecoverySheet) -> list[str]:
    rows = [
        "  ".join(
            f"{place + 1:2}. {word:<9}"
            for place, word in enumerate(sheet.words)
            if place % 6 == row
        )
        for row in range(6)
    ]
    return ["", "Recovery words. Write them down on paper; they open the vault:", *rows, ""]


@click.argument("folder", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--sheet",
    type=click.Path(path_type=Path, readable=False),
    help="Write the recovery sheet as PDF.",
)
@click.option("--language", type=click.Choice(["id", "en", "ru"]), default="en")
def _create(call: Call, folder: Path, sheet: Path | None, language: str) -> None:
    """Make a vault in FOLDER and show its recovery words, once."""
    passphrase = call.passphrase("New passphrase", confirm=True)
    workspace, recovery = create_vault(folder, passphrase)
    try:
        _hand_over(call, workspace, recovery, sheet, language)
    finally:
        workspace.close()


def _hand_over(
    call: Call, workspace: Workspace, recovery: RecoverySheet, sheet: Path | None, language: str
) -> None:
    """Write the sheet, or print its words when there is no place for it: they are shown once.

    Raises:
        ResourceError: The sheet could not be written; its words were printed.
    """
    value: dict[str, object] = {"vault": workspace.folder, "sheet": sheet}
    try:
        if sheet is not None:
            workspace.keeper.save_recovery_pdf(recovery, sheet, language)
            call.say(value, f"Vault: {workspace.folder}", f"Recovery sheet: {sheet}")
            return
    except ConsentKitError:
        _print_words(call, value, workspace, recovery)
        raise
    _print_words(call, value, workspace, recovery)


def _print_words(
    call: Call, value: dict[str, object], workspace: Workspace, recovery: RecoverySheet
) -> None:
    words = {"recovery_words": " ".join(recovery.words)}
    call.say(value | words, f"Vault: {workspace.folder}", *_sheet_lines(recovery))


def _log_state(log: LogStatus) -> str:
    """Return whether the log is intact, in words."""
    if log.is_intact:
        return "intact"
    happened, hint = error_sentence(VerificationError(log.trouble))
    return f"{happened} {hint} [{log.trouble}]"


def _status(call: Call) -> None:
    """Show what the vault holds and whether its log is intact."""
    workspace = call.open()
    try:
        summary, log = workspace.summary(), workspace.activity.status()
        pending = workspace.time.pending()
        call.say(
            {"vault": summary, "log": log, "pending": pending},
            f"{summary.name}: {summary.recordings} recordings, {summary.records} permissions",
            f"Log: {log.size} entries, {_log_state(log)}",
            f"Entries without time stamp: {pending.entries}",
            f"Last backup: {moment(summary.last_backup_at)}"
            if summary.last_backup_at
            else "Last backup: never",
        )
        if not log.is_intact:
            raise SystemExit(EXIT_NO)
    finally:
        workspace.close()


def _check(call: Call) -> None:
    """Look at every page, record, sealed file and log entry."""
    workspace = call.open()
    try:
        found = workspace.keeper.check(call.meter, call.cancel)
        log = workspace.activity.status()
        call.say(
            {"check": found, "log": log},
            f"{found.records} permissions, {found.evidence} sealed files, "
            f"{found.entries} log entries looked at",
            *(f"damaged: {item.kind} {item.subject_id} ({item.code})" for item in found.findings),
            "Nothing is damaged." if not found.findings else "The rest stays readable.",
            *([] if log.is_intact else [_log_state(log)]),
        )
        if found.findings or not log.is_intact:
            raise SystemExit(EXIT_NO)
    finally:
        workspace.close()


@click.argument("folder", type=click.Path(path_type=Path, readable=False))
def _backup(call: Call, folder: Path) -> None:
    """Write a verified copy of the vault into FOLDER."""
    workspace = call.open()
    try:
        made = workspace.keeper.backup(folder, call.meter, call.cancel)
        call.say(made, f"Backup: {made.folder}")
    finally:
        workspace.close()


@click.argument("backup", type=click.Path(path_type=Path, readable=False))
@click.argument("folder", type=click.Path(path_type=Path, readable=False))
def _restore(call: Call, backup: Path, folder: Path) -> None:
    """Make FOLDER a vault with the content of BACKUP, which stays as it is."""
    place = restore_backup(backup, with_suffix(folder), call.meter, call.cancel)
    call.say({"vault": place}, f"Restored: {place}", "It opens with the passphrase of its time.")


@click.option("--new-passphrase-file", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--recovery-words-file",
    type=click.Path(path_type=Path, readable=False),
    help="Open with the words of the recovery sheet instead.",
)
def _passphrase(
    call: Call, new_passphrase_file: Path | None, recovery_words_file: Path | None
) -> None:
    """Change the passphrase, or set a new one with the recovery words."""
    old = None if recovery_words_file else call.passphrase("Present passphrase")
    words = read_secret(recovery_words_file) if recovery_words_file else None
    workspace = open_vault(call.folder(), passphrase=old, recovery_words=words)
    try:
        if new_passphrase_file is not None:
            new = read_secret(new_passphrase_file)
        else:
            new = click.prompt(
                "New passphrase", hide_input=True, confirmation_prompt=True, err=True
            )
        if old is None:
            workspace.set_passphrase(new)
        else:
            workspace.keeper.change_passphrase(old, new)
        call.say({"changed": True}, "The new passphrase is set. Older backups keep the old one.")
    finally:
        workspace.close()


@click.option(
    "--out", type=click.Path(path_type=Path, readable=False), required=True, help="PDF to write."
)
@click.option("--language", type=click.Choice(["id", "en", "ru"]), default="en")
def _recovery_sheet(call: Call, out: Path, language: str) -> None:
    """Make a new recovery sheet; the former one no longer opens the vault."""
    workspace = call.open()
    try:
        _hand_over(call, workspace, workspace.keeper.new_recovery_sheet(), out, language)
    finally:
        workspace.close()


def _stamp(call: Call) -> None:
    """Ask the time authorities for what has no time stamp yet."""
    workspace = call.open()
    try:
        pending = workspace.time.stamp_due(call.meter, call.cancel, now_all=True)
        lines = [f"Entries without time stamp: {pending.entries}"]
        if pending.last_error:
            happened, hint = error_sentence(RemoteRefusedError(pending.last_error))
            lines.append(f"Last trouble: {happened} {hint} [{pending.last_error}]")
        call.say(pending, *lines)
    finally:
        workspace.close()


command(group, "create")(_create)
command(group, "status")(_status)
command(group, "check")(_check)
command(group, "backup")(_backup)
command(group, "restore")(_restore)
command(group, "passphrase")(_passphrase)
command(group, "recovery-sheet")(_recovery_sheet)
command(group, "stamp")(_stamp)
