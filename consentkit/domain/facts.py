"""Which facts hold about a record: the step between evidence and grade."""

from consentkit.domain.consent import ConsentRecord, Step
from consentkit.domain.evidence import Answer, EvidenceKind, Fact, SpokenAnswer

_ATTACHED = frozenset({
    EvidenceKind.IMAGE,
    EvidenceKind.DOCUMENT,
    EvidenceKind.MESSAGE,
    EvidenceKind.AUDIO,
})
TWO = 2


def facts_of(
    record: ConsentRecord,
    *,
    is_ingested: bool,
    is_number_token_known: bool,
    authorities: frozenset[str],
    is_witnessed: bool = False,
    has_partner_key: bool = False,
) -> frozenset[Fact]:
    """Return the facts that hold about ``record``.

    Args:
        record: The record.
        is_ingested: Its recordings were logged before it was.
        is_number_token_known: The consent number comes from a token that verified, and not from a
            demonstration authority.
        authorities: Independent authorities whose tokens cover its newest entry; demonstration
            authorities do not count.
        is_witnessed: A witness cosigned a checkpoint that covers it.
        has_partner_key: A key made on the partner's own device signed this very request.
    """
    spoken = _supporting(record)
    found = {
        Fact.STATEMENT: bool(record.events),
        Fact.ATTACHMENT: any(item.kind in _ATTACHED for item in record.evidence),
        Fact.EXCERPT_FROM_RECORDING: any(
            item.spoken and item.packet_proof for item in record.evidence
        ),
        Fact.QUESTION_AND_ANSWER_HEARD: bool(spoken),
        Fact.RECORDING_SEALED_FIRST: bool(spoken) and is_ingested,
        Fact.NUMBER_HEARD: record.number is not None
        and any(item.is_number_heard for item in spoken),
        Fact.NUMBER_FROM_TOKEN: is_number_token_known,
        Fact.SEALED_BY_TOKEN: bool(authorities),
        Fact.TWO_AUTHORITIES: len(authorities) >= TWO,
        Fact.PARTNER_KEY: has_partner_key,
        Fact.WITNESSED: is_witnessed,
    }
    return frozenset(fact for fact, holds in found.items() if holds)


def _supporting(record: ConsentRecord) -> list[SpokenAnswer]:
    """Return the spoken answers that show what the record says now.

    A yes needs an excerpt in which a yes was heard, and one that was sealed with it: what a
    partner is said to have agreed to later rests on the creator's word. A refusal needs a no.
    """
    affirmed = [event for event in record.events if event.step in {Step.GRANT, Step.RENEW}]
    began = min((event.recorded_time for event in record.events), default=None)
    if any(event.recorded_time != began for event in affirmed):
        return []
    wanted = Answer.YES if affirmed else Answer.NO
    return [
        item.spoken
        for item in record.evidence
        if item.spoken and item.packet_proof and item.spoken.heard is wanted
    ]
