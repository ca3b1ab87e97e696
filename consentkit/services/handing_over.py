"""Handing a checked video over to a platform: title, description, tags, checklist, and where to."""

import tomllib
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path

import msgspec

from consentkit.domain.gate_scene import State
from consentkit.domain.party import Controller
from consentkit.domain.plan import PublishPlan
from consentkit.domain.policy import Verdict
from consentkit.domain.published_link import YOUTUBE
from consentkit.domain.video_details import (
    DESCRIPTION_MAX_BYTES,
    TAGS_MAX_CHARS,
    TITLE_MAX_CHARS,
)
from consentkit.kernel.durable import durable_replace
from consentkit.kernel.errors import MalformedError, NotFoundError, StateError
from consentkit.kernel.progress import CancelToken, Progress, silent
from consentkit.kernel.resources import resource_path
from consentkit.kernel.timebase import format_time
from consentkit.services.check_views import Outdated
from consentkit.services.checks import CheckService
from consentkit.services.completion import require_free, signed_file
from consentkit.services.consents import ConsentService
from consentkit.services.gating import GateService
from consentkit.services.ledger import Ledger, short_id
from consentkit.services.proofs import ProofService
from consentkit.services.publication_views import ChecklistLine, HandOver, HandOverStep
from consentkit.services.publications import PublicationService
from consentkit.services.stored_check import StoredCheck
from consentkit.services.stored_publication import uses_of
from consentkit.services.timestamps import TimeService

HAND_OVER_LANGUAGES = ("en", "id", "ru")
"""Languages there are texts in; each is one file in ``resources/handover``."""

_UPLOAD_PAGES = {
    YOUTUBE: "https://www.youtube.com/upload",
    "tiktok": "https://www.tiktok.com/tiktokstudio/upload",
    "instagram": "https://www.instagram.com/",
    "facebook": "https://www.facebook.com/",
    "twitch": "https://dashboard.twitch.tv/",
    "vimeo": "https://vimeo.com/upload",
    "dailymotion": "https://www.dailymotion.com/partner",
    "x": "https://x.com/compose/post",
    "vk": "https://vkvideo.ru/",
    "rutube": "https://studio.rutube.ru/",
    "ok": "https://ok.ru/video",
}
"""Where each platform takes a video; empty for one that is not known here."""

STUDIO_URL = "https://studio.youtube.com"
"""Where a creator looks after videos on YouTube."""

_SOURCE_TAGS = {"ometv": "ome.tv"}
_SEPARATORS = str.maketrans({"_": " ", ".": " ", "<": " ", ">": " "})


class Cast(StrEnum):
    """Who is in a video, as far as its description speaks of them."""

    ASKED = "asked"  # Everybody in it agreed.
    HIDDEN = "hidden"  # Somebody in it did not, and must not be recognised.
    ALONE = "alone"  # Nobody but the creator.


