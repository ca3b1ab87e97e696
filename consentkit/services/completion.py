"""Statements of completion: what was done after a permission ended, signed, logged, and written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from consentkit.domain.party import Controller
from consentkit.kernel.clock import Clock
from consentkit.kernel.durable import durable_replace
from consentkit.kernel.errors import InputError, NotFoundError, StateError
from consentkit.kernel.timebase import format_instant, format_time
from consentkit.proof.statement import KIND, StatementFile, encode_statement
from consentkit.proof.statement_page import render_statement, statement_texts
from consentkit.services.consents import ConsentService
from consentkit.services.ledger import Ledger, short_id
from consentkit.services.publication_views import Reach, ReachTask
from consentkit.services.publications import PublicationService
from consentkit.services.stored_reach import StoredCase
from consentkit.vault.vault import Vault
from consentkit.wire.canonical_json import JSONValue, encode_json, parse_json_object
from consentkit.wire.receipt import JSONLike, plain_entry

SUFFIX = ".statement.json"
"""Ending of the signed file that stands beside the PDF."""


@dataclass(frozen=True, slots=True)
class CompletionStatement:
    """A statement that was written.

    Attributes:
        consent_id: The record.
        short_id: Short identifier of its log entry.
        pdf: The page to be read.
        signed: The signed statement that anybody can verify.
        log_index: Place of its entry in the log.
        made_at: When it was entered.
    """

    consent_id: str
    short_id: str
    pdf: Path
    signed: Path
    log_index: int
    made_at: datetime


class CompletionWriter:
    """Writes the statements of one vault.

    Args:
        vault: The open vault.
        clock: Dates statements.
        ledger: Signs and enters them.
        consents: Knows the receipts of a record.
        publications: Knows what a task is about.
        controller: Gives who the creator is.
    """

    def __init__(
        self,
        vault: Vault,
        clock: Clock,
        ledger: Ledger,
        consents: ConsentService,
        publications: PublicationService,
        controller: Callable[[], Controller],
    ) -> None:
        self._vault = vault
        self._clock = clock
        self._ledger = ledger
        self._consents = consents
        self._publications = publications
        self._controller = controller

    def write(
        self,
        reach: Reach,
        case: StoredCase | None,
        out: Path,
        language: str,
        *,
        is_replacing: bool,
    ) -> CompletionStatement:
        """Write a statement of all tasks of a complete reach, and enter it into the log.

        Raises:
            InputError: A file is there already, and is not to be replaced (``out.exists``).
            StateError: The log takes no entry.
            MalformedError: There are no texts in this language.
            ResourceError: The disk is full, or the typesetter failed: no file stays, though the
                log may have the entry.
            VaultError: The vault is only read.
        """
        statement_texts(language)
        signed = out.with_name(f"{out.stem}{SUFFIX}")
        for path in (out, signed):
            require_free(path, is_replacing=is_replacing)
        value = self._value(reach, case)
        head = self._ledger.head(KIND)
        with self._vault.transaction():
            index, entry = self._ledger.enter(plain_entry(head, KIND, value), reach.consent_id)
        self._ledger.remember()
        pdf = render_statement(short_id(entry), _plain(value), head.issued_at, (language,))
        durable_replace(signed, signed_file(self._ledger, index, entry))
        durable_replace(out, pdf)
        return CompletionStatement(
            reach.consent_id, short_id(entry), out, signed, index, head.issued_at
        )

    def _value(self, reach: Reach, case: StoredCase | None) -> dict[str, JSONLike]:
        controller = self._controller()
        listed = {task.id for task in reach.tasks}
        # Somebody else may have complained; of an ended permission a complaint says nothing.
        tasks = [one for one in reach.tasks if case is None or not one.complaint_id]
        items = [self._item(task) for task in tasks]
        items += [
            {
                "kind": one.kind.value if one.kind else "",
                "measure": one.measure.value,
                "done_at": format_instant(one.done_at),
                "reason": one.reason.value,
            }
            for one in (case.taken if case is not None else ())
            if one.task_id not in listed
        ]
        return {
            "record_id": reach.consent_id,
            "receipts": list(self._receipts(reach.consent_id)),
            "reason": reach.reason,
            "since": format_instant(reach.since),
            "due_at": format_instant(min((one.due_at for one in tasks), default=reach.due_at)),
            "controller": {"name": controller.name, "contact": controller.contact},
            "items": items,
        }

    def _receipts(self, consent_id: str) -> tuple[str, ...]:
        """Return the short ids that the person may know the record by; none of an erased one."""
        try:
            stored = self._consents.stored(consent_id)
        except (NotFoundError, StateError):
            return ()
        return tuple(short_id(one.sd_jwt) for one in stored.receipts)

    def _item(self, task: ReachTask) -> dict[str, JSONLike]:
        item: dict[str, JSONLike] = {
            "kind": task.kind.value,
            "measure": task.done_by,
            "done_at": format_instant(task.done_at) if task.done_at else "",
            "due_at": format_instant(task.due_at),
            "reason": task.reason,
            "ranges": [
                {
                    "lane": lane.value,
                    "start": format_time(one.start),
                    "end": format_time(one.end),
                }
                for lane, one in task.stretches
            ],
        }
        if task.publication_id:
            stored = self._publications.stored(task.publication_id)
            item |= {
                "platform": stored.platform,
                "video_id": stored.video_id,
                "url": stored.url,
                "sha256": stored.sha256,
            }
        return item


def require_free(out: Path, *, is_replacing: bool) -> None:
    """Return if a file may be written there.

    Raises:
        InputError: Something is there already (``out.exists``) that is no file, or is to stay.
    """
    if out.exists() and not (is_replacing and out.is_file()):
        raise InputError("out.exists")


def signed_file(ledger: Ledger, index: int, entry: str) -> bytes:
    """Return a log entry as a file that anybody can verify.

    Args:
        ledger: The log.
        index: The entry's place in it.
        entry: Its SD-JWT with what is to be shown.
    """
    proof = ledger.proof(index, ledger.size).decode()
    key = dict(ledger.issuer_jwk)
    return encode_statement(StatementFile(entry, proof, ledger.verifier_key, key))


def _plain(value: dict[str, JSONLike]) -> dict[str, JSONValue]:
    return parse_json_object(encode_json(value))
