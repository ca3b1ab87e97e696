"""The recovery sheet as a PDF to print; it is made in memory and never touches a temporary file."""

import io
import json
from datetime import datetime

from consentkit.kernel.errors import ResourceError
from consentkit.kernel.resources import resource_path
from consentkit.services.views import RecoverySheet

FALLBACK_LANGUAGE = "en"


def render_recovery_pdf(sheet: RecoverySheet, made_at: datetime, language: str) -> bytes:
    """Return the sheet as a PDF of one page in ``language``, or in English where it is not known.

    Raises:
        ResourceError: The typesetter failed, or the install is incomplete.
    """
    import segno
    import typst

    texts = json.loads(resource_path("recovery", "texts.json").read_text(encoding="utf-8"))
    code = io.BytesIO()
    segno.make_qr(sheet.key_text, error="m").save(code, kind="svg", border=2, xmldecl=False)
    data = texts.get(language, texts[FALLBACK_LANGUAGE]) | {
        "vault": sheet.vault_name,
        "date": made_at.date().isoformat(),
        "words": list(sheet.words),
        "key": sheet.key_text,
        "qr": code.getvalue().decode("utf-8"),
    }
    template = resource_path("recovery", "recovery.typ")
    try:
        pdf = typst.compile(
            template,
            root=template.parent,
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            ignore_system_fonts=True,
            timestamp=int(made_at.timestamp()),
        )
    except (typst.TypstError, RuntimeError) as exc:
        raise ResourceError("recovery.typesetter") from exc
    return bytes(pdf)
