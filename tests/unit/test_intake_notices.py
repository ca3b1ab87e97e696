"""The notices we ship, and the ask card made from them."""

import string
import tomllib
import unicodedata

import pytest

from consentkit.domain.scope import DataCategory, Purpose
from consentkit.intake.ask_card import as_text
from consentkit.intake.notice_file import Notice, parse_notice
from consentkit.intake.notices import (
    LANGUAGES,
    TERMS,
    AskCard,
    LineRole,
    load_notice,
    load_notices,
    render_ask_card,
    render_full_notice,
)
from consentkit.kernel.errors import LimitError, MalformedError, NotFoundError
from consentkit.kernel.resources import resource_path

FULL_LANGUAGES = ("id", "en", "ru")
SCRIPTS = {
    "Cyrl": "CYRILLIC",
    "Arab": "ARABIC",
    "Deva": "DEVANAGARI",
    "Jpan": ("HIRAGANA", "CJK", "KATAKANA"),
    "Kore": "HANGUL",
    "Hans": "CJK",
    "Thai": "THAI",
    "Latn": "LATIN",
}


def card_in(language: str, **changes: object) -> AskCard:
    given: dict[str, object] = {
        "creator": "Sari Vlog",
        "contact": "sari@example.org",
        "platform": "youtube",
        "purposes": (Purpose.PUBLISH, Purpose.MONETISE_ADS),
        "term": "P2Y",
        "number": "407918",
    }
    return render_ask_card(load_notice(language), **{**given, **changes})  # type: ignore[arg-type]


def file_bytes(language: str) -> bytes:
    return resource_path("notices", f"{language}.toml").read_bytes()


def letters_of(text: str) -> set[str]:
    return {
        unicodedata.name(char, "")
        for char in text
        if unicodedata.category(char) in {"Lu", "Ll", "Lo"}
    }


def test_every_file_in_the_folder_is_offered() -> None:
    found = {path.stem for path in resource_path("notices").glob("*.toml")}
    assert found == set(LANGUAGES)
    assert [notice.language for notice in load_notices()] == list(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_has_every_line_and_no_open_place(language: str) -> None:
    card = card_in(language, purposes=tuple(Purpose))
    roles = [line.role for line in card.lines]
    assert set(roles) == set(LineRole)
    assert roles.count(LineRole.EACH) == len(Purpose)
    for line in card.lines:
        assert line.text.strip()
        assert line.phonetic.strip()
        assert not {"{", "}"} & set(line.text + line.phonetic)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("term", TERMS)
def test_the_question_names_creator_contact_platform_term_and_data(
    language: str, term: str
) -> None:
    notice = load_notice(language)
    ask = card_in(language, term=term).lines[0]
    for text in (ask.text, ask.phonetic):
        assert "Sari Vlog" in text
        assert "sari@example.org" in text
        assert "YouTube" in text
    assert notice.term(term).text in ask.text
    face_and_voice = notice.data_named(frozenset({DataCategory.FACE, DataCategory.VOICE}))
    assert face_and_voice.text.lower() in ask.text.lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_phonetic_lines_are_plain_latin_letters(language: str) -> None:
    for line in card_in(language, purposes=tuple(Purpose)).lines:
        without_separator = line.phonetic.replace("\u00b7", "")
        assert without_separator.isascii(), line.phonetic


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_written_in_the_script_the_notice_names(language: str) -> None:
    notice = load_notice(language)
    wanted = SCRIPTS[notice.script]
    for phrase in (*notice.digits, *notice.yes, notice.thanks_yes, notice.accept_no):
        assert all(name.startswith(wanted) for name in letters_of(phrase.text)), phrase.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_digits_are_ten_different_words(language: str) -> None:
    notice = load_notice(language)
    assert len({digit.text for digit in notice.digits}) == 10
    assert len({digit.phonetic for digit in notice.digits}) == 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_yes_and_no_share_no_word(language: str) -> None:
    notice = load_notice(language)
    assert not {p.text for p in notice.yes} & {p.text for p in notice.no}
    assert not {p.phonetic for p in notice.yes} & {p.phonetic for p in notice.no}


def test_arabic_runs_from_right_to_left_and_no_other_does() -> None:
    assert {n.language for n in load_notices() if n.direction == "rtl"} == {"ar"}


def test_no_notice_claims_a_review_that_was_not_made() -> None:
    assert not any(notice.is_reviewed for notice in load_notices())


def test_the_number_is_said_digit_by_digit() -> None:
    card = card_in("id")
    words = "empat \u00b7 nol \u00b7 tujuh \u00b7 sembilan \u00b7 satu \u00b7 delapan"
    assert card.number_words == words
    number_line = next(line for line in card.lines if line.role is LineRole.NUMBER)
    assert "empat, nol, tujuh, sembilan, satu, delapan" in number_line.text


def test_without_a_number_none_is_asked_for() -> None:
    card = card_in("en", number="")
    assert LineRole.NUMBER not in {line.role for line in card.lines}
    assert not card.number_words


def test_a_region_finds_its_language() -> None:
    assert load_notice("pt-BR").language == "pt"
    assert load_notice("ZH-hans").language == "zh"


@pytest.mark.parametrize("language", ["", "xx", "../en", "en.toml", "e"])
def test_an_unknown_language_is_refused(language: str) -> None:
    with pytest.raises(NotFoundError, match=r"notice\.language"):
        load_notice(language)


@pytest.mark.parametrize("language", FULL_LANGUAGES)
def test_the_full_notice_has_all_places_filled(language: str) -> None:
    text = render_full_notice(
        load_notice(language), creator="Sari Vlog", contact="sari@example.org", platform="youtube"
    )
    assert "{" not in text
    for part in ("Sari Vlog", "sari@example.org", "YouTube"):
        assert part in text


def test_a_language_without_full_notice_says_so() -> None:
    with pytest.raises(NotFoundError, match=r"notice\.full"):
        render_full_notice(load_notice("de"), creator="a", contact="b", platform="youtube")


def test_only_the_three_first_languages_have_a_full_notice() -> None:
    assert {n.language for n in load_notices() if n.full} == set(FULL_LANGUAGES)


def changed_words(content: dict[str, object]) -> list[str]:
    """Return every text value of a notice file."""
    found: list[str] = []
    for value in content.values():
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, dict):
            found += changed_words(value)
        elif isinstance(value, list):
            found += changed_words({str(i): item for i, item in enumerate(value)})
    return found


