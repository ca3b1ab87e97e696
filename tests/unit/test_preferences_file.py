"""The settings file: what is written comes back, and what makes no sense is the default."""

from dataclasses import replace

import pytest

from consentkit.domain.party import Controller
from consentkit.kernel.locations import config_folder
from consentkit.services.preferences import (
    FILE_NAME,
    MAX_RECENT,
    Preferences,
    load_preferences,
    preferences_from,
    save_preferences,
    with_recent,
)
from consentkit.services.views import AuthorityView


def test_saved_preferences_come_back():
    value = Preferences(
        language="ru",
        theme="dark",
        lock_after_minutes=5,
        lock_on_suspend=False,
        recent_vaults=("/a.ckvault",),
        controller=Controller("Night Talks", "me@example.org", ("Night Talks",)),
        authorities=(AuthorityView("x", "X", "https://x.example/tsr", is_enabled=False),),
        text_scale=1.3,
    )
    save_preferences(value)
    assert load_preferences() == value


def test_missing_file_gives_the_defaults():
    assert load_preferences() == Preferences()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 5000,
        b'{"recent_vaults": ["\xff"]}',
        b'{"language": 7}',
    ],
)
def test_unreadable_file_gives_the_defaults(content):
    (config_folder() / FILE_NAME).write_bytes(content)
    assert load_preferences() == Preferences()


def test_one_wrong_field_leaves_the_others():
    read = preferences_from({"language": "id", "theme": "pink", "lock_after_minutes": -3})
    assert read == replace(Preferences(), language="id")


def test_true_is_no_number_of_minutes():
    assert preferences_from({"lock_after_minutes": True}).lock_after_minutes == 15


def test_authority_without_a_web_address_is_left_out():
    read = preferences_from({
        "authorities": [
            {"id": "bad", "name": "Bad", "url": "file:///etc/passwd", "is_enabled": True},
            {"id": "good", "name": "Good", "url": "https://good.example", "is_enabled": True},
        ]
    })
    assert [item.id for item in read.authorities] == ["good"]


def test_last_opened_vault_comes_first_and_once():
    value = Preferences(recent_vaults=("/a", "/b"))
    assert with_recent(value, "/b").recent_vaults == ("/b", "/a")
    for number in range(30):
        value = with_recent(value, f"/{number}")
    assert len(value.recent_vaults) == MAX_RECENT
