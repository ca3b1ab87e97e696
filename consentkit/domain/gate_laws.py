"""Predicates of laws: what GDPR, Indonesian, Russian and Californian rules ask of a record.

They say which facts are there, never that a consent is valid. Source: 5-gate, rules ``gdpr.*``,
``id-pdp.*``, ``id-hc.*``, ``id-ite.*``, ``ru.*`` and ``us-ca.*``.
"""

from datetime import datetime, timedelta
from enum import StrEnum

from consentkit.domain.consent import InvalidReason, NoticeGiven, Status
from consentkit.domain.coverage import Lane
from consentkit.domain.evidence import Answer, EvidenceKind, Fact
from consentkit.domain.gate_core import conditions_met, is_minor, scope_fits
from consentkit.domain.gate_facts import PersonFacts
from consentkit.domain.gate_scene import (
    DECLARED,
    NOT_CONCERNED,
    PASSED,
    Finding,
    Scene,
    State,
    cannot_tell,
    failed,
)
from consentkit.domain.plan import DeclaredFact
from consentkit.domain.report import Outcome
from consentkit.domain.scope import Condition, DataCategory, LegalBasis, Purpose
from consentkit.kernel.timebase import format_instant

STOP_CLOCK = timedelta(hours=3 * 24)
"""Time to stop after a withdrawal. Source: UU 27/2022, 3 x 24 hours (1-product)."""

RECORDED = frozenset({
    EvidenceKind.EXCERPT,
    EvidenceKind.AUDIO,
    EvidenceKind.MESSAGE,
    EvidenceKind.DOCUMENT,
    EvidenceKind.IMAGE,
})
_WRITTEN = frozenset({EvidenceKind.MESSAGE, EvidenceKind.IMAGE})
_DOCUMENT = frozenset({EvidenceKind.DOCUMENT})
_SAFE_DAY = 28
"""The last day that every month has."""

_ATTACHED = RECORDED - {EvidenceKind.EXCERPT}


class NoticeItem(StrEnum):
    """What a person is told before answering."""

    CONTROLLER = "controller"  # Who asks.
    CONTACT = "contact"  # How to reach them.
    LEGALITY = "legality"  # That their agreement is what the use rests on.
    PURPOSES = "purposes"  # What for.
    DATA = "data"  # What of them.
    DETAILS = "details"  # What is collected, and how.
    TERM = "term"  # For how long it is used.
    RETENTION = "retention"  # For how long it is kept.
    WITHDRAWAL = "withdrawal"  # That a yes can be taken back, and how.
    RIGHTS = "rights"  # That they may say no.
    ALL_RIGHTS = "all_rights"  # Access, correction, erasure, complaint.
    RECIPIENTS = "recipients"  # Who will see it.


_SAID = frozenset({
    NoticeItem.CONTROLLER,
    NoticeItem.CONTACT,
    NoticeItem.LEGALITY,
    NoticeItem.PURPOSES,
    NoticeItem.DATA,
    NoticeItem.DETAILS,
    NoticeItem.TERM,
    NoticeItem.WITHDRAWAL,
    NoticeItem.RIGHTS,
})
NOTICES: dict[tuple[str, str], frozenset[NoticeItem]] = {
    ("spoken-ask", "said"): _SAID,
    ("spoken-ask", "shown"): _SAID | {NoticeItem.ALL_RIGHTS, NoticeItem.RECIPIENTS},
    ("spoken-ask", "sent"): _SAID | {NoticeItem.ALL_RIGHTS, NoticeItem.RECIPIENTS},
}
"""What our notices say, by id and manner; read out is the short form, shown and sent the full one.

For how long the recording is kept is told by asking for the purpose of keeping, with its term.
"""

PDP_ITEMS = (
    NoticeItem.LEGALITY,
    NoticeItem.PURPOSES,
    NoticeItem.DATA,
    NoticeItem.RETENTION,
    NoticeItem.DETAILS,
    NoticeItem.TERM,
    NoticeItem.RIGHTS,
)
"""Items a to g. Source: UU 27/2022 Art. 21(1)."""

