"""What start, unlock, settings and guard decide, without a window."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from consentkit.kernel.clock import ManualClock
from consentkit.kernel.errors import (
    InputError,
    LimitError,
    VaultInUseError,
    VaultLockedError,
)
from consentkit.services.preferences import Preferences
from consentkit.services.views import AuthorityView, RecoverySheet
from consentkit.ui.crash import report_of
from consentkit.ui.guard import IdleWatch
from consentkit.ui.settings import presenter as settings
from consentkit.ui.start import presenter as start
from consentkit.ui.unlock import presenter as unlock
from consentkit.ui.window_state import WindowState, load_window_state, save_window_state


@pytest.mark.parametrize(
    ("name", "trouble"),
    [
        ("Night talks", ""),
        ("Разрешения 2026", ""),
        ("", "empty"),
        ("   ", "empty"),
        ("a" * 61, "long"),
        ("a/b", "characters"),
        ("..", "characters"),
        ("con", "characters"),
        ("x\x00y", "characters"),
        ("ends.", "characters"),
    ],
)
def test_names_a_folder_cannot_carry_are_told_apart(name, trouble):
    assert start.name_trouble(name) == trouble


def test_vault_folder_gets_its_ending_once():
    assert start.folder_for(Path("/v"), " A ").name == "A.ckvault"
    assert start.folder_for(Path("/v"), "A.ckvault").name == "A.ckvault"
    assert start.vault_name(Path("/v/A.ckvault")) == "A"


def test_recent_vault_that_is_gone_is_said_so(tmp_path):
    there = tmp_path / "here.ckvault"
    there.mkdir()
    (there / start.HEADER_NAME).write_text("{}", encoding="utf-8")
    gone = tmp_path / "gone.ckvault"
    found = start.recent_vaults(Preferences(recent_vaults=(str(there), str(gone))))
    assert [(item.name, item.is_there) for item in found] == [("here", True), ("gone", False)]


def test_wrong_words_are_named_by_their_place():
    sheet = RecoverySheet("v", ("alpha", "bravo", "charlie"), "KEY")
    assert start.wrong_words(sheet, {0: "Alpha ", 2: "delta"}) == (2,)
    assert start.wrong_words(sheet, {1: "bravo"}) == ()


def test_recovery_words_are_read_as_people_copy_them():
    text = " 1. Alpha\n2. bravo,   3) CHARLIE "
    assert unlock.clean_words(text) == "alpha bravo charlie"
    assert unlock.count_words(text) == 3


def test_secret_line_of_the_sheet_is_kept_as_it_is():
    assert unlock.clean_words("age-secret-key-1abc\n def") == "AGE-SECRET-KEY-1ABCDEF"


@pytest.mark.parametrize(
    ("typed", "is_shift", "expected"),
    [
        ("a", False, False),
        ("A", True, False),
        ("A", False, True),
        ("a", True, True),
        ("я", False, False),
        ("7", False, None),
        ("", False, None),
        ("日", False, None),
    ],
)
def test_caps_lock_shows_in_the_letters(typed, is_shift, expected):
    assert unlock.seems_caps_lock(typed, is_shift=is_shift) is expected


def test_read_only_is_offered_for_a_vault_in_use_alone():
    assert unlock.offers_read_only(VaultInUseError())
    assert not unlock.offers_read_only(VaultLockedError())


def authority(url, name="x"):
    return AuthorityView(name, name, url, is_enabled=True)


def test_new_authority_takes_its_name_from_its_host():
    made = settings.new_authority("", " https://tsa.example.org/tsr ", "", ())
    assert (made.id, made.name, made.url) == (
        "tsa-example-org",
        "tsa.example.org",
        "https://tsa.example.org/tsr",
    )


def test_two_authorities_of_one_host_get_different_ids():
    first = settings.new_authority("", "https://t.example/a", "", ())
    second = settings.new_authority("", "https://t.example/b", "", (first,))
    assert first.id != second.id


@pytest.mark.parametrize(
    "url", ["", "tsa.example", "file:///x", "https://", "https://a b", "http://[::1"]
)
def test_address_that_is_none_is_refused(url):
    with pytest.raises(InputError, match="authority.url"):
        settings.new_authority("", url, "", ())


def test_known_authority_is_refused():
    with pytest.raises(InputError, match="authority.known"):
        settings.new_authority("", "https://t.example/a/", "", (authority("https://t.example/a"),))


def test_roots_are_the_certificates_of_a_file_alone(tmp_path):
    pem = "-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----"
    key = "-----BEGIN PRIVATE KEY-----\nQUJD\n-----END PRIVATE KEY-----"
    path = tmp_path / "roots.pem"
    path.write_text(f"{key}\n{pem}\n{pem}\n", encoding="ascii")
    read = settings.read_roots(path)
    assert read.count("BEGIN CERTIFICATE") == 2
    assert "PRIVATE" not in read


def test_file_without_a_certificate_is_refused(tmp_path):
    path = tmp_path / "roots.pem"
    path.write_bytes(b"\x30\x82\x01")
    with pytest.raises(InputError, match="authority.roots-none"):
        settings.read_roots(path)


def test_large_file_of_roots_is_not_read(tmp_path):
    path = tmp_path / "roots.pem"
    path.write_bytes(b"x" * (settings.PEM_MAX_BYTES + 1))
    with pytest.raises(LimitError):
        settings.read_roots(path)


@pytest.fixture
def clock():
    return ManualClock(datetime(2026, 5, 1, 12, tzinfo=UTC))


def passed(clock, ticks, wall=None):
    clock.ticks += ticks
    clock.instant += timedelta(seconds=ticks if wall is None else wall)


def test_use_puts_idleness_off(clock):
    watch = IdleWatch(clock)
    passed(clock, 899)
    assert not watch.is_idle(15)
    watch.used()
    passed(clock, 899)
    assert not watch.is_idle(15)
    passed(clock, 1)
    assert watch.is_idle(15)


def test_zero_minutes_is_never(clock):
    watch = IdleWatch(clock)
    passed(clock, 10**6)
    assert not watch.is_idle(0)


def test_wall_time_that_ran_ahead_of_ticks_is_sleep(clock):
    watch = IdleWatch(clock)
    passed(clock, 5)
    assert not watch.has_slept()
    passed(clock, 5, wall=600)
    assert watch.has_slept()
    passed(clock, 5)
    assert not watch.has_slept()


def test_long_gap_between_two_looks_is_sleep(clock):
    watch = IdleWatch(clock)
    passed(clock, 3600)
    assert watch.has_slept()


def test_clock_set_back_is_no_sleep(clock):
    watch = IdleWatch(clock)
    passed(clock, 5, wall=-86400)
    assert not watch.has_slept()


def test_crash_report_holds_no_message_and_no_folder(tmp_path):
    secret = f"Dewi's phone {tmp_path}"
    try:
        try:
            raise ValueError(secret)  # noqa: TRY301 -- a chain is what is looked at
        except ValueError as exc:
            raise RuntimeError(secret) from exc
    except RuntimeError as bug:
        report = report_of(bug)
    assert "RuntimeError" in report
    assert "ValueError" in report
    assert "test_crash_report" in report
    assert "Dewi" not in report
    assert str(tmp_path) not in report
    assert str(Path(__file__).parent) not in report


def test_window_state_comes_back():
    state = WindowState(b"\x00geometry", "ask", {"recording": "340,200"})
    save_window_state(state)
    assert load_window_state() == state


def test_damaged_window_state_is_forgotten():
    save_window_state(WindowState())
    from consentkit.kernel.locations import state_folder

    (state_folder() / "window.json").write_bytes(b'{"geometry": "\xff"}')
    assert load_window_state() == WindowState()
