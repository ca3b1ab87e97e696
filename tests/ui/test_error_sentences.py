"""Every code the program raises has words of its own or of its family."""

import ast
from pathlib import Path

import pytest

import consentkit
from consentkit.kernel import errors
from consentkit.kernel.errors import InputError, LimitError
from consentkit.ui.error_texts import ERROR_TEXTS, code_sentence, error_sentence

SOURCE = Path(consentkit.__file__).parent
CLASSES = {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.ConsentKitError)
}


def codes_in(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called = node.func
        name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
        first = node.args[0]
        is_code = isinstance(first, ast.Constant) and isinstance(first.value, str)
        if name in CLASSES and is_code:
            yield first.value


CODES = sorted({code for path in SOURCE.rglob("*.py") for code in codes_in(path)})


def test_codes_are_found():
    assert len(CODES) > 150
    assert "media.empty" in CODES


@pytest.mark.parametrize("code", CODES)
def test_code_has_words(code):
    prefix = code
    while prefix and prefix not in ERROR_TEXTS:
        prefix = prefix.rpartition(".")[0]
    assert prefix, f"{code} has no sentence and no family"


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_default_code_of_every_class_has_words(name):
    assert code_sentence(getattr(errors, name).default_code).title


@pytest.mark.parametrize("code", sorted(ERROR_TEXTS))
def test_sentences_are_whole_and_not_blaming(code):
    for text in ERROR_TEXTS[code]:
        assert text[0].isupper()
        assert text.endswith((".", "?"))
        assert not set(text.lower().split()) & {"invalid", "illegal", "failure", "you failed"}


def test_values_are_put_in_their_places():
    text = error_sentence(LimitError("text.too-long", limit=200))
    assert "200" in text.meaning
    assert "{" not in text.meaning


def test_unknown_code_still_says_something():
    assert error_sentence(InputError("never.heard-of-it")).title
