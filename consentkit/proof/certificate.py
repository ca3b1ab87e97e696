"""The certificate: a PDF of one page per language that sums up what a proof shows.

It says what the receipt discloses and no more, calls nothing valid, and lists what is not proven.
Every text from outside is cleaned here and reaches the template as data, never as markup.
"""

import io
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TypeAlias

from consentkit.domain.consent import PERMITTING, Status
from consentkit.domain.evidence import HEARD_BY_A_PERSON, Fact, Grade
from consentkit.domain.scope import WORLD
from consentkit.kernel.errors import MalformedError, ResourceError
from consentkit.kernel.resources import resource_path
from consentkit.proof.claims import Claims, EvidenceClaim, ProcessingClaim

LANGUAGES = ("en", "id", "ru")
"""Languages there are certificate texts in; each is one file in ``resources/certificate``."""

_VALUE_CHARS = 160
"""Longest value shown; a name has at most 200 characters and a page must keep its shape."""

_WORD_CHARS = 28
"""A longer run without a space gets places to break the line; addresses mostly stay whole."""

_PIECE_CHARS = 8

_DIGEST_CHARS_PER_LINE = 32
_LONGEST_PROCESSING = 12
_LONGEST_EVIDENCE = 3

EMBEDDED_SCRIPTS = re.compile(
    r"[\u0000-\u058f\u1e00-\u1fff\u2000-\u206f\u20a0-\u20bf\u2190-\u21ff]*"
)
"""What the typesetter's own fonts cover: Latin, Greek, Cyrillic and punctuation."""

Texts: TypeAlias = Mapping[str, "str | list[str] | Mapping[str, str]"]
View: TypeAlias = "str | bool | list[View] | dict[str, View]"


@dataclass(frozen=True, slots=True)
class StampedTime:
    """One time token as certificate and instructions show it.

    Attributes:
        authority: Who issued it.
        proved_at: The instant it proves "not later than"; UTC.
        is_demonstration: It comes from a demonstration authority.
    """

    authority: str
    proved_at: datetime
    is_demonstration: bool


@dataclass(frozen=True, slots=True)
class CertificateContent:
    """All that a certificate shows.

    Attributes:
        short_id: Short identifier of the proof, also in the QR code.
        claims: What the receipt discloses.
        grade: The grade the facts support.
        facts: The facts that hold.
        not_proven: Codes of what is not proven, keys of ``not_proven`` in the texts.
        tokens: Time tokens over the checkpoint.
        log_index: Position of the entry, from 0.
        log_size: Number of entries in the checkpoint.
        issuer_thumbprint: RFC 7638 thumbprint of the issuer's key.
        excerpt: "included", "sealed", "digest" or "none".
    """

    short_id: str
    claims: Claims
    grade: Grade
    facts: frozenset[Fact]
    not_proven: tuple[str, ...]
    tokens: tuple[StampedTime, ...]
    log_index: int
    log_size: int
    issuer_thumbprint: str
    excerpt: str


def plain_text(untrusted: str, *, limit: int = _VALUE_CHARS) -> str:
    """Return ``untrusted`` as a harmless line: nothing invisible, nothing that turns the order.

    Control, format and unassigned characters are written out as ``<U+202E>``, white space becomes
    single spaces, long words get places to break, and what is too long ends in an ellipsis.
    """
    line = " ".join(untrusted.split())
    if len(line) > limit:
        line = line[: limit - 1] + "\N{HORIZONTAL ELLIPSIS}"
    shown = "".join(_visible(char) for char in line)
    return " ".join(_breakable(word) for word in shown.split(" "))


def _visible(char: str) -> str:
    category = unicodedata.category(char)
    if category in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}:
        return f"<U+{ord(char):04X}>"
    return " " if category == "Zs" else char


def _breakable(word: str) -> str:
    if len(word) <= _WORD_CHARS:
        return word
    pieces = [word[at : at + _PIECE_CHARS] for at in range(0, len(word), _PIECE_CHARS)]
    return "\N{ZERO WIDTH SPACE}".join(pieces)


@cache
def certificate_texts(language: str) -> Texts:
    """Return the texts of one language.

    Raises:
        MalformedError: There are no texts in this language.
        ResourceError: The install is incomplete.
    """
    if language not in LANGUAGES:
        raise MalformedError("certificate.language")
    path = resource_path("certificate", f"{language}.json")
    texts: Texts = json.loads(path.read_text(encoding="utf-8"))
    return texts


