"""Words of the recording page: what a step does, why a draft cannot be sealed, the summary."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from consentkit.domain.consent import Step
from consentkit.domain.evidence import Answer
from consentkit.domain.scope import WORLD, Purpose
from consentkit.ui.messages import (
    condition_name,
    country_name,
    data_name,
    format_date,
    purpose_name,
)
from consentkit.ui.recording.marking import Marking, Problem
from consentkit.ui.words import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

_ACTIONS: Mapping[Step, str] = {
    Step.GRANT: QT_TRANSLATE_NOOP("recording", "They said yes…"),
    Step.REFUSE: QT_TRANSLATE_NOOP("recording", "They said no…"),
    Step.DEFER: QT_TRANSLATE_NOOP("recording", "They gave no clear answer…"),
    Step.RENEW: QT_TRANSLATE_NOOP("recording", "Renew…"),
    Step.WITHDRAW: QT_TRANSLATE_NOOP("recording", "The partner withdrew…"),
    Step.SUSPEND: QT_TRANSLATE_NOOP("recording", "Suspend…"),
    Step.RESUME: QT_TRANSLATE_NOOP("recording", "Lift the suspension…"),
    Step.REVOKE: QT_TRANSLATE_NOOP("recording", "Revoke…"),
    Step.REQUEST: QT_TRANSLATE_NOOP("recording", "Note that you asked again…"),
    Step.INVALIDATE: QT_TRANSLATE_NOOP("recording", "Declare void…"),
    Step.ERASE: QT_TRANSLATE_NOOP("recording", "Erase the data…"),
}

_TITLES: Mapping[Step, str] = {
    Step.GRANT: QT_TRANSLATE_NOOP("recording", "They said yes"),
    Step.REFUSE: QT_TRANSLATE_NOOP("recording", "They said no"),
    Step.DEFER: QT_TRANSLATE_NOOP("recording", "They gave no clear answer"),
    Step.RENEW: QT_TRANSLATE_NOOP("recording", "Renew the permission"),
    Step.WITHDRAW: QT_TRANSLATE_NOOP("recording", "The partner withdrew"),
    Step.SUSPEND: QT_TRANSLATE_NOOP("recording", "Suspend the permission"),
    Step.RESUME: QT_TRANSLATE_NOOP("recording", "Lift the suspension"),
    Step.REVOKE: QT_TRANSLATE_NOOP("recording", "Revoke the permission"),
    Step.REQUEST: QT_TRANSLATE_NOOP("recording", "You asked again"),
    Step.INVALIDATE: QT_TRANSLATE_NOOP("recording", "Declare the permission void"),
    Step.ERASE: QT_TRANSLATE_NOOP("recording", "Erase the data"),
}

_MEANINGS: Mapping[Step, str] = {
    Step.GRANT: QT_TRANSLATE_NOOP(
        "recording", "The answer to the open question. Add what shows it under Evidence."
    ),
    Step.REFUSE: QT_TRANSLATE_NOOP(
        "recording", "Do not ask this person again for 30 days, unless they begin."
    ),
    Step.DEFER: QT_TRANSLATE_NOOP("recording", "Nothing is permitted until they answer."),
    Step.RENEW: QT_TRANSLATE_NOOP(
        "recording", "The partner said yes again. The permission holds until the new day."
    ),
    Step.WITHDRAW: QT_TRANSLATE_NOOP(
        "recording",
        "The partner took it back. It does not permit any more, and cannot be given again here.",
    ),
    Step.SUSPEND: QT_TRANSLATE_NOOP(
        "recording", "Something is in doubt. It does not permit until you lift the suspension."
    ),
    Step.RESUME: QT_TRANSLATE_NOOP(
        "recording", "The doubt is settled. It stands again where it stood before."
    ),
    Step.REVOKE: QT_TRANSLATE_NOOP(
        "recording", "You end it yourself, although the partner did not ask for that."
    ),
    Step.REQUEST: QT_TRANSLATE_NOOP(
        "recording", "The notice was given once more, and the answer is still to come."
    ),
    Step.INVALIDATE: QT_TRANSLATE_NOOP(
        "recording", "It was never a permission. Every past use is in question as well."
    ),
    Step.ERASE: QT_TRANSLATE_NOOP("recording", "This cannot be undone."),
}

_PROBLEMS: Mapping[Problem, str] = {
    Problem.NO_ANSWER_CHOSEN: QT_TRANSLATE_NOOP("recording", "Say what you heard."),
    Problem.NOT_ADULT: QT_TRANSLATE_NOOP(
        "recording", "Only a person who says to be 18 or older can give a permission."
    ),
    Problem.NO_NAME: QT_TRANSLATE_NOOP("recording", "Give the person a name to be found under."),
    Problem.NO_PURPOSE: QT_TRANSLATE_NOOP("recording", "Choose at least one purpose."),
    Problem.ALL_NO: QT_TRANSLATE_NOOP(
        "recording", "Every purpose was answered with no. Choose No as what you heard."
    ),
    Problem.NOTHING_SHOWN: QT_TRANSLATE_NOOP(
        "recording", "Mark question and answer, attach a file, or write down what was agreed."
    ),
    Problem.ANSWER_FIRST: QT_TRANSLATE_NOOP(
        "recording", "The answer begins before the question. Mark one of them again."
    ),
    Problem.TOO_LONG: QT_TRANSLATE_NOOP(
        "recording", "Question and answer lie more than 15 minutes apart. Mark them closer."
    ),
    Problem.ANSWER_OUTSIDE: QT_TRANSLATE_NOOP(
        "recording",
        "The answer lies outside this conversation. Mark it inside, or move the edges.",
    ),
    Problem.TERM_OVER: QT_TRANSLATE_NOOP(
        "recording", "The last day lies before the conversation. Choose a later one."
    ),
    Problem.NO_DATA: QT_TRANSLATE_NOOP("recording", "Choose what may be used: face, voice, name."),
    Problem.NO_TERRITORY: QT_TRANSLATE_NOOP("recording", "Choose where it may be shown."),
}


def step_action(step: Step) -> str:
    """Return what a menu offers for ``step``."""
    return translate("recording", _ACTIONS[step])


def step_title(step: Step) -> str:
    """Return the heading of the sheet that asks for ``step``."""
    return translate("recording", _TITLES[step])


def step_meaning(step: Step) -> str:
    """Return what ``step`` leads to."""
    return translate("recording", _MEANINGS[step])


def problem_words(problem: Problem) -> str:
    """Return what keeps a draft from being sealed, as something to do."""
    return translate("recording", _PROBLEMS[problem])


def adult_words(is_adult_stated: bool | None) -> str:
    """Return what the person says of being of age."""
    if is_adult_stated is None:
        return translate("recording", "Age not asked")
    if is_adult_stated:
        return translate("recording", "Says to be 18 or older")
    return translate("recording", "Not 18 yet")


def confidence_words(confidence: float) -> str:
    """Return how sure a proposal is; below 0.7 it asks for a look."""
    if confidence >= 1.0:
        return translate("recording", "Set by hand")
    if confidence >= CERTAIN:
        return translate("recording", "Clear edges")
    if confidence >= DOUBTFUL:
        return translate("recording", "Likely")
    return translate("recording", "Unsure, please look")


CERTAIN = 0.9
DOUBTFUL = 0.7
"""Below this a proposal asks for a look: it rests on one weak cue alone."""


def _purposes(purposes: tuple[Purpose, ...]) -> str:
    return QLocale().createSeparatedList([purpose_name(item) for item in purposes])


def summary(marking: Marking) -> str:
    """Return what would be sealed as sentences a person can check; empty while nobody answered."""
    scope = marking.scope
    name = marking.party_name.strip() or translate("recording", "This person")
    asked = _purposes(scope.purposes)
    if marking.heard is None or not scope.answers:
        return ""
    if marking.heard is Answer.NO:
        return translate("recording", "{name} said no to: {purposes}.").format(
            name=name, purposes=asked
        )
    if marking.heard is Answer.UNCLEAR:
        return translate(
            "recording", "{name} gave no clear answer to: {purposes}. Nothing is permitted."
        ).format(name=name, purposes=asked)
    given = scope.granted(Answer.YES)
    refused = tuple(item for item in scope.purposes if item not in given)
    lines = [
        translate("recording", "{name} allows: {purposes}.").format(
            name=name, purposes=_purposes(given)
        )
    ]
    if refused:
        lines.append(
            translate("recording", "Not allowed: {purposes}.").format(purposes=_purposes(refused))
        )
    lines.append(_scope_sentence(marking))
    if scope.conditions:
        named = [condition_name(item) for item in sorted(scope.conditions)]
        lines.append(
            translate("recording", "Before use: {conditions}.").format(
                conditions=QLocale().createSeparatedList(named)
            )
        )
    return " ".join(lines)


def _scope_sentence(marking: Marking) -> str:
    scope = marking.scope
    data = QLocale().createSeparatedList([data_name(item) for item in sorted(scope.data)])
    places = (
        translate("recording", "worldwide")
        if WORLD in scope.territory
        else QLocale().createSeparatedList([country_name(item) for item in scope.territory])
    )
    return translate("recording", "Used: {data}. Where: {places}. Until: {date}.").format(
        data=data, places=places, date=format_date(scope.ends_at)
    )