GDPR_ITEMS = (
    NoticeItem.CONTROLLER,
    NoticeItem.CONTACT,
    NoticeItem.PURPOSES,
    NoticeItem.RECIPIENTS,
    NoticeItem.TERM,
    NoticeItem.ALL_RIGHTS,
    NoticeItem.WITHDRAWAL,
)
"""Source: Regulation (EU) 2016/679 Art. 13(1) and (2)."""


def _told(person: PersonFacts, notice: NoticeGiven) -> frozenset[NoticeItem] | None:
    """Return what a person was told; None for a notice that is not ours."""
    items = NOTICES.get((notice.notice_id, notice.manner))
    if items is None:
        return None
    untold = set()
    if not person.has_controller_name:
        untold.add(NoticeItem.CONTROLLER)
    if not person.has_contact:
        untold |= {NoticeItem.CONTACT, NoticeItem.WITHDRAWAL}
    is_keeping_asked = person.leaf(Purpose.KEEP) is not None
    return (items | ({NoticeItem.RETENTION} if is_keeping_asked else set())) - untold


def _was_told(scene: Scene, person: PersonFacts, wanted: tuple[NoticeItem, ...]) -> Finding:
    if person.notice is None:
        return failed("no-notice")
    if scene.stated(DeclaredFact.NOTICE_COMPLETE, person):
        return DECLARED
    told = _told(person, person.notice)
    if told is None:
        return cannot_tell("other-notice")
    missing = next((item for item in wanted if item not in told), None)
    return PASSED if missing is None else failed("not-told", missing.value)


# ── GDPR ──


def notice_kept(_scene: Scene, person: PersonFacts) -> Finding:
    """Whether it is kept which notice was given, in which words, when and how."""
    notice = person.notice
    if notice is None:
        return failed("no-notice")
    if not notice.digest or person.noticed_at is None:
        return cannot_tell("notice-words" if not notice.digest else "notice-time")
    return PASSED


def asked_plainly(scene: Scene, person: PersonFacts) -> Finding:
    """Whether the person was asked by itself and in a language they used."""
    if person.notice is None:
        return failed("no-notice")
    if scene.stated(DeclaredFact.UNDERSTOOD_LANGUAGE, person) is not None:
        return scene.settled(DeclaredFact.UNDERSTOOD_LANGUAGE, person, "language")
    if not person.languages:
        return cannot_tell("language-not-known")
    asked = _language(person.notice.language)
    return PASSED if asked in map(_language, person.languages) else failed("language")


def _language(tag: str) -> str:
    return tag.split("-", 1)[0].casefold()


def answered_each(scene: Scene, person: PersonFacts) -> Finding:
    """Whether every purpose that is used has a permission and an answer of its own."""
    for purpose in scene.used_purposes(person):
        leaf = person.leaf(purpose)
        if leaf is None:
            return failed("no-permission", purpose.value)
        if leaf.affirmed_at is None:
            return failed("no-answer", purpose.value)
    agreed = [leaf for leaf in person.leaves if leaf.affirmed_at is not None]
    if len(agreed) <= 1 or Fact.QUESTION_AND_ANSWER_HEARD in person.shown:
        return PASSED
    # A document or message may hold one yes for everything; nobody listened to the answers.
    return scene.settled(DeclaredFact.ANSWERED_EACH, person, "bundled")


def act_is_shown(_scene: Scene, person: PersonFacts) -> Finding:
    """Whether a spoken, typed or signed yes is there; silence is none."""
    if person.shown & {Fact.QUESTION_AND_ANSWER_HEARD, Fact.PARTNER_KEY}:
        return PASSED
    heard = {item.heard for item in person.evidence if item.heard is not None}
    if person.has_kind(_ATTACHED):
        return PASSED
    if heard and Answer.YES not in heard:
        return failed("no-yes-heard")
    return cannot_tell("no-act-shown")


def route_back_open(scene: Scene, person: PersonFacts) -> Finding:
    """Whether the person was told a way to take a yes back."""
    if not person.has_contact:
        return failed("no-contact")
    told = _told(person, person.notice) if person.notice is not None else None
    if told is not None and NoticeItem.WITHDRAWAL in told:
        return PASSED
    return scene.settled(DeclaredFact.ROUTE_TOLD, person, "route-not-told")


