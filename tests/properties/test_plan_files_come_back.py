"""A plan that is written as plan.toml reads back as the same plan."""

import string
from datetime import UTC, datetime
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from consentkit.domain.plan import (
    AgeDoubt,
    Appearance,
    Complaint,
    Declaration,
    DeclaredFact,
    Disclosure,
    Override,
    PublishPlan,
    Redaction,
    RedactionKind,
)
from consentkit.domain.scope import WORLD
from consentkit.kernel.timebase import TimeRange
from consentkit.wire.plan_file import parse_plan_file
from consentkit.wire.plan_writer import encode_plan_file

LETTERS = st.characters(
    min_codepoint=32, exclude_categories=("Cs",), include_characters="\n\t\"'\\\x7f"
)
texts = st.text(LETTERS, max_size=20)
names = st.text(LETTERS, min_size=1, max_size=20).filter(str.strip)
instants = st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))
nanoseconds = st.integers(0, 4 * 3600 * 10**9).map(lambda count: Fraction(count, 10**9))


def ranges_of(moments):
    return st.tuples(moments, moments).map(lambda pair: TimeRange(min(pair), max(pair)))


ranges = ranges_of(nanoseconds)
truths = st.none() | st.booleans()
countries = st.text(string.ascii_uppercase, min_size=2, max_size=2)
appearances = names.map(lambda one: Appearance(person=one)) | names.map(
    lambda one: Appearance(material=one)
)


def some(made):
    return st.none() | st.lists(made, max_size=3).map(tuple)


def several(made, key):
    return st.lists(made, max_size=4, unique_by=key).map(tuple)


plans = st.builds(
    PublishPlan,
    platform=st.sampled_from(["youtube", "a place of 'my' own\\"]),
    channel=st.none() | names,
    publish_at=st.none() | instants,
    is_monetised=truths,
    sponsor=st.none() | texts,
    territory=st.none() | st.just((WORLD,)) | st.lists(countries, min_size=1).map(tuple),
    is_made_for_kids=truths,
    is_altered_content=truths,
    source_platform=st.none() | st.sampled_from(["", "ometv"]),
    creator_country=st.none() | countries,
    file_sha256=st.just("") | st.text("0123456789abcdef", min_size=64, max_size=64),
    thumbnail=some(appearances),
    title=some(appearances),
    redactions=some(
        st.builds(Redaction, st.sampled_from(RedactionKind), texts, st.none() | ranges)
    ),
    disclosures=st.lists(st.builds(Disclosure, ranges, names), max_size=3).map(tuple),
    complaints=some(st.builds(Complaint, instants, texts, texts)),
    doubts=st.none()
    | several(
        st.builds(AgeDoubt, names, st.lists(names, max_size=2).map(tuple)), lambda one: one.person
    ),
    is_agency=st.booleans(),
    reviewers=st.lists(texts, max_size=3).map(tuple),
    accepts_pending_time=truths,
    refresh_months=st.integers(1, 120),
    declared=several(
        st.builds(Declaration, st.sampled_from(DeclaredFact), st.booleans(), texts, texts),
        lambda one: (one.fact, one.person),
    ),
    overrides=several(st.builds(Override, names, names, texts), lambda one: (one.rule, one.person)),
)


@given(plans)
def test_a_plan_reads_back_as_it_was_written(plan):
    assert parse_plan_file(encode_plan_file(plan)) == plan


@given(ranges_of(st.fractions(0, 20_000, max_denominator=90_000)))
def test_a_stretch_that_is_no_decimal_fraction_grows_by_next_to_nothing(stretch):
    plan = PublishPlan("youtube", redactions=(Redaction(RedactionKind.MUTE, edit=stretch),))
    written = parse_plan_file(encode_plan_file(plan)).redactions[0].edit
    assert written.encloses(stretch)
    assert written.duration - stretch.duration < Fraction(2, 10**9)
    again = parse_plan_file(encode_plan_file(parse_plan_file(encode_plan_file(plan))))
    assert again.redactions[0].edit == written
