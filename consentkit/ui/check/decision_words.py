"""Words of a decision on publishing: the verdict, why a rule answers as it does, what can be done.

The text of a rule comes from its pack; why it answers so is said here, by the code of the reason.
"""

import re
from collections.abc import Mapping
from functools import cache
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QLocale

from consentkit.domain.gate import Effect, GateDecision
from consentkit.domain.gate_laws import NoticeItem
from consentkit.domain.gate_scene import State
from consentkit.domain.plan import DeclaredFact, RedactionKind
from consentkit.domain.policy import Remedy
from consentkit.domain.scope import DataCategory, Purpose
from consentkit.domain.splice import SpliceKind
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import parse_instant
from consentkit.services.decision_reading import Line, count_effect, obstacles
from consentkit.services.policies import all_packs
from consentkit.ui.check.words import reason_words
from consentkit.ui.messages import data_name, format_date_time, purpose_name
from consentkit.ui.words import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

_HELP_PAGE = re.compile(r"YouTube Help (\d{4,12})")
_HELP_ADDRESS = "https://support.google.com/youtube/answer/{number}"

REASONS: Mapping[str, str] = {
    "not-permitted": QT_TRANSLATE_NOOP("decision", "Consent does not cover it."),
    "unmapped": QT_TRANSLATE_NOOP("decision", "Nobody knows where it is from."),
    "unheard-sound": QT_TRANSLATE_NOOP(
        "decision",
        "It has several sound tracks, and only one was listened to. Export the video with one.",
    ),
    "provisional": QT_TRANSLATE_NOOP("decision", "Only the quick look is done."),
    "not-concerned": QT_TRANSLATE_NOOP("decision", "It does not concern this video."),
    "declared": QT_TRANSLATE_NOOP("decision", "You stated it."),
    "taken-out": QT_TRANSLATE_NOOP("decision", "Blurred and muted throughout."),
    "platform": QT_TRANSLATE_NOOP("decision", "“{detail}” does not name this platform."),
    "term": QT_TRANSLATE_NOOP("decision", "“{detail}” does not hold at that time."),
    "channel": QT_TRANSLATE_NOOP("decision", "“{detail}” does not name this channel."),
    "channel-not-stated": QT_TRANSLATE_NOOP(
        "decision", "“{detail}” is for certain channels, and the plan names none."
    ),
    "territory": QT_TRANSLATE_NOOP("decision", "“{detail}” does not hold in all those countries."),
    "territory-not-stated": QT_TRANSLATE_NOOP(
        "decision", "“{detail}” is for certain countries, and the plan names none."
    ),
    "not-agreed": QT_TRANSLATE_NOOP("decision", "Not agreed to: {detail}."),
    "data-not-agreed": QT_TRANSLATE_NOOP(
        "decision", "Agreed to, but not with face or voice or name: {detail}."
    ),
    "monetised-not-stated": QT_TRANSLATE_NOOP(
        "decision", "It is not stated whether the video earns money."
    ),
    "sponsor-not-stated": QT_TRANSLATE_NOOP(
        "decision", "It is not stated whether there is a sponsor."
    ),
    "thumbnail-not-stated": QT_TRANSLATE_NOOP(
        "decision", "It is not stated who is in the thumbnail."
    ),
    "title-not-stated": QT_TRANSLATE_NOOP("decision", "It is not stated who is in the title."),
    "person-unknown": QT_TRANSLATE_NOOP(
        "decision", "There is no permission of this person to ask: {detail}."
    ),
    "condition-not-stated": QT_TRANSLATE_NOOP(
        "decision", "It is not stated whether this was done: {detail}."
    ),
    "condition-not-met": QT_TRANSLATE_NOOP("decision", "Not done everywhere: {detail}."),
    "not-verified": QT_TRANSLATE_NOOP("decision", "This does not verify: {detail}."),
    "not-checked": QT_TRANSLATE_NOOP("decision", "This could not be checked: {detail}."),
    "other-file": QT_TRANSLATE_NOOP("decision", "It is another file: {detail}."),
    "file-not-read": QT_TRANSLATE_NOOP("decision", "The file is not where it was."),
    "second-reviewer": QT_TRANSLATE_NOOP(
        "decision", "An agency needs two reviewers, and the plan names fewer."
    ),
    "grade": QT_TRANSLATE_NOOP("decision", "The evidence is too weak for: {detail}."),
    "no-excerpt": QT_TRANSLATE_NOOP("decision", "There is no excerpt of the answer."),
    "answer-outside": QT_TRANSLATE_NOOP(
        "decision", "The excerpt does not hold question and answer."
    ),
    "other-recording": QT_TRANSLATE_NOOP("decision", "The excerpt is from another recording."),
    "margins": QT_TRANSLATE_NOOP("decision", "The excerpt lacks its five seconds around."),
    "recording-unknown": QT_TRANSLATE_NOOP(
        "decision", "The recording is gone; nothing can be compared with it."
    ),
    "no-token": QT_TRANSLATE_NOOP("decision", "There is no time stamp, and none was asked for."),
    "pending": QT_TRANSLATE_NOOP("decision", "The time stamp has not come yet."),
    "pending-accepted": QT_TRANSLATE_NOOP(
        "decision", "The time stamp has not come yet; you accept that."
    ),
    "doubt": QT_TRANSLATE_NOOP("decision", "Somebody doubts the age, and it is not cleared."),
    "doubt-cleared": QT_TRANSLATE_NOOP("decision", "Two people cleared the doubt."),
    "no-doubt": QT_TRANSLATE_NOOP("decision", "You stated that nobody doubts the age."),
    "doubts-not-stated": QT_TRANSLATE_NOOP(
        "decision", "It is not stated whether anybody doubts the age."
    ),
    "age-not-asked": QT_TRANSLATE_NOOP("decision", "The person was not asked for their age."),
    "minor": QT_TRANSLATE_NOOP("decision", "The person is not of age. Missing: {detail}."),
    "guardian": QT_TRANSLATE_NOOP("decision", "No parent or guardian agreed."),
    "support": QT_TRANSLATE_NOOP(
        "decision", "The person needs another way to communicate, and did not get it."
    ),
    "identifiable": QT_TRANSLATE_NOOP("decision", "Can be known by: {detail}."),
    "not-stated": QT_TRANSLATE_NOOP("decision", "Not stated: {detail}"),
    "complaints-not-stated": QT_TRANSLATE_NOOP(
        "decision", "It is not stated whether a complaint is open."
    ),
    "complaint-open": QT_TRANSLATE_NOOP("decision", "Act by {detail}."),
    "mark-missing": QT_TRANSLATE_NOOP("decision", "The mark is not set."),
    "not-looked": QT_TRANSLATE_NOOP("decision", "Cuts were not looked at yet."),
    "splice": QT_TRANSLATE_NOOP("decision", "Found: {detail}."),
    "not-set": QT_TRANSLATE_NOOP("decision", "It is not stated."),
    "no-notice": QT_TRANSLATE_NOOP("decision", "There is no record of what was told."),
    "notice-words": QT_TRANSLATE_NOOP("decision", "The words that were told are not kept."),
    "notice-time": QT_TRANSLATE_NOOP("decision", "It is not kept when it was told."),
    "language": QT_TRANSLATE_NOOP("decision", "Asked in a language they are not known to speak."),
    "language-not-known": QT_TRANSLATE_NOOP(
        "decision", "It is not known which language they speak."
    ),
    "no-permission": QT_TRANSLATE_NOOP("decision", "This was not asked for: {detail}."),
    "no-answer": QT_TRANSLATE_NOOP("decision", "There is no yes on record: {detail}."),
    "bundled": QT_TRANSLATE_NOOP("decision", "One yes may have been meant for everything."),
    "no-yes-heard": QT_TRANSLATE_NOOP("decision", "No yes was heard in the excerpt."),
    "no-act-shown": QT_TRANSLATE_NOOP("decision", "Nobody has listened to the answer yet."),
    "no-contact": QT_TRANSLATE_NOOP("decision", "No way to reach you was told."),
    "route-not-told": QT_TRANSLATE_NOOP("decision", "It is not known whether the way was told."),
    "asked-twice": QT_TRANSLATE_NOOP("decision", "Asked more than once in one conversation."),
    "rewarded": QT_TRANSLATE_NOOP("decision", "Something was given or promised for a yes."),
    "not-told": QT_TRANSLATE_NOOP("decision", "Not told: {detail}."),
    "other-notice": QT_TRANSLATE_NOOP(
        "decision", "The words were not ours; what they say is not known."
    ),
    "special": QT_TRANSLATE_NOOP("decision", "It is shown, and nobody agreed to it expressly."),
    "old": QT_TRANSLATE_NOOP("decision", "The last yes is older than {detail} months."),
    "mixed": QT_TRANSLATE_NOOP("decision", "Consent and contract stand in one record."),
    "contract-asked-as-consent": QT_TRANSLATE_NOOP(
        "decision", "A contract was asked for as if it were consent."
    ),
    "contract-without-document": QT_TRANSLATE_NOOP(
        "decision", "A contract is named, and no document is there."
    ),
    "document-not-read": QT_TRANSLATE_NOOP(
        "decision", "Nobody has stated how the document is worded."
    ),
    "still-only": QT_TRANSLATE_NOOP("decision", "A still picture shows a face, and no answer."),
    "nothing-kept": QT_TRANSLATE_NOOP("decision", "Nothing written or recorded is there."),
    "void": QT_TRANSLATE_NOOP("decision", "The permission was void from the start."),
    "proof": QT_TRANSLATE_NOOP("decision", "The proof does not verify."),
    "withdrawn": QT_TRANSLATE_NOOP("decision", "Taken back. Everything must stop by {detail}."),
    "in-dispute": QT_TRANSLATE_NOOP("decision", "The permission is in dispute."),
    "form-not-known": QT_TRANSLATE_NOOP(
        "decision", "It is not stated whether the message is in writing and theirs."
    ),
    "not-written": QT_TRANSLATE_NOOP("decision", "Nothing in writing is there."),
    "signatory": QT_TRANSLATE_NOOP("decision", "It is not stated whose key signed."),
    "image-not-agreed": QT_TRANSLATE_NOOP("decision", "Publishing the face was not agreed to."),
    "recorded-before-asked": QT_TRANSLATE_NOOP(
        "decision", "Seconds from before the yes to recording are used."
    ),
    "manner": QT_TRANSLATE_NOOP("decision", "Asked like this: {detail}."),
}
"""Why a rule answers as it does, by the code of the reason; ``{detail}`` is what it is about."""

