"""The main job from start to end without a person, offline, with a sample of our own making.

Everything is the real thing but three: the recording is drawn and voiced by our own generator, the
listener's confirmations are what the generator knows to be true, and the time authorities run on
this machine. They are called demonstrations wherever they show, and a proof with their tokens
holds only for whoever trusts these very keys.
"""

import shutil
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from consentkit.domain.asking import MarkKind
from consentkit.domain.consent import Status
from consentkit.domain.evidence import Answer, Grade, SpokenAnswer
from consentkit.domain.party import Controller, Party
from consentkit.domain.report import VerificationReport
from consentkit.domain.scope import permissions_from_preset
from consentkit.kernel.clock import Clock, SystemClock
from consentkit.kernel.durable import durable_replace, resource_error
from consentkit.kernel.errors import InputError, NotFoundError
from consentkit.kernel.progress import CancelToken, Progress, ProgressUpdate, silent
from consentkit.kernel.timebase import TimeRange
from consentkit.media.sample import (
    SampleConversation,
    SamplePartner,
    SamplePlan,
    SampleTruth,
    write_sample,
)
from consentkit.services.preferences import Preferences
from consentkit.services.verifying import verify_file
from consentkit.services.views import (
    AuthorityView,
    ConsentDetail,
    ConsentDraft,
    ConversationView,
    ProofOptions,
    RecordingDetail,
)
from consentkit.services.workspace import Workspace, create_vault
from consentkit.timestamping.demonstration import DemonstrationAuthority

DEMO_PASSPHRASE = "sample vault, nothing secret"  # noqa: S105 -- printed on the screen on purpose
DEMO_CREATOR = Controller("Sample Channel", "sample@example.org", ("Sample Channel",))

_STEPS = 9
_PARTNERS = (
    ("Dewi", "ID", "id", Answer.YES),
    ("Oleg", "RU", "ru", Answer.NO),
    ("Sam", "GB", "en", Answer.UNCLEAR),
)


@dataclass(frozen=True, slots=True)
class DemoReport:
    """What the demonstration made and found.

    Attributes:
        folder: Where everything lies.
        vault: The vault; its passphrase is ``DEMO_PASSPHRASE``.
        recording: The sample recording.
        proof: The exported proof.
        tampered: The same with one byte changed.
        conversations: How many conversations the sample has, and how many were found.
        statuses: Pseudonym and status of each record.
        grade: Grade of the exported record.
        report: What verifying the proof found, with the demonstration's own keys trusted.
        tampered_report: What verifying the changed one found.
        roots: The demonstration's root certificates, PEM, for whoever verifies again.
    """

    folder: Path
    vault: Path
    recording: Path
    proof: Path
    tampered: Path
    conversations: tuple[int, int]
    statuses: tuple[tuple[str, Status], ...]
    grade: Grade
    report: VerificationReport
    tampered_report: VerificationReport
    roots: Path


def sample_plan() -> SamplePlan:
    """Return the plan of the demonstration's recording: four partners, 74 seconds."""
    lengths = ((3, 18), (14, 14), (12, 12), (21, 15))
    return SamplePlan(tuple(SamplePartner(seed, Fraction(length)) for seed, length in lengths))


def run_demo(
    out: Path,
    progress: Progress = silent,
    cancel: CancelToken | None = None,
    clock: Clock | None = None,
) -> DemoReport:
    """Do the main job in the folder ``out`` and return what came of it.

    Raises:
        InputError: Something else is in the folder.
        ResourceError: The disk is full or not writable.
        Cancelled: A stop was asked for; the folder is as it was.
    """
    clock = clock or SystemClock()
    _prepare(out)
    try:
        with DemonstrationAuthority("A", clock) as one, DemonstrationAuthority("B", clock) as two:
            return _Demo(out, (one, two), progress, cancel or CancelToken(), clock).run()
    except BaseException:
        shutil.rmtree(out, ignore_errors=True)
        raise


def _prepare(out: Path) -> None:
    try:
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise InputError("demo.folder-in-use")
        out.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        raise resource_error(exc) from exc


