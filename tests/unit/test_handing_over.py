"""Texts of a hand-over: complete in every language, and as platforms take them."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from consentkit.domain.party import Controller
from consentkit.domain.plan import Disclosure, PublishPlan
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import TimeRange
from consentkit.services.handing_over import (
    HAND_OVER_LANGUAGES,
    Cast,
    _description,
    _tags,
    hand_over_texts,
    title_of,
)

CREATOR = Controller("Kanal", "kanal@example.org")
PLAN = PublishPlan("youtube", channel="Kanal Malam", source_platform="ometv")


@pytest.mark.parametrize("language", HAND_OVER_LANGUAGES)
def test_every_language_tells_the_id_and_how_to_reach_the_creator(language):
    texts = hand_over_texts(language)
    said = _description(texts, PLAN, "ABCD-EFGH", CREATOR, Cast.ASKED)
    assert "ABCD-EFGH" in said
    assert "kanal@example.org" in said
    assert "{" not in said
    without = _description(texts, PLAN, "", Controller(), Cast.ASKED)
    assert texts.contact_missing in without
    alone = _description(texts, PLAN, "ABCD-EFGH", CREATOR, Cast.ALONE)
    assert "kanal@example.org" not in alone
    hidden = _description(texts, PLAN, "ABCD-EFGH", CREATOR, Cast.HIDDEN)
    assert "kanal@example.org" in hidden
    assert texts.intro not in hidden, "not everybody in it was asked"


def test_there_are_no_texts_in_other_languages():
    with pytest.raises(MalformedError):
        hand_over_texts("xx")


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("night_talks.12.mp4", "Night talks 12"),
        ("a<b>c.mov", "A b c"),
        ("  .mp4", "Video chats, cut together"),
        ("\u202eevil\n.mp4", "Evil"),
        ("ночь.mkv", "Ночь"),
    ],
)
def test_a_title_is_made_of_the_name_of_the_file(name, title):
    assert title_of(Path(name), hand_over_texts("en")) == title


def test_a_title_is_no_longer_than_youtube_takes():
    assert len(title_of(Path("x" * 200 + ".mp4"), hand_over_texts("en"))) == 100


def test_a_description_is_no_longer_than_youtube_takes_and_keeps_what_must_be_said():
    many = tuple(
        Disclosure(TimeRange(Fraction(n), Fraction(n + 1)), f"Сокращено <{n}>" * 5)
        for n in range(200)
    )
    texts = hand_over_texts("ru")
    said = _description(
        texts, replace(PLAN, disclosures=many, sponsor="{proof}"), "ABCD-EFGH", CREATOR,
        Cast.ASKED,
    )  # fmt: skip
    assert len(said.encode()) <= 5000
    assert not {"<", ">"} & set(said)
    assert "ABCD-EFGH" in said
    assert "kanal@example.org" in said
    assert "{proof}" in said, "a name with braces stays what it is"


def test_tags_fit_and_hold_nothing_that_parts_them():
    texts = hand_over_texts("en")
    tags = _tags(texts, replace(PLAN, channel='a, b "c" <d>'))
    assert not any({",", '"', "<", ">"} & set(tag) for tag in tags)
    assert "ome.tv" in tags
    assert sum(len(tag) + 3 for tag in tags) <= 500