def test_the_digest_changes_with_any_word() -> None:
    source = file_bytes("en").decode()
    digest = parse_notice(source.encode()).digest
    spoken = changed_words(tomllib.loads(source)["say"])
    assert len(spoken) == 14
    for text in spoken:
        word = next(word for word in text.split() if word.isalpha())
        changed = source.replace(text, text.replace(word, word + "x", 1), 1)
        assert parse_notice(changed.encode()).digest != digest


def test_the_digest_stays_when_only_white_space_and_comments_change() -> None:
    source = file_bytes("ru").decode()
    digest = parse_notice(source.encode()).digest
    assert parse_notice(("# a comment\n\n" + source).encode()).digest == digest
    assert parse_notice(source.replace("\n[say]", "\n\n\n[say]").encode()).digest == digest


def test_line_endings_do_not_change_the_digest() -> None:
    source = file_bytes("ru")
    assert parse_notice(source.replace(b"\n", b"\r\n")).digest == parse_notice(source).digest


def test_the_record_keeps_id_version_language_and_digest() -> None:
    notice = load_notice("tr")
    given = notice.given("shown")
    assert (given.notice_id, given.version, given.language, given.digest, given.manner) == (
        "spoken-ask",
        "1",
        "tr",
        notice.digest,
        "shown",
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("version = 1", 'version = "1"'),
        ('direction = "ltr"', 'direction = "up"'),
        ('review = "none"', 'review = "checked"'),
        ("{number}", "number"),
        ("{contact}", "{contact} {evil}"),
        ("{creator}", "{creator.__class__}"),
        ("{creator}", "{creator!r}"),
        ("{creator}", "{creator:>9999}"),
        ("{creator}", "{creator"),
        ("[data]", "[other]"),
        ("research =", "resarch ="),
        ("P2Y =", "P4Y ="),
        (', ["nine", "nain"]]', "]"),
        ('["nine", "nain"]', '["one", "wan"]'),
        ('no = [["no", "nou"]', 'no = [["yes", "nou"]'),
        ('["your face", "yor feis"]', '["your face"]'),
        ('["your face", "yor feis"]', '["your face", "  "]'),
    ],
)
def test_a_notice_that_lacks_something_is_refused(old: str, new: str) -> None:
    source = file_bytes("en").decode()
    assert old in source
    with pytest.raises(MalformedError):
        parse_notice(source.replace(old, new).encode())


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"a = ", b"id = 1"])
def test_what_is_no_notice_file_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedError, match=r"notice\.file"):
        parse_notice(data)