_BARE: Mapping[str, str] = {
    "not-verified": QT_TRANSLATE_NOOP("decision", "It does not verify."),
    "not-checked": QT_TRANSLATE_NOOP("decision", "It could not be checked."),
    "minor": QT_TRANSLATE_NOOP("decision", "The person is not of age."),
    "withdrawn": QT_TRANSLATE_NOOP("decision", "Taken back."),
}
"""Reasons that may come without anything they are about."""

_TIMES = frozenset({"complaint-open", "withdrawn"})
_STRETCHES = frozenset({"not-permitted", "unmapped"})
_NOT_GIVEN = "core.not-given"
"""A stretch's reason that needs a status to be said, which a whole video has several of."""

_DETAILS: Mapping[str, str] = {
    "guardian": QT_TRANSLATE_NOOP("decision", "a guardian"),
    "thumbnail": QT_TRANSLATE_NOOP("decision", "thumbnail"),
    "title": QT_TRANSLATE_NOOP("decision", "title"),
    "signature": QT_TRANSLATE_NOOP("decision", "the record's signature"),
    "log": QT_TRANSLATE_NOOP("decision", "the record's place in the log"),
    "digests": QT_TRANSLATE_NOOP("decision", "the sealed evidence"),
    "plan": QT_TRANSLATE_NOOP("decision", "the plan names another one"),
    "file": QT_TRANSLATE_NOOP("decision", "it was changed since the check"),
    "said": QT_TRANSLATE_NOOP("decision", "aloud"),
    "shown": QT_TRANSLATE_NOOP("decision", "shown before the camera"),
    "sent": QT_TRANSLATE_NOOP("decision", "sent as a link or text"),
    RedactionKind.BLUR_FACE.value: QT_TRANSLATE_NOOP("decision", "face blurred"),
    RedactionKind.ALTER_VOICE.value: QT_TRANSLATE_NOOP("decision", "voice altered"),
    RedactionKind.HIDE_PLACE.value: QT_TRANSLATE_NOOP("decision", "place hidden"),
    RedactionKind.MUTE.value: QT_TRANSLATE_NOOP("decision", "sound muted"),
    RedactionKind.OWN_WORDS.value: QT_TRANSLATE_NOOP(
        "decision", "the condition in their own words"
    ),
    NoticeItem.CONTROLLER.value: QT_TRANSLATE_NOOP("decision", "who asks"),
    NoticeItem.CONTACT.value: QT_TRANSLATE_NOOP("decision", "how to reach you"),
    NoticeItem.LEGALITY.value: QT_TRANSLATE_NOOP("decision", "that it rests on their yes"),
    NoticeItem.PURPOSES.value: QT_TRANSLATE_NOOP("decision", "what for"),
    NoticeItem.DATA.value: QT_TRANSLATE_NOOP("decision", "what of them"),
    NoticeItem.DETAILS.value: QT_TRANSLATE_NOOP("decision", "what is collected and how"),
    NoticeItem.TERM.value: QT_TRANSLATE_NOOP("decision", "for how long"),
    NoticeItem.RETENTION.value: QT_TRANSLATE_NOOP("decision", "how long it is kept"),
    NoticeItem.WITHDRAWAL.value: QT_TRANSLATE_NOOP("decision", "how to take it back"),
    NoticeItem.RIGHTS.value: QT_TRANSLATE_NOOP("decision", "that they may say no"),
    NoticeItem.ALL_RIGHTS.value: QT_TRANSLATE_NOOP("decision", "all their rights"),
    NoticeItem.RECIPIENTS.value: QT_TRANSLATE_NOOP("decision", "who will see it"),
    SpliceKind.ORDER.value: QT_TRANSLATE_NOOP("decision", "another order"),
    SpliceKind.CUT_UTTERANCE.value: QT_TRANSLATE_NOOP("decision", "a cut inside a sentence"),
    SpliceKind.OTHER_QUESTION.value: QT_TRANSLATE_NOOP("decision", "an answer to another question"),
    SpliceKind.SPEED.value: QT_TRANSLATE_NOOP("decision", "another speed"),
}

