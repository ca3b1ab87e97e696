"""Every code the program raises has two whole sentences on the command line."""

import ast
from pathlib import Path

import pytest

import consentkit
from consentkit.cli.output import error_sentence
from consentkit.cli.sentences import SENTENCES
from consentkit.kernel import errors

SOURCE = Path(consentkit.__file__).parent
CLASSES = {
    name: kind
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.ConsentKitError)
}
TYPED_BY_A_PERSON = {
    "time.instant",
    "time.range",
    "time.text",
    "party.country",
    "text.too-long",
    "age.recipient",
    "recovery.text",
}
"""Codes about what was typed: their family is about what came from elsewhere."""


def codes_in(path):
    """Yield every code that is raised in a module, also one of two in a conditional."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called = node.func
        name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
        if name not in CLASSES:
            continue
        first = node.args[0]
        for part in [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]:
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value


CODES = sorted(
    {
        code
        for path in SOURCE.rglob("*.py")
        if path.relative_to(SOURCE).parts[0] != "ui"
        for code in codes_in(path)
    }
    | {kind.default_code for kind in CLASSES.values()}
)


def test_codes_are_found():
    assert len(CODES) > 200
    assert {"media.empty", "vault.read-only", "vault.locked"} <= set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_code_has_sentences_of_its_own_or_of_its_family(code):
    unknown = error_sentence(errors.ConsentKitError("never-heard-of"))
    assert error_sentence(errors.ConsentKitError(code)) != unknown or code == "error"


@pytest.mark.parametrize("code", sorted(TYPED_BY_A_PERSON))
def test_code_about_something_typed_has_sentences_of_its_own(code):
    assert code in SENTENCES


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_sentences_are_whole_and_not_blaming(code):
    for text in SENTENCES[code]:
        words = text.lower().split()
        assert text[0].isupper()
        assert text[-1] in ".?" or text.rpartition(": ")[2].strip()
        assert not {"invalid", "illegal", "failure", "failed"} & set(words)


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_sentences_fit_on_a_line_and_name_no_place(code):
    for text in SENTENCES[code]:
        assert len(text) < 120
        assert "{" not in text