def not_pressed(scene: Scene, person: PersonFacts) -> Finding:
    """Whether nobody asked twice in a conversation, and nothing was given for a yes."""
    if person.times_asked > 1:
        return failed("asked-twice")
    rewarded = scene.stated(DeclaredFact.REWARDED, person)
    if rewarded is None:
        return cannot_tell("not-stated", DeclaredFact.REWARDED.value)
    return failed("rewarded", is_declared=True) if rewarded else DECLARED


def gdpr_told(scene: Scene, person: PersonFacts) -> Finding:
    """Whether the list of Art. 13 was told."""
    return _was_told(scene, person, GDPR_ITEMS)


def special_agreed(scene: Scene, person: PersonFacts) -> Finding:
    """Whether nothing on religion, health and the like is shown, or the person agreed expressly."""
    shown = scene.stated(DeclaredFact.SPECIAL_SHOWN, person)
    if shown is None:
        return cannot_tell("not-stated", DeclaredFact.SPECIAL_SHOWN.value)
    if not shown:
        return DECLARED
    agreed = scene.stated(DeclaredFact.SPECIAL_AGREED, person)
    return DECLARED if agreed else failed("special", is_declared=True)


def affirmed_lately(scene: Scene, person: PersonFacts) -> Finding:
    """Whether the last yes is younger than the plan's number of months."""
    leaf = person.leaf(Purpose.PUBLISH)
    if leaf is None or leaf.affirmed_at is None:
        return cannot_tell("no-answer")
    months = scene.plan.refresh_months
    is_young = scene.facts.at < months_later(leaf.affirmed_at, months)
    return PASSED if is_young else failed("old", str(months))


def months_later(instant: datetime, months: int) -> datetime:
    """Return the same day ``months`` later, but none after the 28th, which every month has."""
    years, month = divmod(instant.month - 1 + months, 12)
    day = min(instant.day, _SAFE_DAY)
    return instant.replace(year=instant.year + years, month=month + 1, day=day)


def basis_unmixed(scene: Scene, person: PersonFacts) -> Finding:
    """Whether consent is worded as consent, and a contract as a contract."""
    bases = {leaf.basis for leaf in person.leaves}
    if len(bases) > 1:
        return failed("mixed")
    has_document = person.has_kind(_DOCUMENT)
    if bases == {LegalBasis.CONTRACT}:
        if person.notice is not None:
            return failed("contract-asked-as-consent")
        if not has_document:
            return failed("contract-without-document")
        return scene.settled(DeclaredFact.DOCUMENT_IS_CONTRACT, person, "document-not-read")
    if has_document and person.notice is None:
        return scene.settled(DeclaredFact.DOCUMENT_IS_CONSENT, person, "document-not-read")
    return PASSED


# ── Indonesia ──


def form_kept(_scene: Scene, person: PersonFacts) -> Finding:
    """Whether the consent is written or recorded."""
    if person.has_kind(RECORDED) or Fact.PARTNER_KEY in person.shown:
        return PASSED
    # A still shows a face, and not that anything was said.
    return cannot_tell("still-only") if person.evidence else failed("nothing-kept")


def asked_clearly(scene: Scene, person: PersonFacts) -> Finding:
    """Whether it was asked distinguishably, understandably and simply; otherwise it is void."""
    if InvalidReason.FORM_DEFECT in person.invalid_reasons:
        return failed("void")
    return asked_plainly(scene, person)


def pdp_told(scene: Scene, person: PersonFacts) -> Finding:
    """Whether items a to g were told."""
    return _was_told(scene, person, PDP_ITEMS)


def proof_builds(_scene: Scene, person: PersonFacts) -> Finding:
    """Whether a proof of the consent can be built and verifies."""
    outcome = person.checks.proof
    if outcome is Outcome.NOT_CHECKED:
        return cannot_tell("not-checked")
    return PASSED if outcome is Outcome.PASSED else failed("proof")


