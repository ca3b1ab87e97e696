"""Every predicate that a gate rule may name, with the least that must follow from it.

A pack that would only warn where a predicate blocks, or that lets a person set aside what nobody
may set aside, is refused when it is read. So no file can talk a child or a withdrawal through.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from consentkit.domain import gate_core, gate_laws, gate_platforms
from consentkit.domain.clearance_rules import check_pack
from consentkit.domain.gate_facts import PersonFacts
from consentkit.domain.gate_scene import Finding, Scene
from consentkit.domain.policy import PolicyPack, Severity
from consentkit.kernel.errors import MalformedError

AskPlan = Callable[[Scene], Iterable[Finding]]
AskPerson = Callable[[Scene, PersonFacts], Finding]


@dataclass(frozen=True, slots=True)
class GatePredicate:
    """A question about a publication.

    Attributes:
        ask_plan: Asked once; what it does not find passes. None for a question about persons.
        ask_person: Asked of every person. None for a question about the whole video.
        mildest: The mildest severity a rule may give it.
        is_overridable: Whether a rule may let a signed override set it aside.
        asks_hidden: Also asked of persons who are blurred wherever seen and muted wherever heard.
    """

    ask_plan: AskPlan | None = None
    ask_person: AskPerson | None = None
    mildest: Severity = Severity.BLOCK
    is_overridable: bool = False
    asks_hidden: bool = False


def _paper(ask: AskPerson) -> GatePredicate:
    """Return a question about paperwork, which a creator may take upon themselves."""
    return GatePredicate(ask_person=ask, is_overridable=True)


def _firm(ask: AskPerson) -> GatePredicate:
    """Return a question whose answer nobody may set aside."""
    return GatePredicate(ask_person=ask)


def _advice(ask: AskPerson) -> GatePredicate:
    """Return a question that need not block."""
    return GatePredicate(ask_person=ask, mildest=Severity.WARN, is_overridable=True)


GATE_PREDICATES: dict[str, GatePredicate] = {
    "spans-permitted": GatePredicate(gate_core.spans_permitted),
    "all-mapped": GatePredicate(gate_core.all_mapped),
    "scope-fits": _firm(gate_core.scope_fits),
    "money-permitted": _firm(gate_core.money_permitted),
    "appearances-permitted": GatePredicate(gate_core.appearances_permitted),
    "conditions-met": _firm(gate_core.conditions_met),
    "integrity-holds": _firm(gate_core.integrity_holds),
    "same-file": GatePredicate(gate_core.same_file),
    "grade-reached": _paper(gate_core.grade_reached),
    "excerpt-is-whole": _paper(gate_core.excerpt_is_whole),
    "time-proven": _paper(gate_core.time_proven),
    "age-undoubted": _firm(gate_core.age_undoubted),
    "everybody-cleared": GatePredicate(
        gate_platforms.unrecorded_cleared,
        gate_platforms.everybody_cleared,
        asks_hidden=True,
    ),
    "complaints-answered": GatePredicate(gate_platforms.complaints_answered),
    "minor-protected": _firm(gate_platforms.minor_protected),
    "alteration-marked": GatePredicate(gate_platforms.alteration_marked),
    "cuts-honest": GatePredicate(gate_platforms.cuts_honest, is_overridable=True),
    "kids-decided": GatePredicate(
        gate_platforms.kids_decided, mildest=Severity.WARN, is_overridable=True
    ),
    "method-allowed": _advice(gate_platforms.method_allowed),
    "adult-beyond-doubt": _firm(gate_platforms.adult_beyond_doubt),
    "notice-kept": _paper(gate_laws.notice_kept),
    "asked-plainly": _paper(gate_laws.asked_plainly),
    "answered-each": _paper(gate_laws.answered_each),
    "act-is-shown": _paper(gate_laws.act_is_shown),
    "route-back-open": _paper(gate_laws.route_back_open),
    "not-pressed": _advice(gate_laws.not_pressed),
    "gdpr-told": _advice(gate_laws.gdpr_told),
    "special-agreed": _firm(gate_laws.special_agreed),
    "affirmed-lately": _advice(gate_laws.affirmed_lately),
    "basis-unmixed": _paper(gate_laws.basis_unmixed),
    "form-kept": _paper(gate_laws.form_kept),
    "asked-clearly": _paper(gate_laws.asked_clearly),
    "pdp-told": _paper(gate_laws.pdp_told),
    "proof-builds": _paper(gate_laws.proof_builds),
    "child-represented": _firm(gate_laws.child_represented),
    "stopped-in-time": _firm(gate_laws.stopped_in_time),
    "advert-in-writing": _paper(gate_laws.advert_in_writing),
    "signature-holds": _paper(gate_laws.signature_holds),
    "image-agreed": _firm(gate_laws.image_agreed),
    "spread-separately": _paper(gate_laws.spread_separately),
    "recording-agreed-first": _paper(gate_laws.recording_agreed_first),
}
"""Every predicate by its name in a pack."""

CORE_PREDICATES = frozenset({
    "spans-permitted",
    "all-mapped",
    "scope-fits",
    "money-permitted",
    "appearances-permitted",
    "conditions-met",
    "integrity-holds",
    "same-file",
})
"""What the core pack must ask: together they leave no stretch that needs a decision unasked."""


def check_gate(pack: PolicyPack) -> PolicyPack:
    """Return the pack if each rule names a predicate and none is milder than it may be.

    Raises:
        MalformedError: A rule names an unknown predicate (``policy.predicate``), is too mild, or
            lets be set aside what may not be (``policy.too-mild``); ``field`` says which.
    """
    for place, rule in enumerate(pack.gate):
        predicate = GATE_PREDICATES.get(rule.predicate)
        if predicate is None:
            raise MalformedError("policy.predicate", field=f"gate[{place}].predicate")
        if predicate.mildest is Severity.BLOCK and rule.severity is not Severity.BLOCK:
            raise MalformedError("policy.too-mild", field=f"gate[{place}].severity")
        if rule.is_overridable and not predicate.is_overridable:
            raise MalformedError("policy.too-mild", field=f"gate[{place}].remedies")
    return check_pack(pack)