_MISSING: Mapping[str, str] = {
    DeclaredFact.GUARDIAN_AGREED.value: QT_TRANSLATE_NOOP("decision", "a guardian's agreement"),
    DeclaredFact.VOLUNTARY.value: QT_TRANSLATE_NOOP("decision", "free will"),
    DeclaredFact.COMMENTS_MODERATED.value: QT_TRANSLATE_NOOP("decision", "moderated comments"),
    DeclaredFact.NAME_SHOWN.value: QT_TRANSLATE_NOOP("decision", "full name"),
    DeclaredFact.CONTACT_SHOWN.value: QT_TRANSLATE_NOOP("decision", "address, account or number"),
}

QUESTIONS: Mapping[DeclaredFact, str] = {
    DeclaredFact.UNDERSTOOD_LANGUAGE: QT_TRANSLATE_NOOP(
        "decision", "Did they understand the language they were asked in?"
    ),
    DeclaredFact.ANSWERED_EACH: QT_TRANSLATE_NOOP(
        "decision", "Did they answer each use by itself?"
    ),
    DeclaredFact.ROUTE_TOLD: QT_TRANSLATE_NOOP(
        "decision", "Were they told how to take a yes back?"
    ),
    DeclaredFact.NOTICE_COMPLETE: QT_TRANSLATE_NOOP(
        "decision", "Were they told everything the law lists?"
    ),
    DeclaredFact.REWARDED: QT_TRANSLATE_NOOP(
        "decision", "Was anything given or promised for a yes?"
    ),
    DeclaredFact.DOCUMENT_IS_CONSENT: QT_TRANSLATE_NOOP(
        "decision", "Is the document worded as consent?"
    ),
    DeclaredFact.DOCUMENT_IS_CONTRACT: QT_TRANSLATE_NOOP(
        "decision", "Is the document worded as a contract?"
    ),
    DeclaredFact.IN_CALIFORNIA: QT_TRANSLATE_NOOP("decision", "Were they or you in California?"),
    DeclaredFact.SIGNATORY_IDENTIFIED: QT_TRANSLATE_NOOP(
        "decision", "Do you know whose key signed?"
    ),
    DeclaredFact.WRITTEN_FORM: QT_TRANSLATE_NOOP(
        "decision", "Is what is attached in writing and from them?"
    ),
    DeclaredFact.NEEDS_SUPPORT: QT_TRANSLATE_NOOP(
        "decision", "Do they need another way to communicate because of a disability?"
    ),
    DeclaredFact.SUPPORT_GIVEN: QT_TRANSLATE_NOOP("decision", "Was that way used?"),
    DeclaredFact.IS_MINOR: QT_TRANSLATE_NOOP("decision", "Are they under age?"),
    DeclaredFact.GUARDIAN_AGREED: QT_TRANSLATE_NOOP(
        "decision", "Is the permission that of a parent or guardian?"
    ),
    DeclaredFact.VOLUNTARY: QT_TRANSLATE_NOOP(
        "decision", "Do they take part of their own free will?"
    ),
    DeclaredFact.COMMENTS_MODERATED: QT_TRANSLATE_NOOP(
        "decision", "Are comments moderated or off?"
    ),
    DeclaredFact.NAME_SHOWN: QT_TRANSLATE_NOOP("decision", "Is their full name said or shown?"),
    DeclaredFact.CONTACT_SHOWN: QT_TRANSLATE_NOOP(
        "decision", "Is an address, account or number of theirs said or shown?"
    ),
    DeclaredFact.SPECIAL_SHOWN: QT_TRANSLATE_NOOP(
        "decision", "Is anything on their religion, health, politics or sex life said or shown?"
    ),
    DeclaredFact.SPECIAL_AGREED: QT_TRANSLATE_NOOP("decision", "Did they agree to that expressly?"),
    DeclaredFact.SYNTHETIC: QT_TRANSLATE_NOOP(
        "decision", "Is a voice or face replaced by one that seems real?"
    ),
}
"""What a creator is asked to state, in plain words."""

