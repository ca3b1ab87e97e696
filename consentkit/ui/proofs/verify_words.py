"""What a check of a proof found, in words: a title, a reason and named facts for every line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from consentkit.domain.consent import Step
from consentkit.domain.evidence import HEARD_BY_A_PERSON, Fact
from consentkit.domain.report import Check, Outcome, VerificationReport
from consentkit.domain.scope import Purpose
from consentkit.ui.messages import (
    code_sentence,
    event_name,
    fact_name,
    format_date_time,
    outcome_name,
    purpose_name,
)
from consentkit.ui.words import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

_TITLES: Mapping[str, str] = {
    "integrity": QT_TRANSLATE_NOOP("proofs", "The files are those that were packed"),
    "issuer": QT_TRANSLATE_NOOP("proofs", "The receipt is signed and unchanged"),
    "issuer.known": QT_TRANSLATE_NOOP("proofs", "It is known whose key signed"),
    "receipt": QT_TRANSLATE_NOOP("proofs", "What is shown belongs to the receipt"),
    "statement": QT_TRANSLATE_NOOP("proofs", "The statement has its form"),
    "log": QT_TRANSLATE_NOOP("proofs", "The receipt stands in the log"),
    "time": QT_TRANSLATE_NOOP("proofs", "Time stamps"),
    "number": QT_TRANSLATE_NOOP("proofs", "The consent number follows from a time stamp"),
    "partner": QT_TRANSLATE_NOOP("proofs", "The partner signed with a key of their own"),
    "excerpt": QT_TRANSLATE_NOOP("proofs", "The excerpt is the one the receipt names"),
    "recording": QT_TRANSLATE_NOOP("proofs", "The recording was logged before the receipt"),
    "excerpt.recording": QT_TRANSLATE_NOOP(
        "proofs", "The excerpt comes from the recording, packet by packet"
    ),
    "evidence": QT_TRANSLATE_NOOP("proofs", "The receipt does not contradict itself"),
    "term": QT_TRANSLATE_NOOP("proofs", "What was agreed still runs"),
    "grade": QT_TRANSLATE_NOOP("proofs", "What the facts support"),
}

_FAILED: Mapping[str, str] = {
    "recording.after-receipt": QT_TRANSLATE_NOOP(
        "proofs", "The recording was entered into the log after the receipt."
    ),
    "recording.other": QT_TRANSLATE_NOOP("proofs", "The entry in the log is not this recording's."),
    "recording.other-log": QT_TRANSLATE_NOOP(
        "proofs", "The entry in the log is not this recording's."
    ),
    "recording.entry-kind": QT_TRANSLATE_NOOP(
        "proofs", "The entry in the log is not this recording's."
    ),
    "time.before-receipt": QT_TRANSLATE_NOOP(
        "proofs", "The receipt is dated later than the time stamp over it."
    ),
    "time.before-event": QT_TRANSLATE_NOOP(
        "proofs", "The receipt tells of something later than the time stamp over it."
    ),
    "evidence.heard-not-yes": QT_TRANSLATE_NOOP(
        "proofs", "Something is permitted, but no yes was heard in the excerpt."
    ),
    "evidence.outside-conversation": QT_TRANSLATE_NOOP(
        "proofs", "The answer lies outside the conversation it is said to be from."
    ),
    "evidence.source-range": QT_TRANSLATE_NOOP(
        "proofs", "The excerpt is from another place of the recording than the receipt says."
    ),
}
"""Reasons of a proof that contradicts itself; no sentence about an error of ours fits them."""

_OPEN: Mapping[str, str] = {
    "needs.integrity": QT_TRANSLATE_NOOP("proofs", "Not checked: the files are not whole."),
    "needs.issuer": QT_TRANSLATE_NOOP("proofs", "Not checked: the signature does not hold."),
    "needs.receipt": QT_TRANSLATE_NOOP("proofs", "Not checked: the receipt could not be read."),
    "needs.log": QT_TRANSLATE_NOOP("proofs", "Not checked: the log does not hold."),
    "needs.excerpt": QT_TRANSLATE_NOOP("proofs", "Not checked: the excerpt could not be opened."),
    "issuer.unknown": QT_TRANSLATE_NOOP(
        "proofs",
        "The signature holds, but not whose key it is. Compare the fingerprint with one you got"
        " from the creator by another way.",
    ),
    "time.none": QT_TRANSLATE_NOOP(
        "proofs", "There is no time stamp in it. Ask for a newer copy once there is one."
    ),
    "time.demonstration": QT_TRANSLATE_NOOP(
        "proofs", "This is a demonstration. It proves nothing to anybody."
    ),
    "time.untrusted": QT_TRANSLATE_NOOP(
        "proofs",
        "The time stamp is sound, but its authority is not among those this computer trusts.",
    ),
    "number.token-not-included": QT_TRANSLATE_NOOP(
        "proofs", "The time stamp the number came from is not in the file."
    ),
    "number.not-disclosed": QT_TRANSLATE_NOOP("proofs", "The consent number was kept back."),
    "excerpt.not-included": QT_TRANSLATE_NOOP(
        "proofs", "The excerpt is not in the file. It can be handed over and held against it later."
    ),
    "excerpt.not-disclosed": QT_TRANSLATE_NOOP(
        "proofs", "There is an excerpt, but the receipt that names it keeps this back."
    ),
    "excerpt.sealed": QT_TRANSLATE_NOOP(
        "proofs", "The excerpt is encrypted. It opens with the key of whom it was made for."
    ),
    "age.not-opened": QT_TRANSLATE_NOOP("proofs", "Your key does not open the excerpt."),
    "excerpt.no-packet-proof": QT_TRANSLATE_NOOP(
        "proofs", "The file holds nothing to compare the excerpt with the recording."
    ),
    "excerpt.recording-not-disclosed": QT_TRANSLATE_NOOP(
        "proofs", "Which recording it is was kept back."
    ),
    "excerpt.no-checker": QT_TRANSLATE_NOOP("proofs", "This computer cannot read the excerpt."),
    "recording.not-included": QT_TRANSLATE_NOOP(
        "proofs", "The recording's own entry in the log is not in the file."
    ),
    "recording.not-disclosed": QT_TRANSLATE_NOOP(
        "proofs", "A recording stands in the log; that it is this one was kept back."
    ),
    "partner.unbound": QT_TRANSLATE_NOOP(
        "proofs",
        "A key signed for the partner, but nothing ties it to a person. It counts for nothing.",
    ),
    "evidence.heard-not-yes": QT_TRANSLATE_NOOP(
        "proofs",
        "No yes was heard in the excerpt. A later answer may permit what is permitted; the excerpt"
        " does not show it.",
    ),
    "evidence.outside-conversation": QT_TRANSLATE_NOOP(
        "proofs",
        "The answer lies in none of the conversations shown; some were kept back.",
    ),
    "term.ended": QT_TRANSLATE_NOOP(
        "proofs", "It was agreed, but the term is over. Ask whether it was renewed."
    ),
    "grade.lower-here": QT_TRANSLATE_NOOP(
        "proofs",
        "What is shown here supports a lower grade than the creator claims: what is kept back, or"
        " could not be checked, does not count.",
    ),
    "media": QT_TRANSLATE_NOOP("proofs", "The excerpt could not be decoded."),
}

_FACTS: Mapping[str, str] = {
    "members": QT_TRANSLATE_NOOP("proofs", "Files"),
    "fingerprint": QT_TRANSLATE_NOOP("proofs", "Key fingerprint"),
    "proof": QT_TRANSLATE_NOOP("proofs", "Short id"),
    "label": QT_TRANSLATE_NOOP("proofs", "Known as"),
    "kind": QT_TRANSLATE_NOOP("proofs", "Entry"),
    "disclosed": QT_TRANSLATE_NOOP("proofs", "Fields shown"),
    "hidden": QT_TRANSLATE_NOOP("proofs", "Fields kept back"),
    "claimed_at": QT_TRANSLATE_NOOP("proofs", "Time claimed"),
    "audience": QT_TRANSLATE_NOOP("proofs", "Made for"),
    "origin": QT_TRANSLATE_NOOP("proofs", "Log"),
    "index": QT_TRANSLATE_NOOP("proofs", "Entry number"),
    "size": QT_TRANSLATE_NOOP("proofs", "Entries in the log"),
    "witnesses": QT_TRANSLATE_NOOP("proofs", "Witnesses"),
    "authority": QT_TRANSLATE_NOOP("proofs", "Authority"),
    "time": QT_TRANSLATE_NOOP("proofs", "Existed before"),
    "demonstration": QT_TRANSLATE_NOOP("proofs", "Demonstration"),
    "signer_sha256": QT_TRANSLATE_NOOP("proofs", "Signer's certificate, SHA-256"),
    "digits": QT_TRANSLATE_NOOP("proofs", "Number"),
    "sha256": QT_TRANSLATE_NOOP("proofs", "SHA-256"),
    "range": QT_TRANSLATE_NOOP("proofs", "In the recording"),
    "excerpts": QT_TRANSLATE_NOOP("proofs", "Excerpts"),
    "purposes": QT_TRANSLATE_NOOP("proofs", "Purposes"),
    "streams": QT_TRANSLATE_NOOP("proofs", "Streams compared"),
    "grade": QT_TRANSLATE_NOOP("proofs", "Grade"),
    "claimed": QT_TRANSLATE_NOOP("proofs", "Grade claimed"),
    "facts": QT_TRANSLATE_NOOP("proofs", "Facts"),
}

_NOT_PROVEN: Mapping[str, str] = {
    "identity": QT_TRANSLATE_NOOP(
        "proofs", "Who the person is. Name and country are what they said."
    ),
    "adult": QT_TRANSLATE_NOOP("proofs", "How old the person is. It was said, not checked."),
    "sincerity": QT_TRANSLATE_NOOP("proofs", "That the words were meant, not acted or forced."),
    "listener": QT_TRANSLATE_NOOP("proofs", "What is heard: a listener confirmed it, no machine."),
    "later_changes": QT_TRANSLATE_NOOP("proofs", "That nothing was withdrawn afterwards."),
    "hidden_fields": QT_TRANSLATE_NOOP("proofs", "What the hidden fields say."),
    "hidden_permissions": QT_TRANSLATE_NOOP(
        "proofs", "Whether another purpose was refused or taken back: a line was kept back."
    ),
    "time_before_only": QT_TRANSLATE_NOOP(
        "proofs", "When it happened. A time stamp shows “existed before”, nothing more."
    ),
    "time_none": QT_TRANSLATE_NOOP("proofs", "Any time: no trusted time stamp is in it."),
    "law": QT_TRANSLATE_NOOP("proofs", "That the consent meets any law."),
    "whole_recording": QT_TRANSLATE_NOOP("proofs", "What was said outside the excerpt."),
    "excerpt_not_included": QT_TRANSLATE_NOOP("proofs", "What the excerpt shows: it is not in it."),
    "publication": QT_TRANSLATE_NOOP("proofs", "When or where anything was published."),
    "issuer_key": QT_TRANSLATE_NOOP("proofs", "Whose key signed. Compare its fingerprint."),
    "log_unwitnessed": QT_TRANSLATE_NOOP(
        "proofs", "That the log shows everyone the same: no witness signed it."
    ),
    "certificate": QT_TRANSLATE_NOOP(
        "proofs", "Anything by the certificate alone. That page is not signed."
    ),
}

_ENTRY_KINDS: Mapping[str, str] = {
    "attach": QT_TRANSLATE_NOOP("proofs", "Conversation or file added"),
    "hold": QT_TRANSLATE_NOOP("proofs", "Legal hold set or lifted"),
    "ingest": QT_TRANSLATE_NOOP("proofs", "Recording added"),
    "export": QT_TRANSLATE_NOOP("proofs", "Proof exported"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One check in words.

    Attributes:
        code: The check's code.
        outcome: How it came out.
        title: What was checked.
        reason: Why it failed or was not checked; empty when it passed.
        facts: Names and values, in order.
        is_demonstration: It rests on an authority that proves nothing.
    """

    code: str
    outcome: Outcome
    title: str
    reason: str
    facts: tuple[tuple[str, str], ...]
    is_demonstration: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """All of it in one sentence and one more.

    Attributes:
        title: Whether it holds.
        text: What that means.
        icon: Name of its icon.
        tone: Name of its tone.
    """

    title: str
    text: str
    icon: str
    tone: str


