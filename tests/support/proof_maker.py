"""Makes whole proofs for tests from real parts: record, receipt, log, time tokens, excerpt."""

import itertools
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from consentkit.domain import consent, evidence, party, recording, scope
from consentkit.domain.evidence import Fact, Grade
from consentkit.kernel.clock import ManualClock
from consentkit.kernel.digest import sha256, sha256_hex
from consentkit.kernel.timebase import TimeRange
from consentkit.proof.build import (
    NumberToken,
    ProofExcerpt,
    ProofInput,
    ProofRecording,
    ProofToken,
)
from consentkit.timestamping import demonstration
from consentkit.timestamping.consent_number import derive_digits
from consentkit.timestamping.demonstration import DemonstrationAuthority
from consentkit.timestamping.rfc3161 import build_request, token_der
from consentkit.tlog import merkle
from consentkit.tlog.checkpoint import Checkpoint, sign_checkpoint
from consentkit.tlog.note import NoteSigner, SignatureType, cosign_note
from consentkit.tlog.tlog_proof import TlogProof
from consentkit.wire import jose, receipt, sd_jwt

NOW = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=30)
PACKET_PROOF = '{"source_range":["55","75"],"streams":[]}'
EXCERPT = b"question and answer, as packets " * 400
ORIGIN = "consentkit.local/vlt-aaaabbbbccccdddd"
ALL_C_FACTS = frozenset({
    Fact.STATEMENT,
    Fact.EXCERPT_FROM_RECORDING,
    Fact.QUESTION_AND_ANSWER_HEARD,
    Fact.RECORDING_SEALED_FIRST,
})


def issuer_key(secret: int = 1) -> jose.SigningKey:
    """Return a P-256 key that is the same in every run."""
    key = ec.derive_private_key(secret, ec.SECP256R1())
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return jose.parse_signing_key(pem)


def salts() -> Iterator[bytes]:
    """Yield salts that are the same in every run."""
    return (sha256(f"salt {n}".encode())[:16] for n in itertools.count())


def authority(monkeypatch: pytest.MonkeyPatch, label: str, *, is_real: bool) -> Any:
    """Return an authority; a real one is only one that is not called a demonstration."""
    with monkeypatch.context() as patch:
        if is_real:
            patch.setattr(demonstration, "SUBJECT", "Test time authority {label}")  # noqa: RUF027
        return DemonstrationAuthority(label, ManualClock(NOW))