_REMEDIES: Mapping[Remedy, str] = {
    Remedy.ASK_AGAIN: QT_TRANSLATE_NOOP("decision", "Ask again"),
    Remedy.BLUR: QT_TRANSLATE_NOOP("decision", "Blur the face"),
    Remedy.MUTE: QT_TRANSLATE_NOOP("decision", "Mute the voice"),
    Remedy.CUT: QT_TRANSLATE_NOOP("decision", "Cut it out"),
    Remedy.OWN_MATERIAL: QT_TRANSLATE_NOOP("decision", "It is my own…"),
    Remedy.CHANGE_PLAN: QT_TRANSLATE_NOOP("decision", "Change the plan"),
    Remedy.STATE: QT_TRANSLATE_NOOP("decision", "State it"),
    Remedy.ADD_EVIDENCE: QT_TRANSLATE_NOOP("decision", "Add evidence"),
    Remedy.CHECK_AGAIN: QT_TRANSLATE_NOOP("decision", "Check again"),
    Remedy.DISCLOSE: QT_TRANSLATE_NOOP("decision", "Tell viewers…"),
    Remedy.OVERRIDE: QT_TRANSLATE_NOOP("decision", "Overrule…"),
}

_EFFECTS: Mapping[Effect, str] = {
    Effect.BLOCK: QT_TRANSLATE_NOOP("decision", "Blocks"),
    Effect.WARN: QT_TRANSLATE_NOOP("decision", "Warns"),
    Effect.OVERRIDDEN: QT_TRANSLATE_NOOP("decision", "Overruled"),
    Effect.PASS: QT_TRANSLATE_NOOP("decision", "Holds"),
}