class _Words:
    """The texts of one language, by name."""

    def __init__(self, language: str) -> None:
        self._texts = certificate_texts(language)

    def __getitem__(self, name: str) -> str:
        text = self._texts[name]
        if not isinstance(text, str):
            raise MalformedError("certificate.text", name=name)
        return text

    def of(self, group: str, code: str) -> str:
        """Return the text for ``code``, or the code itself where a newer program made it."""
        texts = self._texts[group]
        return texts.get(code, plain_text(code)) if isinstance(texts, Mapping) else code

    def items(self, name: str) -> list[str]:
        """Return a list of texts."""
        texts = self._texts[name]
        return list(texts) if isinstance(texts, list) else []


def render_certificate(content: CertificateContent, languages: Sequence[str]) -> bytes:
    """Return the PDF, a page for each of ``languages``; the same content gives the same bytes.

    Texts in scripts other than Latin, Greek and Cyrillic are set in fonts of the system where it
    has them; then the bytes depend on these fonts too.

    Raises:
        MalformedError: There is no language, or no text in one of them.
        ResourceError: The typesetter failed, or the install is incomplete.
    """
    import typst

    if not languages:
        raise MalformedError("certificate.language")
    views: View = [_view(content, language) for language in dict.fromkeys(languages)]
    data = json.dumps(views, ensure_ascii=False)
    template = resource_path("certificate", "certificate.typ")
    issued_at = content.claims.issued_at
    try:
        pdf = typst.compile(
            template,
            root=template.parent,
            format="pdf",
            sys_inputs={"data": data},
            ignore_system_fonts=EMBEDDED_SCRIPTS.fullmatch(data) is not None,
            timestamp=int(issued_at.timestamp()) if issued_at else 0,
        )
    except (typst.TypstError, RuntimeError) as exc:
        raise ResourceError("certificate.typesetter") from exc
    return bytes(pdf)


def qr_svg(short_id: str) -> str:
    """Return a QR code of a short identifier as SVG."""
    import segno

    out = io.BytesIO()
    # make_qr, because a short text would otherwise become a Micro QR, which few readers know.
    segno.make_qr(short_id, error="m").save(
        out, kind="svg", border=1, xmldecl=False, dark="#1c2b33"
    )
    return out.getvalue().decode("utf-8")


def _instant(instant: datetime | None) -> str:
    return instant.strftime("%Y-%m-%d %H:%M:%S UTC") if instant else ""


def _row(label: str, value: str, *, mono: bool = False, weak: bool = False) -> View:
    return {"label": label, "value": value, "mono": mono, "weak": weak}


def _shown(words: _Words, label: str, value: str | None) -> View:
    """Return a row for a value from outside; None says that the receipt does not disclose it."""
    if value is None:
        return _row(words[label], words["not_disclosed"], weak=True)
    text = plain_text(value)
    return _row(words[label], text or words["none"], weak=not text)


def _view(content: CertificateContent, language: str) -> View:
    words = _Words(language)
    return {
        "lang": language,
        "title": words["title"],
        "subtitle": words["subtitle"],
        "short_id": content.short_id,
        "qr": qr_svg(content.short_id),
        "demonstration": (
            words["demonstration"] if any(t.is_demonstration for t in content.tokens) else ""
        ),
        "head": [
            _row(words["id"], content.short_id, mono=True),
            _row(words["entry"], words.of("entry_kinds", content.claims.kind)),
        ],
        "who": {"title": words["who"], "rows": list(_who(content.claims, words))},
        "controller": {"title": words["controller"], "rows": list(_asker(content.claims, words))},
        "permissions": _permissions(content.claims, words),
        "grade": _grade(content, words),
        "evidence": {"title": words["evidence"], "rows": list(_evidence(content, words))},
        "times": {"title": words["times"], "rows": list(_times(content, words))},
        "log": {"title": words["log"], "rows": list(_log(content, words))},
        "limits": {
            "title": words["limits"],
            "items": [words.of("not_proven", code) for code in content.not_proven],
        },
        "verify": {"title": words["verify"], "items": list(words.items("verify_items"))},
        "footer": words["page"],
    }


def _who(claims: Claims, words: _Words) -> Iterator[View]:
    party = claims.principal
    yield _shown(words, "pseudonym", party.text("pseudonym"))
    yield _shown(words, "name", party.text("name"))
    yield _shown(words, "country", party.text("country"))
    languages = party.texts("languages")
    yield _shown(words, "languages", None if languages is None else ", ".join(languages))
    if not party.has("is_adult_stated"):
        yield _shown(words, "adult", None)
        return
    answer = {True: "yes", False: "no", None: "not_asked"}[party.flag("is_adult_stated")]
    yield _row(words["adult"], words[answer])


def _asker(claims: Claims, words: _Words) -> Iterator[View]:
    controller = claims.controller
    yield _shown(words, "controller_name", controller.text("name"))
    yield _shown(words, "controller_contact", controller.text("contact"))
    channels = controller.texts("channels")
    yield _shown(words, "channels", None if channels is None else ", ".join(channels))
    if claims.number_digits:
        yield _row(words["number"], plain_text(claims.number_digits))


