"""The ask card as plain text, for a terminal."""

from consentkit.intake.notices import AskCard, LineRole

_RLI, _PDI = "\u2067", "\u2069"
_MARKS = {LineRole.YES: "+", LineRole.NO: "-"}


def as_text(card: AskCard) -> str:
    """Return the card as plain text; it holds only words of the notice and what filled it.

    Under each line stands its phonetic line. Words to listen for begin with ``+`` (yes) and ``-``
    (no). A line of a right-to-left script stands in an isolate of its own, so that the line under
    it and the digits keep their order.
    """

    def own(text: str) -> str:
        return f"{_RLI}{text}{_PDI}" if card.direction == "rtl" else text

    out = [f"{own(card.own_name)} ({card.language})", ""]
    for line in card.lines:
        mark = _MARKS.get(line.role, "")
        out.append(f"{mark} {own(line.text)}" if mark else own(line.text))
        out.append(f"    {line.phonetic}")
        if line.role is LineRole.NUMBER:
            out.append(f"    {' '.join(card.number_digits)}")
        out.append("")
    out.append(f"{card.notice_id} {card.version} {card.language} sha256:{card.digest}")
    return "\n".join(out) + "\n"
