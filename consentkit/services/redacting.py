"""The smallest lawful edit of a checked video, from the faces in it to the file with its name."""

import contextlib
import os
import secrets
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from consentkit.domain.redaction_changes import with_findings
from consentkit.kernel.durable import durable_replace
from consentkit.kernel.errors import InputError, ResourceError, StateError, VaultError
from consentkit.kernel.progress import CancelToken, Progress, silent
from consentkit.kernel.timebase import union
from consentkit.media import worker
from consentkit.media.redact.order import RedactOrder, RenderResult
from consentkit.services.check_making import MadeCheck
from consentkit.services.redaction_choices import RedactionChoices
from consentkit.services.redaction_project import (
    BORDER,
    Worked,
    blurred_stretches,
    not_looked_at,
)
from consentkit.services.redaction_rendering import (
    as_heard,
    checked_target,
    lineage_of,
    order_of,
    own_after,
    plan_for,
    redaction_claims,
    rights,
)
from consentkit.services.redaction_views import RedactionProject, RenderedVideo
from consentkit.services.stored_check import StoredCheck
from consentkit.wire.receipt import plain_entry
from consentkit.wire.timeline_writer import MarkedVideo, write_otio

_SEED_BITS = 62


class RedactionService(RedactionChoices):
    """The redactions of one vault."""

    # ── faces ──

    def look_for_faces(
        self, check_id: str, progress: Progress = silent, cancel: CancelToken | None = None
    ) -> RedactionProject:
        """Find and follow every face where somebody is to be blurred and nobody looked yet.

        Raises:
            As ``project``; ``StateError`` also when the video is not the one that was checked
            (``redaction.other-file``).
            InputError: The video is away or cannot be read.
            LimitError: There are more faces than can be told apart.
            ResourceError: The decoder died, or the detector's model is missing.
            Cancelled: A stop was asked for; nothing was changed.
        """
        check = self._checks.stored(check_id)
        stored = self._stored(check)
        wanted = blurred_stretches(self._worked(check, stored).proposal.actions)
        missing = not_looked_at(wanted, stored.found.looked)
        if not missing:
            return self._shown(check, stored)
        self._require_same_file(check, cancel)
        # A face is followed beyond the border of a stretch, which is known to half a second.
        wide = (one.widened(BORDER, check.facts.duration) for one in missing)
        around = not_looked_at(union(wide), stored.found.looked)
        found = worker.track_faces(check.path, around, progress, cancel)
        # What was changed by hand meanwhile stays.
        stored = self._stored(check)
        return self._keep(check, replace(stored, found=with_findings(stored.found, found)))

    def _require_same_file(self, check: StoredCheck, cancel: CancelToken | None) -> None:
        if not check.path.is_file():
            raise InputError("edit.missing")
        if self._checks.file_digest(check.path, cancel=cancel) != check.facts.sha256:
            raise StateError("redaction.other-file")

    # ── making ──

    def preview(self, check_id: str, at: Fraction, cancel: CancelToken | None = None) -> bytes:
        """Return the picture shown at a moment as it will be, as a JPEG.

        Raises:
            As ``project``.
            InputError: The video is away, cannot be read, or shows nothing then.
            ResourceError: The decoder died.
            Cancelled: A stop was asked for.
        """
        check = self._checks.stored(check_id)
        if not check.path.is_file():
            raise InputError("edit.missing")
        order = order_of(self._worked(check, self._stored(check)), check.facts.duration)
        return worker.preview_redaction(check.path, at, order, cancel).jpeg

    def export_timeline(self, check_id: str, out: Path) -> None:
        """Write what is to be done as an OTIO timeline: cuts as clips, the rest as markers.

        Raises:
            As ``project``.
            InputError: Something is there already (``redaction.exists``).
            ResourceError: The disk is full, not writable, or fails.
        """
        check = self._checks.stored(check_id)
        worked = self._worked(check, self._stored(check))
        if os.path.lexists(out):
            raise InputError("redaction.exists")
        video = MarkedVideo(
            check.path.name,
            check.path.as_uri(),
            check.facts.duration,
            check.facts.frame_rate if check.facts.has_picture else None,
            check.coverage.lanes,
        )
        durable_replace(out, write_otio(video, worked.actions), mode=0o644)

    def render(
        self,
        check_id: str,
        out: Path,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> RenderedVideo:
        """Write the redacted video, look at it again, check it anew, and give it its name.

        Faces are looked for first where that was not done. The consents are asked when it begins,
        and again when all is done, before the file gets its name.

        Args:
            check_id: The check.
            out: The new file; its ending names the container. Nothing may be there.
            progress: Told how far it is, step by step.
            cancel: Asked several times a second.

        Raises:
            As ``project``; ``StateError`` also when nothing is to be done
            (``redaction.nothing-to-do``), the video is not the one that was checked
            (``redaction.other-file``), or consents or plan changed
            (``redaction.consents-changed``).
            VaultError: The vault is only read.
            InputError: Something has that name, no such container can be written, nothing would be
                left, or the video cannot be read.
            ResourceError: The disk is full or fails, or the encoder died; nothing has the name.
            Cancelled: A stop was asked for; nothing has the name.
        """
        if self._vault.is_read_only:
            raise VaultError("vault.read-only")
        check = self._checks.stored(check_id)
        target = checked_target(out, check.path)
        self._require_same_file(check, cancel)
        self.look_for_faces(check_id, progress, cancel)
        stored = self._stored(check)
        worked = self._worked(check, stored)
        planned = check.plan
        if not worked.actions or planned is None:
            raise StateError("redaction.nothing-to-do")
        asked = rights(self._case(check).facts)
        self._ask_again(check, asked, progress, cancel)
        order = order_of(worked, check.facts.duration, secrets.randbits(_SEED_BITS))
        made: list[MadeCheck] = []

        def confirm(work: Path, result: RenderResult) -> None:
            done = as_heard(worked, result.doubts)
            plan = plan_for(planned, done, result.sha256)
            lineage, own = lineage_of(check, plan, done), own_after(check, done)
            again = self._checks.make_redacted(work, target, own, plan, lineage, progress, cancel)
            if again.check.facts.sha256 != result.sha256:
                raise ResourceError("media.worker-died")
            # An editor may have written the video anew while it was read.
            self._require_same_file(check, cancel)
            self._ask_again(check, asked, progress, cancel)
            made.append(again)

        result = worker.render_redaction(
            check.path, target, order, progress, cancel, confirm=confirm
        )
        try:
            self._keep_rendered(check, worked, made[-1], order, result)
        except BaseException:
            # What was not kept and logged must not lie there under its name.
            with contextlib.suppress(OSError):
                target.unlink(missing_ok=True)
            raise
        return RenderedVideo(
            target,
            result.sha256,
            result.duration,
            made[-1].check.id,
            made[-1].check.is_passed,
            result.copied_s,
            result.encoded_s,
            union(item.range for item in result.doubts),
        )

    def _ask_again(
        self,
        check: StoredCheck,
        asked: tuple[object, ...],
        progress: Progress,
        cancel: CancelToken | None,
    ) -> None:
        """Ask the consents at this moment; they must say what they said.

        Raises:
            StateError: They do not, or the plan is another one.
        """
        case = self._checks.publication_case(check.id, progress, cancel)
        if rights(case.facts) != asked:
            raise StateError("redaction.consents-changed")

    def _keep_rendered(
        self,
        check: StoredCheck,
        worked: Worked,
        made: MadeCheck,
        order: RedactOrder,
        result: RenderResult,
    ) -> None:
        """Keep the check of a redacted video and that it was made, and enter both into the log."""

        def also(kept: StoredCheck) -> None:
            claims = redaction_claims(check, worked, result, order, is_passed=kept.is_passed)
            self._ledger.enter(plain_entry(self._ledger.head("redaction"), "redaction", claims))
            stored = replace(self._stored(check), rendered=kept.path, rendered_check=kept.id)
            self._put(stored)

        self._checks.keep_redacted(made, also)