def _permissions(claims: Claims, words: _Words) -> View:
    rows: list[View] = [
        _permission(leaf, words) for leaf in claims.processing[:_LONGEST_PROCESSING]
    ]
    if not rows:
        undisclosed = words["not_disclosed"]
        rows.append({
            "purpose": undisclosed,
            "status": "",
            "permits": False,
            "until": "",
            "scope": "",
        })
    left_out = len(claims.processing) - _LONGEST_PROCESSING
    if left_out > 0:
        rows.append({
            "purpose": f"+ {left_out}",
            "status": "",
            "permits": False,
            "until": "",
            "scope": "",
        })
    head: list[View] = [words[name] for name in ("purpose", "status", "until", "scope")]
    return {"title": words["permissions"], "head": head, "rows": rows}


def _permission(leaf: ProcessingClaim, words: _Words) -> View:
    territory = [
        words["world"] if place == WORLD else plain_text(place) for place in leaf.territory
    ]
    parts = [
        ", ".join(words.of("data", item) for item in leaf.personal_data),
        ", ".join(plain_text(item) for item in (*leaf.platforms, *leaf.channels)),
        ", ".join(territory),
    ]
    if leaf.edits:
        edits = ", ".join(words.of("edit_kinds", item) for item in leaf.edits)
        parts.append(f"{words['edits']}: {edits}")
    conditions = [words.of("condition_kinds", item) for item in leaf.conditions]
    if leaf.condition_text:
        conditions.append(f"“{plain_text(leaf.condition_text)}”")
    if conditions:
        parts.append(f"{words['conditions']}: {', '.join(conditions)}")
    if leaf.lawful_basis == "contract":
        parts.append(words["basis_contract"])
    return {
        "purpose": words.of("purposes", leaf.purpose),
        "status": words.of("statuses", leaf.status),
        "permits": leaf.status in {Status(item).value for item in PERMITTING},
        "until": leaf.ends_at.strftime("%Y-%m-%d") if leaf.ends_at else "",
        "scope": " · ".join(part for part in parts if part),
    }


def _grade(content: CertificateContent, words: _Words) -> View:
    facts: list[View] = [
        {
            "text": words.of("facts", fact.value) + (" (h)" if fact in HEARD_BY_A_PERSON else ""),
            "has": fact in content.facts,
        }
        for fact in Fact
    ]
    return {
        "title": words["grade"],
        "letter": content.grade.value,
        "line": words["grade_line"].replace("{grade}", content.grade.value),
        "facts": facts,
    }


def _digest_lines(untrusted: str) -> str:
    digest = plain_text(untrusted).replace("\N{ZERO WIDTH SPACE}", "")
    pieces = [
        digest[at : at + _DIGEST_CHARS_PER_LINE]
        for at in range(0, len(digest), _DIGEST_CHARS_PER_LINE)
    ]
    return "\n".join(pieces)


def _evidence(content: CertificateContent, words: _Words) -> Iterator[View]:
    items: tuple[EvidenceClaim, ...] = content.claims.evidence
    if not items:
        yield _row(words["evidence_kind"], words["not_disclosed"], weak=True)
    for item in items[:_LONGEST_EVIDENCE]:
        yield _row(words["evidence_kind"], words.of("kinds", item.kind))
        if item.range_text:
            yield _row(words["evidence_range"], plain_text(item.range_text))
        yield _row(words["evidence_sha256"], _digest_lines(item.sha256), mono=True)
    if len(items) > _LONGEST_EVIDENCE:
        yield _row("", f"+ {len(items) - _LONGEST_EVIDENCE}")
    if content.excerpt != "none":
        yield _row("", words[f"evidence_{content.excerpt}"], weak=True)


def _times(content: CertificateContent, words: _Words) -> Iterator[View]:
    yield _row(words["time_claimed"], _instant(content.claims.issued_at))
    for token in content.tokens:
        authority = plain_text(token.authority, limit=80)
        if token.is_demonstration:
            authority += f" ({words['time_demonstration']})"
        yield _row(words["time_proved"], f"{_instant(token.proved_at)}\n{authority}")
    if not content.tokens:
        yield _row(words["time_proved"], words["time_pending"], weak=True)


def _log(content: CertificateContent, words: _Words) -> Iterator[View]:
    place = words["log_place_value"].replace("{index}", str(content.log_index + 1))
    yield _row(words["log_origin"], plain_text(content.claims.issuer), mono=True)
    yield _row(words["log_place"], place.replace("{size}", str(content.log_size)))
    yield _row(words["issuer"], content.issuer_thumbprint, mono=True)