def check_title(code: str) -> str:
    """Return what a check is about."""
    if code.startswith("time."):
        number = code.removeprefix("time.")
        return translate("proofs", "Time stamp {number}").format(number=number)
    text = _TITLES.get(code)
    return translate("proofs", text) if text else code


def check_reason(check: Check) -> str:
    """Return why a check failed or was not made; empty when it passed."""
    if check.outcome is Outcome.PASSED or not check.reason:
        return ""
    if check.outcome is Outcome.FAILED and check.reason in _FAILED:
        return translate("proofs", _FAILED[check.reason])
    if check.outcome is Outcome.FAILED:
        words = code_sentence(check.reason)
        return f"{words.title} {words.meaning}".strip()
    text = _OPEN.get(check.reason) or _OPEN.get(check.reason.partition(".")[0])
    if text:
        return translate("proofs", text)
    return code_sentence(check.reason).title


def entry_kind(kind: str) -> str:
    """Return what kind of entry a receipt is, in words; the code itself where there are none."""
    text = _ENTRY_KINDS.get(kind)
    if text:
        return translate("proofs", text)
    try:
        return event_name(Step(kind))
    except ValueError:
        return kind


def time_words(text: str) -> str:
    """Return an RFC 3339 instant as the reader writes it, with UTC behind; other text as it is."""
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        return text
    if instant.tzinfo is None:
        return text
    return f"{format_date_time(instant)} ({text})"