EFFECT_LOOKS: Mapping[Effect, tuple[str, str]] = {
    Effect.BLOCK: ("hand", "red"),
    Effect.WARN: ("warning", "amber"),
    Effect.OVERRIDDEN: ("pencil", "violet"),
    Effect.PASS: ("tick-circle", "green"),
}
"""Icon and tone of each effect."""


def language() -> str:
    """Return the language of the window, as packs of rules name it."""
    return QLocale().name().split("_", 1)[0]


@cache
def _rules() -> Mapping[str, Mapping[str, str]]:
    return {rule.id: dict(rule.texts) for pack in all_packs() for rule in pack.gate}


@cache
def _packs() -> Mapping[str, Mapping[str, str]]:
    return {pack.id: dict(pack.titles) for pack in all_packs()}


def rule_text(rule: str) -> str:
    """Return what is wrong where a rule does not hold; the rule's id for one not known here."""
    texts = _rules().get(rule, {})
    return texts.get(language()) or texts.get("en") or rule


def pack_title(pack: str) -> str:
    """Return the title of a pack of rules."""
    texts = _packs().get(pack, {})
    return texts.get(language()) or texts.get("en") or pack


def reason_sentence(reason: str, detail: str = "") -> str:
    """Return why a rule answers as it does; empty for a plain pass."""
    if not reason:
        return ""
    text = REASONS.get(reason)
    if text is None:
        return f"{reason} {detail}".strip()
    if reason in _STRETCHES and detail and detail != _NOT_GIVEN:
        return reason_words(detail)
    if not detail and reason in _BARE:
        return translate("decision", _BARE[reason])
    shown = _detail_words(reason, detail) if detail else "…"
    return translate("decision", text).format(detail=shown)