@pytest.mark.parametrize("field", ["creator", "contact", "platform"])
@pytest.mark.parametrize("value", ["", "  ", "a\nb", "a\x00b", "a\u2028b", "a\x85b", "\u202e"])
def test_names_that_do_not_fit_one_line_are_refused(field: str, value: str) -> None:
    with pytest.raises(MalformedError):
        card_in("en", **{field: value})


def test_a_name_that_is_too_long_is_refused() -> None:
    with pytest.raises(LimitError):
        card_in("en", creator="x" * 300)


def test_braces_in_a_name_are_plain_text() -> None:
    ask = card_in("en", creator="{contact} {0} %s").lines[0]
    assert "{contact} {0} %s" in ask.text


@pytest.mark.parametrize("language", ["ar", "en"])
def test_bidi_controls_of_a_name_are_dropped(language: str) -> None:
    ask = card_in(language, creator="Sa\u202eri\u2069 \u200fVlog").lines[0]
    assert "Sari Vlog" in ask.text
    assert ask.text.count("\u2068") == ask.text.count("\u2069")


@pytest.mark.parametrize("number", ["123", "1234567890123", "12 34", "١٢٣٤", "12a4"])
def test_what_is_no_number_is_refused(number: str) -> None:
    with pytest.raises(MalformedError, match=r"notice\.number"):
        card_in("en", number=number)


@pytest.mark.parametrize("purposes", [("sell",), ("publish", "publish")])
def test_unknown_and_repeated_purposes_are_refused(purposes: tuple[str, ...]) -> None:
    with pytest.raises(MalformedError, match=r"notice\.purposes"):
        card_in("en", purposes=purposes)


def test_without_purposes_and_term_the_usual_ones_are_asked_for() -> None:
    card = card_in("en", purposes=(), term="")
    asked = [line.purpose for line in card.lines if line.role is LineRole.EACH]
    assert asked == [Purpose.RECORD, Purpose.KEEP, Purpose.PUBLISH, Purpose.MONETISE_ADS]
    assert "for two years" in card.lines[0].text


def test_voice_alone_does_not_ask_for_the_face() -> None:
    ask = card_in("en", data=frozenset({DataCategory.VOICE})).lines[0]
    assert "your voice" in ask.text
    assert "face" not in ask.text


@pytest.mark.parametrize("data", [frozenset(), frozenset({DataCategory.NAME})])
def test_data_without_a_phrase_is_refused(data: frozenset[DataCategory]) -> None:
    with pytest.raises(NotFoundError, match=r"notice\.data"):
        card_in("en", data=data)


def test_a_term_without_a_phrase_is_refused() -> None:
    with pytest.raises(NotFoundError, match=r"notice\.term"):
        card_in("en", term="P25Y")


def test_no_card_says_irrevocable_or_forever() -> None:
    notice: Notice
    for notice in load_notices():
        text = " ".join(line.text for line in card_in(notice.language).lines) + notice.full
        for word in ("irrevoc", "unwiderruf", "безотзыв", "selamanya", "forever", "навсегда"):
            assert word not in text.lower()


def test_plain_text_shows_each_line_its_phonetic_and_the_digits() -> None:
    card = card_in("ru")
    text = as_text(card)
    for line in card.lines:
        assert f"{line.text}\n    {line.phonetic}\n" in text
    assert "\n    4 0 7 9 1 8\n" in text
    assert f"sha256:{card.digest}" in text


def test_right_to_left_lines_stand_in_isolates_in_plain_text() -> None:
    for row in as_text(card_in("ar")).splitlines():
        opened = sum(row.count(char) for char in "\u2066\u2067\u2068")
        assert opened == row.count("\u2069")
        if any(unicodedata.bidirectional(char) == "AL" for char in row):
            assert "\u2067" in row


def test_plain_text_holds_no_unprintable_character() -> None:
    for language in LANGUAGES:
        allowed = set(string.whitespace) | set("\u2066\u2067\u2068\u2069")
        for char in as_text(card_in(language)):
            assert char in allowed or unicodedata.category(char)[0] != "C"
