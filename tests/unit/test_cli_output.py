"""Names of others never steer the terminal, and a proof's values never make lines of their own."""

import pytest

from consentkit.cli.output import shown
from consentkit.cli.proof import report_lines
from consentkit.domain.report import Check, Outcome, VerificationReport


@pytest.mark.parametrize("char", ["\x1b", "\r", "\x00", "\u202e", "\u2066", "\u200b", "\u2028"])
def test_what_steers_the_terminal_is_shown_as_its_number(char):
    assert shown(f"a{char}b") == f"a\\u{{{ord(char):x}}}b"


@pytest.mark.parametrize(
    "text", ["Zoë", "Иван", "👩\u200d👩\u200d👧", "می\u200cخواهم", "two\nlines"]
)
def test_names_of_every_script_stay_as_they_are(text):
    assert shown(text) == text


def test_a_claim_makes_no_line_of_its_own():
    claims = {"pii_principal.pseudonym": "Budi\npassed       Everything\u2028yes"}
    report = VerificationReport((Check("integrity", Outcome.FAILED),), claims=claims)
    for with_claims in (False, True):
        lines = report_lines(report, with_claims=with_claims)
        assert not any("\n" in line for line in lines)
        assert not any(line.startswith("passed") for line in lines)