@dataclass(repr=False)
class ProofMaker:
    """Holds keys, authorities and a record; makes proof inputs of them."""

    authorities: list[DemonstrationAuthority]
    names: dict[str, Any] = field(default_factory=dict)
    languages: tuple[str, ...] = ("en",)
    key: jose.SigningKey = field(default_factory=issuer_key)
    log: NoteSigner = field(default_factory=lambda: NoteSigner.from_seed(ORIGIN, bytes(range(32))))
    witness: NoteSigner = field(
        default_factory=lambda: NoteSigner.from_seed(
            "witness.example", bytes(32), SignatureType.COSIGNATURE_V1
        )
    )
    excerpt: bytes = EXCERPT
    is_witnessed: bool = False
    heard: evidence.Answer = evidence.Answer.YES
    change: Callable[[consent.ConsentRecord], consent.ConsentRecord] = lambda record: record
    issued_at: datetime = NOW
    earlier_recordings: tuple[recording.Recording, ...] = ()

    @property
    def roots(self) -> tuple[str, ...]:
        return tuple(item.root_pem for item in self.authorities)

    @property
    def thumbprint(self) -> str:
        return jose.thumbprint(self.key.public_jwk)

    def stamp(self, data: bytes, place: int = 0, at: datetime = NOW) -> bytes:
        """Return a reply over ``data`` by one of the authorities, with this time."""
        who = self.authorities[place]
        who._clock = ManualClock(at)
        return who.answer(build_request(data, 12345 + place))

    def record(self, number: consent.ConsentNumber | None = None) -> consent.ConsentRecord:
        """Return a record with a yes, a no and an excerpt."""
        spoken = evidence.SpokenAnswer(
            "rec-aaaaaaaaaaaaaaaa",
            TimeRange(Fraction(60), Fraction(65)),
            TimeRange(Fraction(65), Fraction(70)),
            self.heard,
            is_number_heard=number is not None,
        )
        item = evidence.Evidence(
            id="evi-aaaaaaaaaaaaaaaa",
            kind=evidence.EvidenceKind.EXCERPT,
            sha256=sha256_hex(self.excerpt),
            size_bytes=len(self.excerpt),
            media_type="video/mp4",
            spoken=spoken,
            source_range=TimeRange(Fraction(55), Fraction(75)),
            container="mp4",
            packet_proof="{}",
        )
        who = {
            "pseudonym": "Blue hoodie",
            "name": "Sari",
            "country": "ID",
            "languages": ("id",),
            "is_adult_stated": True,
        } | self.names
        record = consent.ConsentRecord(
            id="con-aaaaaaaaaaaaaaaa",
            party=party.Party(**who),
            controller=party.Controller("Kanal Contoh", "izin@example.org", ("@kanalcontoh",)),
            permissions=scope.permissions_from_preset("youtube-clips-thumbnail-2y", NOW),
            evidence=(item,),
            number=number,
        )
        thumb = (scope.Purpose.THUMBNAIL,)
        rest = tuple(p for p in record.purposes if p is not scope.Purpose.THUMBNAIL)
        steps = (
            (consent.Step.REQUEST, record.purposes),
            (consent.Step.GRANT, rest),
            (consent.Step.REFUSE, thumb),
        )
        return consent.with_events(
            record,
            [
                consent.ConsentEvent(step, purposes, NOW, NOW, consent.Actor.PARTNER)
                for step, purposes in steps
            ],
        )

    @property
    def recordings(self) -> list[recording.Recording]:
        return [*self.earlier_recordings, self.recording()]

    def recording(self) -> recording.Recording:
        """Return the recording the excerpt is from."""
        return recording.Recording(
            id="rec-aaaaaaaaaaaaaaaa",
            title="chat.mkv",
            sha256="ab" * 32,
            size_bytes=10**9,
            container="matroska",
            duration=Fraction(3600),
            streams=(),
            packet_trees=(
                recording.PacketTree(0, 1000, "cd" * 32, Fraction(1, 12_800), Fraction(0)),
            ),
            is_variable_rate=False,
            damage=recording.Damage(),
            added_at=NOW,
        )

    def issue(
        self, facts: frozenset[Fact], grade: Grade, number: consent.ConsentNumber | None = None
    ) -> sd_jwt.SdJwt:
        """Return the receipt with every disclosure."""
        record = self.change(self.record(number))
        head = receipt.EntryHead("grant", ORIGIN, self.issued_at, self.log.verifier.encode())
        claims = receipt.receipt_claims(
            head, record, consent.statuses_at(record, NOW), facts, grade, self.recordings
        )
        return sd_jwt.issue(
            claims.claims,
            claims.disclosable,
            salts(),
            self.key,
            header={"kid": self.thumbprint},
        )

    def ingest(self, kind: str = "ingest", **changes: Any) -> str:
        """Return the log entry of the recording's adding, everything disclosed."""
        head = receipt.EntryHead(kind, ORIGIN, NOW, self.log.verifier.encode())
        claims = receipt.recording_claims(self.recording()) | changes
        entry = receipt.plain_entry(head, "recording", claims)
        return sd_jwt.issue(entry.claims, entry.disclosable, salts(), self.key).encode()

    def log_of(self, entries: list[str]) -> tuple[list[bytes], bytes]:
        """Return the proof of each entry, an SD-JWT or any text, and the checkpoint."""
        leaves = [entry.split("~")[0].encode() for entry in entries]
        tree = merkle.MerkleTree(merkle.leaf_hash(leaf) for leaf in leaves)
        note = sign_checkpoint(Checkpoint(ORIGIN, len(leaves), tree.root()), self.log)
        if self.is_witnessed:
            note = cosign_note(note, self.witness, int(NOW.timestamp()))
        checkpoint = note.encode()
        proofs = [
            TlogProof(place, tree.inclusion_proof(place), checkpoint).encode()
            for place in range(len(leaves))
        ]
        return proofs, checkpoint

    def log_around(self, issuer_jwt: str) -> tuple[bytes, bytes]:
        """Return proof and checkpoint of a log with the receipt among other entries."""
        entries = ["entry 0", self.ingest(), issuer_jwt, "entry 3", "entry 4"]
        proofs, checkpoint = self.log_of(entries)
        return proofs[2], checkpoint

    def make(
        self,
        *,
        disclose: tuple[str, ...] | None = None,
        facts: frozenset[Fact] = ALL_C_FACTS,
        grade: Grade = Grade.C,
        has_number: bool = False,
        **changes: Any,
    ) -> ProofInput:
        """Return the input of a whole proof; ``disclose`` of None shows everything."""
        number_token = number = None
        if has_number:
            data = b"an earlier checkpoint\n"
            reply = self.stamp(data, at=NOW - timedelta(hours=1))
            der = token_der(reply)
            number = consent.ConsentNumber(derive_digits(der), sha256_hex(der))
            number_token = NumberToken(ProofToken(reply), data)
        issued = self.issue(facts, grade, number)
        paths = [
            item.path
            for item in issued.disclosures
            if disclose is None or receipt.path_text(item.path) in disclose
        ]
        ingest = self.ingest()
        entries = ["entry 0", ingest, issued.issuer_jwt, "entry 3", "entry 4"]
        (_, ingest_proof, log_proof, *_), checkpoint = self.log_of(entries)
        has_recording = disclose is None or f"recordings.{len(self.recordings) - 1}" in disclose
        made = ProofInput(
            receipt=sd_jwt.present(issued, paths),
            log_proof=log_proof,
            checkpoint=checkpoint,
            log_key=self.log.verifier.encode(),
            issuer_jwk=dict(self.key.public_jwk),
            tokens=tuple(
                ProofToken(self.stamp(checkpoint, place, NOW + timedelta(minutes=5)))
                for place in range(len(self.authorities))
            ),
            time_roots=self.roots,
            grade=grade,
            facts=facts,
            languages=self.languages,
            excerpt=ProofExcerpt(
                self.excerpt, "mp4", sha256_hex(self.excerpt), packet_proof=PACKET_PROOF
            ),
            number=number_token,
            recording=ProofRecording(ingest, ingest_proof) if has_recording else None,
        )
        return replace(made, **changes)

    def partner_jws(self, issuer_jwt: str, secret: int = 7) -> str:
        """Return what any key can sign in the partner's name about a receipt."""
        key = issuer_key(secret)
        payload = {"receipt_sha256": sha256_hex(issuer_jwt.encode())}
        return jose.sign(key, {"jwk": dict(key.public_jwk)}, json.dumps(payload).encode())
