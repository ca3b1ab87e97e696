"""A plan.toml is read strictly, and an error names line and field."""

import re
from fractions import Fraction
from textwrap import dedent

import pytest

from consentkit.domain.plan import DeclaredFact, RedactionKind
from consentkit.kernel.errors import InputError, LimitError, MalformedError
from consentkit.kernel.limits import PLAN_MAX_BYTES, PLAN_MAX_ITEMS
from consentkit.kernel.timebase import TimeRange
from consentkit.wire import plan_file
from consentkit.wire.plan_file import parse_plan_file


def parse(text):
    return parse_plan_file(dedent(text).encode())


def error_of(text):
    with pytest.raises(InputError) as caught:
        parse(text)
    return caught.value.code, caught.value.facts.get("field"), caught.value.facts.get("line")


def test_what_is_left_out_was_not_stated():
    plan = parse('platform = "youtube"')
    unstated = (
        plan.channel,
        plan.is_monetised,
        plan.sponsor,
        plan.territory,
        plan.is_made_for_kids,
        plan.thumbnail,
        plan.redactions,
        plan.complaints,
        plan.doubts,
    )
    assert set(unstated) == {None}


def test_an_empty_list_says_that_there_is_nobody():
    plan = parse('platform = "youtube"\nthumbnail = []\ncomplaints = []')
    assert (plan.thumbnail, plan.complaints) == ((), ())


def test_the_example_of_the_documentation_is_a_plan():
    example = dedent(plan_file.__doc__.split("::\n\n")[1].split("What is left out")[0])
    example = re.sub(r"^thumbnail = .*", "", example, flags=re.MULTILINE)
    plan = parse_plan_file(example.encode())
    assert plan.is_monetised
    assert plan.thumbnail[0].person.startswith("con-")
    assert plan.redactions[0].kind is RedactionKind.BLUR_FACE
    assert plan.redactions[0].edit == TimeRange(Fraction(10), Fraction(51, 2))
    assert plan.declared[0].fact is DeclaredFact.NAME_SHOWN
    assert plan.overrides[0].rule == "evidence.time"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("platform = ", ("plan.toml", None, 1)),
        ('channel = "x"', ("plan.fields", "platform", 1)),
        ('platform = "youtube"\nmonetised = "yes"', ("plan.fields", "monetised", 2)),
        ('platform = "youtube"\n\ncolour = 3', ("plan.fields", "colour", 3)),
        ('platform = "YouTube"', ("plan.platform", "platform", 1)),
        ('platform = ""', ("text.empty", "", 1)),
        ('platform = "youtube"\nterritory = ["Indonesia"]', ("plan.territory", "territory", 2)),
        ('platform = "youtube"\nterritory = []', ("plan.territory", "territory", 2)),
        ('platform = "youtube"\nterritory = ["world", "ID"]', ("plan.territory", "territory", 2)),
        ('platform = "youtube"\npublish_at = 2026-12-01T10:00:00', ("plan.time", "publish_at", 2)),
        ('platform = "youtube"\nsha256 = "abc"', ("plan.digest", "sha256", 2)),
        ('platform = "youtube"\nrefresh_months = 0', ("plan.refresh", "refresh_months", 2)),
        (
            'platform = "youtube"\n[[thumbnail]]\nperson = "con-a"\n[[thumbnail]]\n',
            ("plan.appearance", "thumbnail[1]", 4),
        ),
        (
            'platform = "youtube"\n[[redactions]]\nkind = "blur_face"\nrange = "9-8"',
            ("time.range", "redactions[0]", 2),
        ),
        (
            'platform = "youtube"\n[[redactions]]\n# why\nkind = "erase"',
            ("plan.fields", "redactions[0].kind", 4),
        ),
        (
            'platform = "youtube"\n[[declared]]\nfact = "name_shown"\n',
            ("plan.fields", "declared[0].is_true", 2),
        ),
        (
            'platform = "youtube"\n[[overrides]]\nrule = "evidence.time"\nreason = " "',
            ("text.empty", "overrides[0]", 2),
        ),
        (
            'platform = "youtube"\n[[complaints]]\nreceived_at = 2026-12-01T10:00:00\n',
            ("plan.time", "complaints[0]", 2),
        ),
        (
            (
                'platform = "youtube"\n'
                '[[declared]]\nfact = "rewarded"\nis_true = true\n'
                '[[declared]]\nfact = "rewarded"\nis_true = false\n'
            ),
            ("plan.said-twice", "declared", 2),
        ),
    ],
)
def test_an_error_names_line_and_field(text, expected):
    assert error_of(text) == expected


@pytest.mark.parametrize("text", [b"\xff\xfe", b"", b"[" * 100_000, b"a.b.c = {}", b"\x00"])
def test_what_is_no_plan_is_refused(text):
    with pytest.raises(MalformedError):
        parse_plan_file(text)


def test_a_plan_that_is_too_long_is_refused():
    with pytest.raises(LimitError):
        parse_plan_file(b"#" * (PLAN_MAX_BYTES + 1))


def test_a_plan_that_says_too_much_is_refused():
    listed = ", ".join(['"A"'] * (PLAN_MAX_ITEMS + 1))
    with pytest.raises(LimitError, match=r"plan\.too-many"):
        parse(f'platform = "youtube"\nreviewers = [{listed}]')


def test_control_characters_are_refused():
    with pytest.raises(MalformedError, match=r"text\.control-character"):
        parse('platform = "youtube"\nchannel = "a\\u0007b"')
