"""What the certificate of a proof says, and that nothing put into it is more than text."""

import json
import string
from datetime import UTC, datetime
from typing import Any

import pytest

from consentkit.domain.consent import Status, Step
from consentkit.domain.evidence import EvidenceKind, Fact, Grade
from consentkit.domain.scope import Condition, DataCategory, EditKind, Purpose
from consentkit.kernel.errors import MalformedError
from consentkit.kernel.resources import resource_path
from consentkit.proof.certificate import (
    LANGUAGES,
    CertificateContent,
    StampedTime,
    certificate_texts,
    plain_text,
    render_certificate,
)
from consentkit.proof.claims import read_claims
from consentkit.proof.facts import not_proven

NOW = datetime(2026, 11, 21, 14, 5, tzinfo=UTC)


def content(members: dict[str, Any] | None = None, **changes: Any) -> CertificateContent:
    claims = {
        "iss": "consentkit.local/vlt-a",
        "iat": 1_795_000_000,
        "kind": "grant",
        "schema": "consentkit.receipt/1",
        "log": "x",
    }
    values = {
        "short_id": "ABCD-EFGH",
        "claims": read_claims(claims | (members or {})),
        "grade": Grade.C,
        "facts": frozenset({Fact.STATEMENT}),
        "not_proven": ("identity", "law"),
        "tokens": (StampedTime("Some authority", NOW, is_demonstration=False),),
        "log_index": 0,
        "log_size": 1,
        "issuer_thumbprint": "A" * 43,
        "excerpt": "none",
    }
    return CertificateContent(**(values | changes))


def shape(value: object) -> object:
    """Return the names inside a text file, and the places to fill in each text."""
    if isinstance(value, dict):
        return {name: shape(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return len(value)
    return sorted(f for _, f, _, _ in string.Formatter().parse(str(value)) if f)


def test_every_language_has_the_same_texts_and_places() -> None:
    shapes = [
        shape(json.loads(resource_path("certificate", f"{x}.json").read_text(encoding="utf-8")))
        for x in LANGUAGES
    ]

    assert shapes[0] == shapes[1] == shapes[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_text(language: str) -> None:
    texts: Any = certificate_texts(language)

    every = not_proven(frozenset(Fact), has_excerpt=True, has_time=True) + not_proven(
        frozenset(),
        has_excerpt=False,
        has_time=False,
        has_hidden_fields=True,
        has_hidden_permissions=True,
    )
    assert set(texts["not_proven"]) == set(every)
    for group, codes in {
        "facts": Fact,
        "statuses": Status,
        "purposes": Purpose,
        "data": DataCategory,
        "edit_kinds": EditKind,
        "condition_kinds": Condition,
        "kinds": EvidenceKind,
    }.items():
        assert set(texts[group]) == {code.value for code in codes}, group
    assert {step.value for step in Step} <= set(texts["entry_kinds"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_calls_a_consent_valid_legal_or_irrevocable(language: str) -> None:
    words = json.dumps(dict(certificate_texts(language)), ensure_ascii=False).lower()

    for word in (
        "valid consent",
        "legally",
        "irrevocable",
        "guarantee",
        "sah secara hukum",
        "persetujuan sah",
        "tidak dapat ditarik",
        "законное согласие",
        "действительное согласие",
        "безотзывн",
        "гарантир",
    ):
        assert word not in words


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("two\nlines\tand   spaces", "two lines and spaces"),
        ("\u202egnp.exe", "<U+202E>gnp.exe"),
        ("a\x00b", "a<U+0000>b"),
        ("zero\u200bwidth\ufeff", "zero<U+200B>width<U+FEFF>"),
        ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
        ("<b>#panic()</b>", "<b>#panic()</b>"),
        ("лицо 顔", "лицо 顔"),
    ],
)
def test_text_from_outside_is_shown_as_it_is(text: str, shown: str) -> None:
    assert plain_text(text) == shown


def test_a_long_text_is_cut_and_can_break() -> None:
    shown = plain_text("W" * 300)

    assert shown.replace("\N{ZERO WIDTH SPACE}", "") == "W" * 159 + "…"
    assert max(len(piece) for piece in shown.split("\N{ZERO WIDTH SPACE}")) <= 28


HOSTILE = [
    '#panic("x")',
    "$x^2$ *bold* _it_ `raw` = heading",
    "\u202e\u2066right to left",
    "]#[ ) } \\ \" '",
    "{page} {pages} {grade}",
    "日本語 العربية 한국어 😀",
    "W" * 300,
    "\x00\x1b[2J",
    "",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_makes_a_certificate_like_any_other(name: str) -> None:
    members = {
        "pii_principal": {"pseudonym": name, "name": name, "country": name, "languages": [name]},
        "pii_controller": {"name": name, "contact": name, "channels": [name] * 40},
        "pii_processing": [{"purpose": name, "status": name, "condition_text": name}] * 40,
        "evidence": [{"kind": name, "sha256": name, "source_range": {"text": name}}] * 9,
        "kind": name,
        "iss": name,
        "consent_number": {"digits": name},
    }

    pdf = render_certificate(content(members), LANGUAGES)

    assert pdf.startswith(b"%PDF-")


@pytest.mark.parametrize(
    "members",
    [
        {"pii_principal": []},
        {"pii_principal": {"languages": {"a": 1}, "is_adult_stated": "yes"}},
        {"pii_processing": [1, None, [], {"ends_at": "soon"}]},
        {"evidence": {"0": 1}, "recordings": [{"packet_trees": [{"size": "x"}]}]},
        {"iat": -1},
        {"iat": 2**53},
        {"consent_number": "123456"},
    ],
)
def test_claims_of_another_shape_read_as_not_disclosed(members: dict[str, Any]) -> None:
    assert render_certificate(content(members), ("en",)).startswith(b"%PDF-")


def test_the_same_content_gives_the_same_bytes() -> None:
    assert render_certificate(content(), LANGUAGES) == render_certificate(content(), LANGUAGES)


def test_a_receipt_of_another_schema_is_refused() -> None:
    with pytest.raises(MalformedError) as caught:
        read_claims({"schema": "consentkit.receipt/2"})
    assert caught.value.code == "receipt.schema"


@pytest.mark.parametrize("languages", [(), ("xx",), ("../en",)])
def test_a_language_without_texts_is_refused(languages: tuple[str, ...]) -> None:
    with pytest.raises(MalformedError):
        render_certificate(content(), languages)
