"""The catalogues are complete, and those in the repository are those the code makes."""

import re

import pytest

from consentkit.kernel.errors import MalformedError
from consentkit.kernel.resources import resource_path
from consentkit.ui.language import SPOKEN, Translators, language_of
from consentkit.ui.messages import format_left, status_name
from consentkit.ui.translate import FORMS, build, interface_sources, load_strings, marked_texts

PLACES = re.compile(r"\{[a-z_]+\}")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("catalogues")
    gaps = build(folder, resource_path("i18n", "strings"), interface_sources())
    return folder, gaps


def test_every_string_is_translated(made):
    _, gaps = made
    assert [f"{gap.language} {gap.context}: {gap.source}" for gap in gaps] == []


@pytest.mark.parametrize("language", SPOKEN)
def test_committed_catalogue_is_the_one_the_code_makes(made, language):
    folder, _ = made
    for ending in ("ts", "qm"):
        name = f"consentkit_{language}.{ending}"
        assert (folder / name).read_bytes() == resource_path("i18n", name).read_bytes(), (
            f"{name} is stale: run python -m consentkit.ui.translate"
        )


def test_texts_with_a_number_that_is_no_plain_name_are_collected():
    code = 'translate("ask", "%n year" "(s)", "", asking.years)\nother("ask", "x")\n'
    assert list(marked_texts(code)) == [("ask", "%n year(s)")]


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ["1 year", "2 years", "5 years"]),
        ("id", ["1 tahun", "2 tahun", "5 tahun"]),
        ("ru", ["1 год", "2 года", "5 лет"]),
    ],
)
def test_numbers_take_the_form_their_language_has_for_them(themed, language, forms):
    from PySide6.QtCore import QCoreApplication

    translators = Translators(themed)
    translators.install(language)
    spoken = [QCoreApplication.translate("ask", "%n year(s)", "", number) for number in (1, 2, 5)]
    translators.install("en")
    assert spoken == forms


def test_translations_keep_named_places():
    for source, languages in load_strings(resource_path("i18n", "strings")).items():
        for forms in languages.values():
            for form in forms:
                assert set(PLACES.findall(form)) == set(PLACES.findall(source)), (source, form)


def test_plurals_have_the_forms_of_their_language():
    for source, languages in load_strings(resource_path("i18n", "strings")).items():
        if "%n" in source:
            assert {name: len(forms) for name, forms in languages.items()} == FORMS, source


def test_broken_file_of_strings_is_named_by_its_area(tmp_path):
    (tmp_path / "shell.toml").write_text("[[s]\n", encoding="utf-8")
    with pytest.raises(MalformedError) as caught:
        load_strings(tmp_path)
    assert caught.value.facts["area"] == "shell"


@pytest.mark.parametrize(
    ("preference", "system", "expected"),
    [
        ("ru", ("en-GB",), "ru"),
        ("auto", ("id-ID", "en"), "id"),
        ("auto", ("de-DE", "ru_RU"), "ru"),
        ("auto", ("de-DE",), "en"),
        ("auto", (), "en"),
    ],
)
def test_language_follows_choice_then_system(preference, system, expected):
    assert language_of(preference, system) == expected


def test_language_changes_at_once(themed):
    from consentkit.domain.consent import Status

    translators = Translators(themed)
    seen = {}
    for language in SPOKEN:
        translators.install(language)
        seen[language] = (status_name(Status.REFUSED), format_left(3 * 60))
    translators.install("en")
    assert seen["id"] == ("Ditolak", "sisa 3 menit")
    assert seen["ru"] == ("Отказано", "осталось 3 минуты")
    assert seen["en"] == ("Refused", "3 minutes left")


def test_a_language_is_named_without_the_region_it_was_not_given():
    from consentkit.ui.messages import language_name

    named = [language_name(tag) for tag in ("en", "es", "id", "ru", "en-GB")]
    assert named == ["English", "Español", "Bahasa Indonesia", "Русский", "British English"]


def test_no_translation_is_kept_of_a_text_that_is_gone(made):
    import xml.etree.ElementTree as ET

    folder, _ = made
    tree = ET.parse(folder / "consentkit_ru.ts")
    used = {message.findtext("source") for message in tree.iter("message")}
    assert set(load_strings(resource_path("i18n", "strings"))) - used == set()
