"""Words of the checklist of a hand-over."""

from PySide6.QtCore import QCoreApplication

from consentkit.services.publication_views import ChecklistLine, HandOverStep
from consentkit.ui.published.words import platform_name

translate = QCoreApplication.translate

BY_APP = frozenset({
    HandOverStep.SAME_FILE,
    HandOverStep.GATE_PASSED,
    HandOverStep.PROOF_EXPORTED,
    HandOverStep.TIME_PROVEN,
})
"""Steps that the app looks at by itself."""


def step_words(line: ChecklistLine) -> str:
    """Return a line of the checklist as a sentence."""
    known = _known(line)
    if known:
        return known
    if line.step is HandOverStep.AUDIENCE:
        return _audience(line.detail)
    if line.step is HandOverStep.ALTERED:
        return _altered(line.detail)
    if line.step is HandOverStep.SPONSOR:
        words = translate("published", "Paid promotion is marked ({name}).")
        return words.format(name=line.detail)
    if line.step is HandOverStep.THUMBNAIL:
        count = int(line.detail) if line.detail.isdigit() else 0
        if not count:
            return translate("published", "The thumbnail shows nobody.")
        return translate(
            "published",
            "The thumbnail shows the %n person(s) of the plan and nobody else.",
            "",
            count,
        )
    return translate("published", "The video's link is in the list here.")


def _known(line: ChecklistLine) -> str:
    """Return the words of a step that the app looks at; empty for another one."""
    count = int(line.detail) if line.detail.isdigit() else 0
    if line.step is HandOverStep.SAME_FILE:
        if line.is_done:
            return translate("published", "This is the file that was checked.")
        return translate("published", "This is not the file that was checked, or it is away.")
    if line.step is HandOverStep.GATE_PASSED:
        if line.is_done:
            return translate("published", "The plan passes.")
        return translate("published", "The plan does not pass, or permissions changed since.")
    if line.step is HandOverStep.PROOF_EXPORTED:
        if line.is_done:
            return translate("published", "A proof of every permission is exported.")
        return translate("published", "No proof is exported of %n permission(s).", "", count)
    if line.step is HandOverStep.TIME_PROVEN:
        if line.is_done:
            return translate("published", "Every permission has a time stamp.")
        return translate("published", "%n permission(s) without a time stamp.", "", count)
    return ""


def _audience(answer: str) -> str:
    if answer == "yes":
        return translate("published", "Audience: set to “made for kids”.")
    if answer == "no":
        return translate("published", "Audience: set to “not made for kids”.")
    return translate("published", "Audience: answered; the plan does not say how.")


def _altered(answer: str) -> str:
    if answer == "yes":
        return translate("published", "Altered content: answered with yes.")
    if answer == "no":
        return translate("published", "Altered content: answered with no.")
    return translate("published", "Altered content: answered; the plan does not say how.")


def open_words(platform: str) -> str:
    """Return the words of the button that leads to where a platform takes videos."""
    if platform == "youtube":
        return translate("published", "Open YouTube Studio")
    return translate("published", "Open {platform}").format(platform=platform_name(platform))