class HandOverTexts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The texts of one language, as ``resources/handover`` has them."""

    language: str
    title: str
    intro: str
    intro_hidden: str
    intro_alone: str
    proof: str
    contact: str
    contact_missing: str
    sponsor: str
    disclosed: str
    tags: tuple[str, ...]


@cache
def hand_over_texts(language: str) -> HandOverTexts:
    """Return the texts of a language.

    Raises:
        MalformedError: There are none in this language.
        ResourceError: The install is incomplete.
    """
    if language not in HAND_OVER_LANGUAGES:
        raise MalformedError("handover.language")
    path = resource_path("handover", f"{language}.toml")
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), HandOverTexts)


class HandOverService:
    """Prepares hand-overs from one vault.

    Args:
        ledger: Gives log proofs.
        time: Knows the time tokens.
        checks: The checks of finished videos.
        consents: The records.
        gate: Knows the decisions.
        proofs: Knows the proofs that were exported.
        publications: Knows the checked files and what was published.
        controller: Gives who the creator is.
    """

    def __init__(
        self,
        ledger: Ledger,
        time: TimeService,
        checks: CheckService,
        consents: ConsentService,
        gate: GateService,
        proofs: ProofService,
        publications: PublicationService,
        controller: Callable[[], Controller],
    ) -> None:
        self._ledger = ledger
        self._time = time
        self._checks = checks
        self._consents = consents
        self._gate = gate
        self._proofs = proofs
        self._publications = publications
        self._controller = controller

    def prepare(
        self,
        check_id: str,
        language: str = "en",
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> HandOver:
        """Return all that is needed to publish a checked video by hand.

        Nothing is kept. A check whose permissions changed since it was judged is not allowed, nor
        one that the gate would block at this moment.

        Args:
            check_id: The check.
            language: Language of the texts, one of ``HAND_OVER_LANGUAGES``.
            progress: Told of bytes read, where the file was not read since the vault was opened.
            cancel: Asked several times a second.

        Raises:
            NotFoundError: There is no such check.
            StateError: It has no plan for publishing (``handover.no-plan``).
            MalformedError: There are no texts in this language.
            Cancelled: A stop was asked for.
        """
        texts = hand_over_texts(language)
        check = self._checks.stored(check_id)
        plan = check.plan
        if plan is None:
            raise StateError("handover.no-plan")
        is_same = self.check_file(check_id, check.path, progress, cancel)
        is_judged = Outdated.CONSENTS not in self._checks.get(check_id).outdated
        is_passed = is_judged and self._checks.still_passes(check_id, progress, cancel)
        proof_id = self._gate.short_id(check.gate_id)
        people = tuple(uses_of(check))
        return HandOver(
            check_id=check_id,
            path=check.path,
            sha256=check.facts.sha256,
            is_allowed=is_same and is_passed,
            proof_id=proof_id,
            title=title_of(check.path, texts),
            # The id of a decision that blocks would look like a proof of the contrary.
            description=_description(
                texts,
                plan,
                proof_id if is_passed else "",
                self._controller(),
                _cast_of(check, people),
            ),
            tags=_tags(texts, plan),
            checklist=tuple(self._checklist(check, plan, people, is_same, is_passed)),
            url=_UPLOAD_PAGES.get(plan.platform, ""),
        )

    def check_file(
        self,
        check_id: str,
        path: Path,
        progress: Progress = silent,
        cancel: CancelToken | None = None,
    ) -> bool:
        """Return whether a file is now, byte for byte, the video that was checked.

        Its copy with signed content credentials, made here, counts as the same.

        Raises:
            NotFoundError: There is no such check.
            ResourceError: Reading broke off.
            Cancelled: A stop was asked for.
        """
        return self._publications.is_checked_file(check_id, path, progress, cancel)

    def export_decision(
        self,
        check_or_publication_id: str,
        out: Path,
        *,
        is_shown: bool = False,
        is_replacing: bool = False,
    ) -> str:
        """Write the log entry of a decision, which the short id is made of; returns the id.

        Anybody recomputes the id from the file, and verifies that the entry is signed and logged.
        Of a publication it is the decision it was published by, however often its check was judged
        since: that one's id is in its description.

        Args:
            check_or_publication_id: The check, or the publication.
            out: File to write.
            is_shown: Show the decision, too: digests, rules, records' identifiers, and the reasons
                why rules were set aside.
            is_replacing: Replace a file that is there already.

        Raises:
            InputError: There is a file with that name already (``out.exists``).
            NotFoundError: There is no such check or publication, or no logged decision of it.
            ResourceError: The disk is full; nothing was written.
        """
        require_free(out, is_replacing=is_replacing)
        try:
            gate_id = self._publications.stored(check_or_publication_id).gate_id
        except NotFoundError:
            gate_id = self._checks.stored(check_or_publication_id).gate_id
        index, entry = self._gate.entry(gate_id)
        handed = entry if is_shown else f"{entry.split('~', 1)[0]}~"
        durable_replace(out, signed_file(self._ledger, index, handed), mode=0o644)
        return short_id(entry)

    def _checklist(
        self,
        check: StoredCheck,
        plan: PublishPlan,
        people: tuple[str, ...],
        is_same: bool,  # noqa: FBT001 -- a value of the list, not a switch
        is_passed: bool,  # noqa: FBT001
    ) -> Iterator[ChecklistLine]:
        yield ChecklistLine(HandOverStep.SAME_FILE, is_same, check.facts.sha256)
        yield ChecklistLine(HandOverStep.GATE_PASSED, is_passed, ", ".join(_open_rules(check)))
        exported = {item.consent_id for item in self._proofs.exports()} if people else set()
        missing = [one for one in people if one not in exported]
        if people:
            yield ChecklistLine(HandOverStep.PROOF_EXPORTED, not missing, _count(missing))
            untimed = [one for one in people if not self._is_timed(one)]
            yield ChecklistLine(HandOverStep.TIME_PROVEN, not untimed, _count(untimed))
        if plan.platform == YOUTUBE:
            yield ChecklistLine(HandOverStep.AUDIENCE, None, _answer(plan.is_made_for_kids))
            yield ChecklistLine(HandOverStep.ALTERED, None, _answer(plan.is_altered_content))
        if plan.sponsor:
            yield ChecklistLine(HandOverStep.SPONSOR, None, plan.sponsor)
        if plan.thumbnail is not None:
            shown = sum(1 for item in plan.thumbnail if item.person)
            yield ChecklistLine(HandOverStep.THUMBNAIL, None, str(shown))
        is_bound = bool(self._publications.publications_of_check(check.id))
        yield ChecklistLine(HandOverStep.BIND, is_bound)

    def _is_timed(self, consent_id: str) -> bool:
        """Return whether a time token covers the newest entry of a record."""
        try:
            receipts = self._consents.stored(consent_id).receipts
        except (NotFoundError, StateError):
            return False
        return bool(receipts) and bool(self._time.tokens_covering(receipts[-1].index))


def _cast_of(check: StoredCheck, people: tuple[str, ...]) -> Cast:
    verdicts = {item.verdict for item in check.judged}
    if Verdict.BLOCKED in verdicts:
        return Cast.HIDDEN
    return Cast.ASKED if people or verdicts - {Verdict.OWN} else Cast.ALONE


def _open_rules(check: StoredCheck) -> tuple[str, ...]:
    return () if check.gate is None else check.gate.reasons


def _count(missing: list[str]) -> str:
    return str(len(missing)) if missing else ""


def _answer(stated: bool | None) -> str:  # noqa: FBT001 -- a value to be named
    return {None: State.CANNOT_TELL.value, True: "yes", False: "no"}[stated]


def title_of(path: Path, texts: HandOverTexts) -> str:
    """Return a title made of a file's name, as platforms take it."""
    printable = "".join(char if char.isprintable() else " " for char in path.stem)
    words = " ".join(printable.translate(_SEPARATORS).split())
    title = words[:1].upper() + words[1:]
    return title[:TITLE_MAX_CHARS].rstrip() or texts.title


