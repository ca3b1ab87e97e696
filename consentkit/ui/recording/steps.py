"""A step a person asks for on a record that exists, and how it is carried out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from consentkit.domain.consent import NEEDS_REASON, STEPS, InvalidReason, Status, Step
from consentkit.domain.evidence import Answer
from consentkit.domain.scope import Purpose
from consentkit.kernel.errors import StateError
from consentkit.services.consents import ConsentService
from consentkit.services.views import ConsentDetail

OFFERED = (
    Step.GRANT,
    Step.REFUSE,
    Step.DEFER,
    Step.RENEW,
    Step.WITHDRAW,
    Step.SUSPEND,
    Step.RESUME,
    Step.REVOKE,
    Step.REQUEST,
    Step.INVALIDATE,
    Step.ERASE,
)
"""Steps a person can ask for, in the order they are offered."""

_ANSWERS = {Step.GRANT: Answer.YES, Step.REFUSE: Answer.NO, Step.DEFER: Answer.UNCLEAR}


class Missing(StrEnum):
    """What a request still lacks."""

    PURPOSE = "purpose"
    REASON = "reason"
    REASON_CODE = "reason-code"
    END = "end"


@dataclass(frozen=True, slots=True)
class StepRequest:
    """A step as a person asked for it.

    Attributes:
        step: What is to happen.
        purposes: To which leaves; all that allow it, for ERASE.
        reason: In words.
        reason_code: For INVALIDATE.
        new_ends_at: For RENEW.
        happened_at: For WITHDRAW: when the partner said so; None for this moment.
    """

    step: Step
    purposes: tuple[Purpose, ...] = ()
    reason: str = ""
    reason_code: InvalidReason | None = None
    new_ends_at: datetime | None = None
    happened_at: datetime | None = None


def purposes_for(step: Step, detail: ConsentDetail) -> tuple[Purpose, ...]:
    """Return the leaves whose status allows ``step``, in the record's order."""
    allowed, _ = STEPS[step]
    return tuple(
        purpose
        for purpose in detail.record.purposes
        if detail.statuses.get(purpose, Status.UNKNOWN) in allowed
    )


def offered(steps: Iterable[Step], detail: ConsentDetail) -> tuple[Step, ...]:
    """Return those of ``steps`` a person can ask for, in the order they are offered.

    Answers are noted on their own only where a question is open; a person who did not say to be
    of age is not offered to give a permission.
    """
    known = set(steps)
    if Status.REQUESTED not in detail.statuses.values():
        known -= _ANSWERS.keys()
    if detail.record.party.is_adult_stated is not True:
        known.discard(Step.GRANT)
    return tuple(step for step in OFFERED if step in known)


def missing(request: StepRequest) -> tuple[Missing, ...]:
    """Return what ``request`` still lacks before it can be carried out."""
    found = []
    if not request.purposes and request.step is not Step.ERASE:
        found.append(Missing.PURPOSE)
    if request.step is Step.RENEW and request.new_ends_at is None:
        found.append(Missing.END)
    if request.step is Step.INVALIDATE and request.reason_code is None:
        found.append(Missing.REASON_CODE)
    if request.step in NEEDS_REASON and not request.reason.strip():
        found.append(Missing.REASON)
    return tuple(found)


def perform(consents: ConsentService, consent_id: str, request: StepRequest) -> ConsentDetail:
    """Carry out ``request`` and return the record after it; erasing is a job of its own.

    Raises:
        StateError: The present status does not allow the step, or it is not one to ask for.
    """
    purposes = request.purposes
    match request.step:
        case Step.GRANT | Step.REFUSE | Step.DEFER:
            answer = _ANSWERS[request.step]
            return consents.answer(consent_id, dict.fromkeys(purposes, answer))
        case Step.WITHDRAW:
            return consents.withdraw(
                consent_id, purposes, reason=request.reason, happened_at=request.happened_at
            )
        case Step.REVOKE:
            return consents.revoke(consent_id, purposes, request.reason)
        case Step.SUSPEND:
            return consents.suspend(consent_id, purposes, request.reason)
        case Step.RESUME:
            return consents.resume(consent_id, purposes, request.reason)
        case Step.REQUEST:
            return consents.ask_again(consent_id, purposes)
        case Step.INVALIDATE if request.reason_code is not None:
            return consents.invalidate(consent_id, purposes, request.reason_code, request.reason)
        case Step.RENEW if request.new_ends_at is not None:
            return consents.renew(consent_id, purposes, request.new_ends_at)
        case _:
            raise StateError("consent.step", step=request.step.value)