def _detail_words(reason: str, detail: str) -> str:
    if reason in _TIMES:
        try:
            return format_date_time(parse_instant(detail))
        except MalformedError:
            return detail
    facts = {fact.value: fact for fact in DeclaredFact}
    if reason == "not-stated" and detail in facts:
        return question_of(facts[detail])
    purposes = {item.value: item for item in Purpose}
    data = {item.value: item for item in DataCategory}
    for table in (_MISSING, _DETAILS):
        if detail in table:
            return translate("decision", table[detail])
    if detail in purposes:
        return purpose_name(purposes[detail])
    return data_name(data[detail]).lower() if detail in data else detail


def question_of(fact: DeclaredFact) -> str:
    """Return the question a creator answers by a statement."""
    return translate("decision", QUESTIONS[fact])


def remedy_name(remedy: Remedy) -> str:
    """Return the words of a remedy's button."""
    return translate("decision", _REMEDIES[remedy])


def effect_name(effect: Effect) -> str:
    """Return the word for what a rule means for the publication."""
    return translate("decision", _EFFECTS[effect])


def chip_of(line: Line) -> tuple[str, str, str]:
    """Return word, icon and tone for a line; what cannot be told is said as such."""
    outcome = line.outcome
    icon, tone = EFFECT_LOOKS[outcome.effect]
    if outcome.state is State.CANNOT_TELL and outcome.effect is not Effect.OVERRIDDEN:
        is_block = outcome.effect is Effect.BLOCK
        name = (
            translate("decision", "Blocks: not known")
            if is_block
            else translate("decision", "Warns: not known")
        )
        return name, "question", tone
    return effect_name(outcome.effect), icon, tone


def verdict_line(decision: GateDecision) -> str:
    """Return the verdict as a sentence."""
    if decision.is_passed:
        return translate("decision", "By this plan, the video may be published.")
    count = obstacles(decision)
    return translate("decision", "%n thing(s) stand in the way.", "", count)


def counts_line(decision: GateDecision) -> str:
    """Return how many rules warn, were overruled and hold."""
    parts = []
    if warned := count_effect(decision, Effect.WARN):
        parts.append(translate("decision", "%n rule(s) warn.", "", warned))
    if aside := count_effect(decision, Effect.OVERRIDDEN):
        parts.append(translate("decision", "%n rule(s) were overruled by you.", "", aside))
    held = count_effect(decision, Effect.PASS)
    parts.append(translate("decision", "%n rule(s) hold.", "", held))
    return " ".join(parts)


def source_link(source: str) -> str:
    """Return the web address a source stands for; empty for a law's article or anything else."""
    found = _HELP_PAGE.fullmatch(source)
    if found is not None:
        return _HELP_ADDRESS.format(number=found[1])
    if not source.startswith("https://") or source.split() != [source]:
        return ""
    try:
        parts = urlsplit(source)
    except ValueError:
        return ""
    return source if parts.hostname and "@" not in parts.netloc else ""