def _description(
    texts: HandOverTexts,
    plan: PublishPlan,
    proof_id: str,
    controller: Controller,
    cast: Cast,
) -> str:
    """Return the description; what must be told stands before what may be cut off at its end."""
    parts = [
        {Cast.ASKED: texts.intro, Cast.HIDDEN: texts.intro_hidden, Cast.ALONE: texts.intro_alone}[
            cast
        ]
    ]
    if plan.sponsor:
        parts.append(texts.sponsor.replace("{sponsor}", plan.sponsor))
    if cast is not Cast.ALONE:
        parts.append(
            texts.contact.replace("{contact}", controller.contact)
            if controller.contact
            else texts.contact_missing
        )
    if proof_id:
        parts.append(texts.proof.replace("{proof}", proof_id))
    if plan.disclosures:
        lines = [
            f"{format_time(item.edit.start, decimals=0)} {' '.join(item.note.split())}"
            for item in sorted(plan.disclosures, key=lambda one: one.edit)
        ]
        parts.append("\n".join([texts.disclosed, *lines]))
    text = "\n\n".join(parts).replace("<", "(").replace(">", ")")
    return text.encode()[:DESCRIPTION_MAX_BYTES].decode(errors="ignore")


def _tags(texts: HandOverTexts, plan: PublishPlan) -> tuple[str, ...]:
    source = plan.source_platform or ""
    wanted = [*texts.tags, _SOURCE_TAGS.get(source, source), plan.channel or ""]
    found: list[str] = []
    room = TAGS_MAX_CHARS
    for tag in dict.fromkeys(" ".join(one.replace(",", " ").split()) for one in wanted):
        # A tag with a space counts with quotes, and each with the comma behind it.
        cost = len(tag) + 3
        if tag and cost <= room and not {"<", ">", '"'} & set(tag):
            found.append(tag)
            room -= cost
    return tuple(found)
