"""Which facts a bundle shows by itself, and which things it never shows.

A fact counts here when it was checked here, or when it is marked (h) and the signed receipt says
that a listener confirmed it. What rests on a demonstration authority does not count.
"""

from dataclasses import dataclass

from consentkit.domain.consent import PERMITTING
from consentkit.domain.evidence import HEARD_BY_A_PERSON, Answer, EvidenceKind, Fact
from consentkit.proof.claims import Claims
from consentkit.wire.sd_jwt import Path

_ATTACHED = frozenset({
    EvidenceKind.IMAGE.value,
    EvidenceKind.DOCUMENT.value,
    EvidenceKind.MESSAGE.value,
    EvidenceKind.AUDIO.value,
})
_ANSWERS = frozenset({Answer.YES.value, Answer.NO.value})
_PERMITTING = frozenset(status.value for status in PERMITTING)
_PERMISSIONS = "pii_processing"
_INDEPENDENT = 2


@dataclass(frozen=True, slots=True)
class Shown:
    """What held when the parts of a bundle were checked.

    Attributes:
        is_logged: The receipt is in the log.
        authorities: Fingerprints of the trusted roots, demonstrations left out, whose tokens cover
            the log's head.
        is_recording_logged_first: The adding of the recording that an excerpt is from is in the
            same log, before the receipt.
        is_excerpt_proved: The excerpt is there, is the one the receipt names, and its packets are
            packets of the recording the receipt names.
        is_number_proved: The consent number follows from a trusted token, older than those over
            the log's head, and not a demonstration's.
        is_witnessed: A trusted witness cosigned the log's head.
    """

    is_logged: bool
    authorities: frozenset[str]
    is_recording_logged_first: bool
    is_excerpt_proved: bool
    is_number_proved: bool
    is_witnessed: bool


def facts_shown(claims: Claims, shown: Shown) -> frozenset[Fact]:
    """Return the facts that hold by the bundle alone.

    ``Fact.PARTNER_KEY`` is never among them: nothing ties the key of a ``partner.jws`` to a person.
    """
    excerpts = [item for item in claims.evidence if item.kind == EvidenceKind.EXCERPT.value]
    claimed = claims.whole.texts("facts") or ()
    answers = _fitting_answers(claims)
    fitting = [item for item in excerpts if item.heard in answers]
    found = {
        Fact.STATEMENT: True,
        Fact.ATTACHMENT: any(item.kind in _ATTACHED for item in claims.evidence),
        Fact.EXCERPT_FROM_RECORDING: shown.is_excerpt_proved,
        # The issuer leaves it out where a permission rests on a later word than the excerpt's.
        Fact.QUESTION_AND_ANSWER_HEARD: bool(fitting)
        and Fact.QUESTION_AND_ANSWER_HEARD.value in claimed,
        Fact.RECORDING_SEALED_FIRST: shown.is_logged
        and shown.is_recording_logged_first
        # The first receipt, which may be long before this one, is known to the issuer alone.
        and Fact.RECORDING_SEALED_FIRST.value in claimed,
        Fact.NUMBER_HEARD: bool(claims.number_digits)
        and any(item.is_number_heard for item in fitting),
        Fact.NUMBER_FROM_TOKEN: shown.is_number_proved,
        Fact.SEALED_BY_TOKEN: shown.is_logged and bool(shown.authorities),
        Fact.TWO_AUTHORITIES: shown.is_logged and len(shown.authorities) >= _INDEPENDENT,
        Fact.WITNESSED: shown.is_logged and shown.is_witnessed,
    }
    return frozenset(fact for fact, holds in found.items() if holds)


def _fitting_answers(claims: Claims) -> frozenset[str]:
    """Return the answers that fit what the receipt shows: only a yes permits anything."""
    permits = any(leaf.status in _PERMITTING for leaf in claims.processing)
    return frozenset({Answer.YES.value}) if permits else _ANSWERS


def has_hidden_permissions(claims: Claims, hidden_at: tuple[Path, ...]) -> bool:
    """Return whether a line about another purpose may be kept back."""
    if not claims.whole.has(_PERMISSIONS):
        return bool(hidden_at)
    return any(path[:1] == (_PERMISSIONS,) for path in hidden_at)


def not_proven(
    facts: frozenset[Fact],
    *,
    has_excerpt: bool,
    has_time: bool,
    is_issuer_known: bool = False,
    has_hidden_fields: bool = False,
    has_hidden_permissions: bool = False,
) -> tuple[str, ...]:
    """Return the codes of what a bundle does not prove, in the order they are told.

    Args:
        facts: The facts that hold.
        has_excerpt: The excerpt can be watched.
        has_time: At least one trusted token is there.
        is_issuer_known: Whoever verifies knows whose the issuer's key is.
        has_hidden_fields: Some claims stay hidden.
        has_hidden_permissions: Among them may be a line about a purpose.
    """
    conditions = {
        "identity": True,
        "adult": True,
        "sincerity": True,
        "listener": bool(facts & HEARD_BY_A_PERSON),
        "later_changes": True,
        "hidden_fields": has_hidden_fields,
        "hidden_permissions": has_hidden_permissions,
        "time_before_only": has_time,
        "time_none": not has_time,
        "law": True,
        "whole_recording": has_excerpt,
        "excerpt_not_included": not has_excerpt,
        "publication": True,
        "issuer_key": not is_issuer_known,
        "log_unwitnessed": Fact.WITNESSED not in facts,
        "certificate": True,
    }
    return tuple(code for code, holds in conditions.items() if holds)