def facts_words(codes: str) -> str:
    """Return the facts of a grade as a list of words."""
    known = {fact.value: fact for fact in Fact}
    named = []
    for code in codes.split():
        member = known.get(code)
        if member is None:
            named.append(code)
        elif member in HEARD_BY_A_PERSON:
            told = translate("proofs", "{fact} (a listener says so)")
            named.append(told.format(fact=fact_name(member)))
        else:
            named.append(fact_name(member))
    return QLocale().createSeparatedList(named)


def _value(name: str, value: str) -> str:
    if name in {"time", "claimed_at"}:
        return time_words(value)
    if name == "kind":
        return entry_kind(value)
    if name == "facts":
        return facts_words(value)
    if name == "purposes":
        known = (purpose_name(Purpose(code)) for code in value.split() if code in set(Purpose))
        return QLocale().createSeparatedList(list(known))
    if name == "demonstration":
        return translate("proofs", "yes") if value == "yes" else translate("proofs", "no")
    return value


def check_line(check: Check) -> Line:
    """Return one check in words."""
    is_demonstration = check.facts.get("demonstration") == "yes"
    facts = tuple(
        (translate("proofs", _FACTS.get(name, name)), _value(name, value))
        for name, value in check.facts.items()
        if value and not (name == "demonstration" and not is_demonstration)
    )
    return Line(
        check.code,
        check.outcome,
        check_title(check.code),
        check_reason(check),
        facts,
        is_demonstration,
    )