def child_represented(scene: Scene, person: PersonFacts) -> Finding:
    """Whether a guardian agreed for a child, and a disability was met with what it needs."""
    is_unsupported = scene.stated(DeclaredFact.NEEDS_SUPPORT, person) and not scene.stated(
        DeclaredFact.SUPPORT_GIVEN, person
    )
    if is_unsupported:
        return failed("support", is_declared=True)
    minor = is_minor(scene, person)
    if minor is None:
        return cannot_tell("age-not-asked")
    if not minor:
        return PASSED
    return DECLARED if scene.stated(DeclaredFact.GUARDIAN_AGREED, person) else failed("guardian")


def stopped_in_time(scene: Scene, person: PersonFacts) -> Finding:
    """Whether nothing the person took back is used; the clock says until when all must stop."""
    statuses = {leaf.status for leaf in scene.used_leaves(person)}
    if Status.WITHDRAWN in statuses:
        since = person.withdrawn_at
        return failed("withdrawn", format_instant(since + STOP_CLOCK) if since else "")
    if Status.SUSPENDED in statuses:
        return cannot_tell("in-dispute")
    return PASSED


def advert_in_writing(scene: Scene, person: PersonFacts) -> Finding:
    """Whether the use of a portrait for a sponsor was agreed to in writing."""
    if scene.plan.sponsor is None:
        return cannot_tell("sponsor-not-stated")
    is_seen = scene.presence(person).picture or not scene.is_in_edit(person)
    if not scene.plan.sponsor or not is_seen:
        return NOT_CONCERNED
    if person.has_kind(_DOCUMENT) or Fact.PARTNER_KEY in person.shown:
        return PASSED
    if person.has_kind(_WRITTEN):
        return scene.settled(DeclaredFact.WRITTEN_FORM, person, "form-not-known")
    return failed("not-written")


def signature_holds(scene: Scene, person: PersonFacts) -> Finding:
    """Whether a signature made on the web meets a to f of Art. 11, where one is relied on."""
    if Fact.PARTNER_KEY not in person.shown:
        return NOT_CONCERNED
    if Outcome.FAILED in {person.checks.signature, person.checks.log}:
        return failed("not-verified")
    return scene.settled(DeclaredFact.SIGNATORY_IDENTIFIED, person, "signatory")


# ── Russia ──


def image_agreed(scene: Scene, person: PersonFacts) -> Finding:
    """Whether the person agreed to their image being published, on the terms they set."""
    if not scene.presence(person).ranges(Lane.PICTURE) and scene.is_in_edit(person):
        return NOT_CONCERNED
    leaf = person.leaf(Purpose.PUBLISH)
    if leaf is None or not leaf.is_permitting:
        return failed("image-not-agreed")
    if DataCategory.FACE not in leaf.data and Condition.BLUR_FACE not in leaf.conditions:
        return failed("image-not-agreed")
    scope = scope_fits(scene, person)
    return scope if scope.state is not State.PASS else conditions_met(scene, person)


def spread_separately(scene: Scene, person: PersonFacts) -> Finding:
    """Whether the yes to publishing, by categories of data, stands apart from other answers."""
    leaf = person.leaf(Purpose.PUBLISH)
    if leaf is None or leaf.affirmed_at is None:
        return failed("no-permission")
    if Fact.QUESTION_AND_ANSWER_HEARD in person.shown or len(person.leaves) == 1:
        return PASSED
    return scene.settled(DeclaredFact.ANSWERED_EACH, person, "bundled")


# ── California ──


def recording_agreed_first(scene: Scene, person: PersonFacts) -> Finding:
    """Whether the yes to recording comes before the first second that is used."""
    in_california = scene.stated(DeclaredFact.IN_CALIFORNIA, person)
    if in_california is False:
        return Finding(State.PASS, "not-concerned", is_declared=True)
    leaf = person.leaf(Purpose.RECORD)
    yes = {
        item.recording_id: item.answer_end
        for item in person.evidence
        if item.heard is Answer.YES and item.answer_end is not None
    }
    is_agreed = leaf is not None and leaf.affirmed_at is not None
    is_first = is_agreed and all(
        recording in yes and (yes[recording] or 0) <= first
        for recording, first in scene.presence(person).first_used
    )
    if is_first:
        return PASSED
    if in_california is None:
        return cannot_tell("not-stated", DeclaredFact.IN_CALIFORNIA.value)
    return failed("recorded-before-asked", is_declared=True)