class _Demo:
    """One run of the demonstration."""

    def __init__(
        self,
        out: Path,
        authorities: tuple[DemonstrationAuthority, ...],
        progress: Progress,
        cancel: CancelToken,
        clock: Clock,
    ) -> None:
        self._out = out
        self._roots = tuple(item.root_pem for item in authorities)
        self._views = tuple(_view(item) for item in authorities)
        self._progress = progress
        self._cancel = cancel
        self._clock = clock
        self._done = 0

    def _next(self, step: str) -> None:
        self._cancel.check()
        self._progress(ProgressUpdate(f"demo.{step}", self._done, _STEPS))
        self._done += 1

    def run(self) -> DemoReport:
        """Return what came of it."""
        recording = self._out / "sample-chat.mp4"
        self._next("recording")
        truth = write_sample(recording, sample_plan())
        self._next("vault")
        settings = Preferences(controller=DEMO_CREATOR, authorities=self._views)
        workspace, _ = create_vault(
            self._out / "Sample", DEMO_PASSPHRASE, clock=self._clock, preferences=lambda: settings
        )
        try:
            return self._in(workspace, recording, truth)
        finally:
            workspace.close()

    def _in(self, workspace: Workspace, path: Path, truth: SampleTruth) -> DemoReport:
        self._next("scan")
        added = workspace.recordings.add(path, cancel=self._cancel)
        self._next("stamp")
        workspace.time.stamp_due(cancel=self._cancel, now_all=True)
        self._next("ask")
        sealed = tuple(
            self._record(workspace, added, truth.conversations[place], place)
            for place in range(len(_PARTNERS))
        )
        self._next("attach")
        first = sealed[0].record
        extra = truth.conversations[len(_PARTNERS)]
        there = _conversation_at(added, extra.range)
        workspace.consents.attach_clip(
            first.id, added.recording.id, there.conversation.id, there.conversation.range
        )
        self._next("stamp")
        workspace.time.stamp_due(cancel=self._cancel, now_all=True)
        self._next("export")
        detail, proof = self._export(workspace, first.id)
        workspace.time.stamp_due(cancel=self._cancel, now_all=True)
        roots = self._out / "demonstration-roots.pem"
        durable_replace(roots, "".join(self._roots).encode("ascii"))
        self._next("verify")
        tampered = _with_one_byte_changed(proof)
        return DemoReport(
            folder=self._out,
            vault=workspace.folder,
            recording=path,
            proof=proof,
            tampered=tampered,
            conversations=(len(truth.conversations), len(added.conversations)),
            statuses=tuple(
                (item.record.party.pseudonym, workspace.consents.detail(item.record.id).summary)
                for item in sealed
            ),
            grade=detail.grade,
            report=verify_file(proof, trusted_roots_pem=self._roots, clock=self._clock),
            tampered_report=verify_file(tampered, trusted_roots_pem=self._roots, clock=self._clock),
            roots=roots,
        )

    def _record(
        self, workspace: Workspace, added: RecordingDetail, said: SampleConversation, place: int
    ) -> ConsentDetail:
        name, country, language, answer = _PARTNERS[place]
        card = workspace.askings.open_card(language, (), name)
        pressed = {Answer.YES: MarkKind.YES, Answer.NO: MarkKind.NO}.get(answer, MarkKind.GONE)
        workspace.askings.mark(card.asking.id, MarkKind.ASKED)
        workspace.askings.mark(card.asking.id, pressed)
        workspace.time.stamp_due(cancel=self._cancel, now_all=True)
        there = _conversation_at(added, said.range)
        permissions = permissions_from_preset("youtube-ads-2y", self._clock.now())
        question, reply = _question_and_answer(said)
        draft = ConsentDraft(
            party=Party(name, country=country, languages=(language,), is_adult_stated=True),
            permissions=permissions,
            answers={leaf.purpose: answer for leaf in permissions},
            recording_id=added.recording.id,
            conversation_id=there.conversation.id,
            spoken=SpokenAnswer(
                added.recording.id,
                question,
                reply,
                answer,
                is_number_heard=answer is Answer.YES,
            ),
            notice=card.info.notice,
            asking_id=card.asking.id,
        )
        return workspace.consents.seal(draft, cancel=self._cancel)

    def _export(self, workspace: Workspace, consent_id: str) -> tuple[ConsentDetail, Path]:
        detail = workspace.consents.detail(consent_id)
        shown = frozenset(
            item.path for item in workspace.proofs.fields(consent_id) if item.is_suggested
        )
        made = workspace.proofs.export(
            consent_id,
            self._out / f"{detail.short_id}.consentproof",
            ProofOptions(disclose=shown, languages=("id", "en", "ru")),
            cancel=self._cancel,
        )
        return detail, made.path


def _view(item: DemonstrationAuthority) -> AuthorityView:
    authority = item.authority
    return AuthorityView(
        authority.id,
        authority.name,
        authority.url,
        is_enabled=True,
        is_demonstration=True,
        roots_pem=item.root_pem,
    )


def _conversation_at(added: RecordingDetail, wanted: TimeRange) -> ConversationView:
    """Return the conversation that was found there.

    Raises:
        NotFoundError: None was found; the sample is drawn so that it is.
    """
    best = max(
        added.conversations,
        key=lambda view: view.conversation.range.overlap(wanted),
        default=None,
    )
    if best is None or not best.conversation.range.overlap(wanted):
        raise NotFoundError("conversation.none-there")
    return best


def _question_and_answer(said: SampleConversation) -> tuple[TimeRange, TimeRange]:
    """Return the first turn of the creator and what the partner says after it."""
    turns = sorted(said.turns, key=lambda turn: turn.range.start)
    own = next(turn for turn in turns if turn.speaker == "own")
    reply = next(
        turn for turn in turns if turn.speaker == "partner" and turn.range.start >= own.range.start
    )
    return own.range, reply.range


def _with_one_byte_changed(proof: Path) -> Path:
    """Return a copy of a proof in which one bit in its middle is another."""
    data = bytearray(proof.read_bytes())
    data[len(data) // 2] ^= 1
    target = proof.with_name(f"{proof.stem}-tampered{proof.suffix}")
    durable_replace(target, bytes(data))
    return target