def lines(report: VerificationReport) -> tuple[Line, ...]:
    """Return every check in words, in the order they were made."""
    return tuple(check_line(check) for check in report.checks)


def not_proven_words(code: str) -> str:
    """Return one thing a proof does not show."""
    text = _NOT_PROVEN.get(code)
    return translate("proofs", text) if text else code


def verdict(report: VerificationReport) -> Verdict:
    """Return what all checks say together."""
    if report.holds:
        return Verdict(
            translate("proofs", "This proof holds."),
            translate("proofs", "Nothing was changed, and an independent time stamp covers it."),
            "tick-circle",
            "green",
        )
    if any(check.outcome is Outcome.FAILED for check in report.checks):
        return Verdict(
            translate("proofs", "This proof does not hold."),
            translate("proofs", "Something in it is not as it was made. Do not rely on it."),
            "cross-circle",
            "red",
        )
    if any(line.is_demonstration for line in lines(report)):
        return Verdict(
            translate("proofs", "This proof is a demonstration."),
            translate(
                "proofs",
                "Nothing in it was changed, but its time stamps come from a demonstration and"
                " prove nothing.",
            ),
            "warning",
            "amber",
        )
    return Verdict(
        translate("proofs", "This proof is not complete."),
        translate(
            "proofs", "Nothing in it was changed, but no time stamp you can trust covers it."
        ),
        "warning",
        "amber",
    )


def report_text(report: VerificationReport, name: str, checked_at: str) -> str:
    """Return the whole report as plain text, to be kept or sent."""
    whole = verdict(report)
    out = [name, checked_at, "", whole.title, whole.text, ""]
    for line in lines(report):
        out.append(f"[{outcome_name(line.outcome)}] {line.title}")
        if line.reason:
            out.append(f"    {line.reason}")
        out.extend(f"    {title}: {value}" for title, value in line.facts)
    if report.grade:
        out += ["", f"{translate('proofs', 'Grade')}: {report.grade}"]
    if report.not_proven:
        out += ["", translate("proofs", "What this does not prove")]
        out += [f"  - {not_proven_words(code)}" for code in report.not_proven]
    if report.claims:
        out += ["", translate("proofs", "What the receipt shows")]
        out += [f"  {path}: {value}" for path, value in report.claims.items() if value]
    return "\n".join(out) + "\n"
