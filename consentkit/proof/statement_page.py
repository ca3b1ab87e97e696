"""The page that shows a statement of completion to a person: a PDF, in one language or several."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache

from consentkit.kernel.errors import MalformedError, ResourceError
from consentkit.kernel.resources import resource_path
from consentkit.proof.certificate import EMBEDDED_SCRIPTS, Texts, View, plain_text, qr_svg
from consentkit.proof.claims import ClaimObject
from consentkit.wire.canonical_json import JSONValue

STATEMENT_LANGUAGES = ("en", "id", "ru")
"""Languages there are texts in; each is one file in ``resources/statement``."""

_RANGES_SHOWN = 12
"""Stretches of one video on the page; all of them are in the signed file."""


@cache
def statement_texts(language: str) -> Texts:
    """Return the texts of one language.

    Raises:
        MalformedError: There are no texts in this language.
        ResourceError: The install is incomplete.
    """
    if language not in STATEMENT_LANGUAGES:
        raise MalformedError("statement.language")
    path = resource_path("statement", f"{language}.json")
    texts: Texts = json.loads(path.read_text(encoding="utf-8"))
    return texts


def render_statement(
    short_id: str, statement: Mapping[str, JSONValue], made_at: datetime, languages: Sequence[str]
) -> bytes:
    """Return the PDF; the same statement gives the same bytes.

    Args:
        short_id: Short identifier of its log entry.
        statement: What it says.
        made_at: When it was entered.
        languages: One or more of ``STATEMENT_LANGUAGES``.

    Raises:
        MalformedError: There is no language, or no text in one of them.
        ResourceError: The typesetter failed, or the install is incomplete.
    """
    import typst

    if not languages:
        raise MalformedError("statement.language")
    content = ClaimObject(statement)
    views: View = [_view(short_id, content, made_at, one) for one in dict.fromkeys(languages)]
    data = json.dumps(views, ensure_ascii=False)
    template = resource_path("statement", "statement.typ")
    try:
        pdf = typst.compile(
            template,
            root=template.parent,
            format="pdf",
            sys_inputs={"data": data},
            ignore_system_fonts=EMBEDDED_SCRIPTS.fullmatch(data) is not None,
            timestamp=int(made_at.timestamp()),
        )
    except (typst.TypstError, RuntimeError) as exc:
        raise ResourceError("certificate.typesetter") from exc
    return bytes(pdf)


def _text(texts: Texts, name: str) -> str:
    value = texts[name]
    return value if isinstance(value, str) else ""


def _of(texts: Texts, group: str, code: str) -> str:
    found = texts[group]
    return found.get(code, plain_text(code)) if isinstance(found, Mapping) else code


def _lines(texts: Texts, name: str) -> list[View]:
    value = texts[name]
    return list(value) if isinstance(value, list) else []


def _view(short_id: str, content: ClaimObject, made_at: datetime, language: str) -> View:
    texts = statement_texts(language)
    return {
        "lang": language,
        "title": _text(texts, "title"),
        "subtitle": _text(texts, "subtitle"),
        "short_id": short_id,
        "qr": qr_svg(short_id),
        "about": {
            "title": _text(texts, "about"),
            "rows": list(_about(content, texts, made_at, short_id)),
        },
        "done_title": _text(texts, "done"),
        "nothing": _text(texts, "nothing"),
        "columns": _lines(texts, "columns"),
        "items": [_item(item, texts) for item in content.children("items")],
        "limits_title": _text(texts, "limits_title"),
        "limits": _lines(texts, "limits"),
        "verify_title": _text(texts, "verify_title"),
        "verify": _lines(texts, "verify"),
        "footer": _text(texts, "page"),
    }


def _about(content: ClaimObject, texts: Texts, made_at: datetime, short_id: str) -> Iterator[View]:
    none = _text(texts, "none")
    by = content.child("controller")
    rows = (
        ("id", short_id, True),
        ("record", content.text("record_id") or none, True),
        ("receipts", ", ".join(content.texts("receipts") or ()) or none, True),
        ("reason", _of(texts, "reasons", content.text("reason") or ""), False),
        ("since", _moment(content.instant("since")), False),
        ("due", _moment(content.instant("due_at")), False),
        ("made", _moment(made_at), False),
        ("by", plain_text(by.text("name") or "") or none, False),
        ("contact", plain_text(by.text("contact") or "") or none, False),
    )
    for label, value, mono in rows:
        yield {"label": _text(texts, label), "value": value, "mono": mono}


def _moment(instant: datetime | None) -> str:
    return instant.strftime("%Y-%m-%d %H:%M UTC") if instant else ""


def _item(item: ClaimObject, texts: Texts) -> View:
    ranges = [
        f"{one.text('start') or ''}\u2013{one.text('end') or ''}"
        f" {_of(texts, 'lanes', one.text('lane') or '')}"
        for one in item.children("ranges")
    ]
    more = len(ranges) - _RANGES_SHOWN
    shown = [*ranges[:_RANGES_SHOWN], *([f"+ {more}"] if more > 0 else [])]
    return {
        "what": _of(texts, "kinds", item.text("kind") or ""),
        "link": plain_text(item.text("url") or item.text("sha256") or ""),
        "where": "\n".join(plain_text(one) for one in shown),
        "measure": _of(texts, "measures", item.text("measure") or ""),
        "done_at": _moment(item.instant("done_at")),
    }
