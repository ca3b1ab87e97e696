"""How long it takes to list everyone an ended permission reaches.

``python -m consentkit.bench.reach``: a vault is filled in a temporary folder with records,
publications and open cases, as services keep them; then the list is made several times, after
opening the vault anew.
"""

import argparse
import json
import statistics
import tempfile
import time
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

from consentkit.domain.consent import Status
from consentkit.domain.obligations import Ended, Reason, Use
from consentkit.domain.scope import Purpose
from consentkit.kernel.clock import SystemClock
from consentkit.kernel.timebase import TimeRange
from consentkit.services.ledger import new_id
from consentkit.services.publication_views import Reach
from consentkit.services.stored_publication import (
    PUBLICATION,
    StoredPublication,
    UseIndex,
    bound_kind,
)
from consentkit.services.stored_reach import OPEN, StoredCase
from consentkit.services.workspace import create_vault, open_vault
from consentkit.vault.kdf import FLOOR_KDF
from consentkit.vault.rows import Document, RecordRow
from consentkit.vault.vault import Vault
from consentkit.wire.v1.stored import encode_stored

_PASSPHRASE = "for measuring only"  # noqa: S105 -- the vault is thrown away
_PEOPLE_PER_VIDEO = 5
_RANGES_PER_PERSON = 6


def _fill(vault: Vault, records: int, publications: int, cases: int) -> None:
    now = SystemClock().now()
    ids = [new_id("con") for _ in range(records)]
    with vault.transaction():
        for place, consent_id in enumerate(ids):
            status = Status.WITHDRAWN if place < cases else Status.GIVEN
            row = RecordRow(
                consent_id, now, now, f"Person {place}", "ID", ("id",), status.value, "C",
                now + timedelta(days=700), (Purpose.PUBLISH.value,), None, None,
                has_token=True, search=f"Person {place}",
            )  # fmt: skip
            vault.put_record(row, b"{}")
    index = UseIndex(vault)
    use = Use(
        tuple(TimeRange(Fraction(n * 20), Fraction(n * 20 + 9)) for n in range(_RANGES_PER_PERSON)),
        tuple(TimeRange(Fraction(n * 20), Fraction(n * 20 + 8)) for n in range(_RANGES_PER_PERSON)),
    )
    # Those whose permission ended come first among the people of the videos: the hardest case.
    with vault.transaction():
        for number in range(publications):
            people = [
                ids[(number * _PEOPLE_PER_VIDEO + n) % records] for n in range(_PEOPLE_PER_VIDEO)
            ]
            stored = StoredPublication(
                new_id("pub"), "youtube", f"{number:011d}",
                f"https://www.youtube.com/watch?v={number:011d}", new_id("chk"), "0" * 64,
                Fraction(600), f"Video {number}", (), now, now, tuple(people),
            )  # fmt: skip
            body = encode_stored(stored).decode()
            vault.put_document(Document(PUBLICATION, stored.id, now, body))
            vault.put_document(Document(bound_kind(stored.check_id), stored.id, now, "{}"))
            uses = dict.fromkeys(people, use)
            index.put(stored.id, uses, stored.sha256, now, is_published=True)
            index.put(stored.check_id, uses, stored.sha256, now, is_published=False)
        for consent_id in ids[:cases]:
            ended = (Ended(Purpose.PUBLISH, Reason.WITHDRAWN, now - timedelta(hours=80)),)
            body = encode_stored(StoredCase(consent_id, (Purpose.PUBLISH,), ended)).decode()
            vault.put_document(Document(OPEN, consent_id, now, body))


def measure(records: int, publications: int, cases: int, rounds: int = 7) -> dict[str, object]:
    """Return the seconds that listing takes, with the sizes it was measured at."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench"
        workspace, _ = create_vault(path, _PASSPHRASE, kdf=FLOOR_KDF)
        _fill(workspace._vault, records, publications, cases)  # noqa: SLF001 -- fills it below
        where = workspace.folder
        workspace.close()
        workspace = open_vault(where, passphrase=_PASSPHRASE)
        took, spent = [], []
        found: tuple[Reach, ...] = ()
        for _ in range(rounds):
            began, cpu = time.perf_counter(), time.process_time()
            found = workspace.reach.reaches()
            took.append(time.perf_counter() - began)
            spent.append(time.process_time() - cpu)
        one = time.perf_counter()
        workspace.reach.reach(found[0].consent_id)
        one = time.perf_counter() - one
        workspace.close()
    return {
        "records": records,
        "publications": publications,
        "cases": cases,
        "listed": len(found),
        "tasks": sum(len(reach.tasks) for reach in found),
        "first_s": round(took[0], 4),
        "median_s": round(statistics.median(took), 4),
        "median_cpu_s": round(statistics.median(spent), 4),
        "one_person_s": round(one, 4),
    }


def main() -> None:
    """Measure and print one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--publications", type=int, default=1_000)
    parser.add_argument("--cases", type=int, default=1_000)
    arguments = parser.parse_args()
    print(json.dumps(measure(arguments.records, arguments.publications, arguments.cases)))  # noqa: T201


if __name__ == "__main__":
    main()
