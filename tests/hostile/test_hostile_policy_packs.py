"""Packs of rules edited by hand: line and field are named, and nothing is checked by them."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consentkit.domain.clearance_rules import PREDICATES
from consentkit.domain.gate_predicates import CORE_PREDICATES
from consentkit.domain.policy import strictness
from consentkit.kernel.errors import ConsentKitError, InputError, LimitError, MalformedError
from consentkit.kernel.limits import POLICY_PACKS_MAX
from consentkit.kernel.resources import resource_path
from consentkit.services.policies import load_packs
from consentkit.wire.policy_pack import parse_checked_pack

SHIPPED = resource_path("policies")
NAMES = sorted(path.name for path in SHIPPED.glob("*.toml"))
CORE = (SHIPPED / "core.toml").read_text(encoding="utf-8")


@pytest.fixture(name="folder")
def make_folder(tmp_path):
    return Path(shutil.copytree(SHIPPED, tmp_path / "policies"))


def edited(folder, name, old, new):
    """Change one place of a pack, and return the line on which it is."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_the_packs_as_shipped_are_taken(folder):
    assert next(iter(load_packs(folder))).id == "core"
    assert len(load_packs(folder)) == len(NAMES)


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "field"),
    [
        ("core.toml", 'verdict = "blocked"', 'verdict = "cleared"', "policy.too-mild",
         "rule[0].verdict"),
        ("core.toml", 'predicate = "no-record"', 'predicate = "nothing"',
         "policy.predicate", "rule[1].predicate"),
        ("core.toml", 'verdict = "blocked"', 'verdict = "maybe"', "policy.fields",
         "rule[0].verdict"),
        ("gdpr.toml", 'severity = "block"', 'severity = "perhaps"', "policy.fields",
         "gate[0].severity"),
        ("youtube.toml", 'version = "1"', "version = 1", "policy.fields", "version"),
        ("ru.toml", 'version = "1"', 'version = "1"\nhints = []', "policy.fields", "hints"),
        ("minors.toml", 'version = "1"', 'version = "1', "policy.toml", None),
    ],
)  # fmt: skip
def test_an_error_in_a_pack_is_named_with_file_line_and_field(folder, name, old, new, code, field):
    line = edited(folder, name, old, new) + new.count("\n")
    with pytest.raises(MalformedError) as caught:
        load_packs(folder)
    facts = caught.value.facts
    assert (caught.value.code, facts["pack"]) == (code, name.removesuffix(".toml"))
    assert field is None or facts["field"] == field
    assert facts["line"] == line


def test_the_same_pack_twice_is_one_and_another_version_of_it_contradicts(folder):
    shutil.copy(folder / "gdpr.toml", folder / "gdpr copy.toml")
    assert len(load_packs(folder)) == len(NAMES)
    edited(folder, "gdpr copy.toml", 'version = "1"', 'version = "1.1"')
    with pytest.raises(MalformedError, match=r"policy\.contradiction") as caught:
        load_packs(folder)
    assert caught.value.facts["pack"] == "gdpr"


def test_a_milder_copy_of_a_pack_contradicts_the_strict_one_under_whatever_name(folder):
    shutil.copy(folder / "gdpr.toml", folder / "a.toml")
    edited(folder, "a.toml", 'severity = "block"', 'severity = "warn"')
    with pytest.raises(MalformedError) as caught:
        load_packs(folder)
    assert caught.value.code in {"policy.contradiction", "policy.too-mild"}
    assert caught.value.facts["pack"] in {"gdpr", "a"}


@pytest.mark.parametrize("place", range(CORE.count("[[gate]]")))
def test_a_core_without_one_of_its_questions_is_refused(folder, place):
    head, *gates = CORE.split("[[gate]]")
    del gates[place]
    (folder / "core.toml").write_text("[[gate]]".join([head, *gates]), encoding="utf-8")
    with pytest.raises(MalformedError, match=r"policy\.incomplete"):
        load_packs(folder)


def test_a_folder_without_the_core_is_refused(folder):
    (folder / "core.toml").unlink()
    with pytest.raises(MalformedError, match=r"policy\.incomplete"):
        load_packs(folder)


def test_a_core_for_some_countries_alone_is_refused(folder):
    text = CORE.replace("[[rule]]", '[applies]\ncountries = ["ID"]\n[[rule]]', 1)
    (folder / "core.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"policy\."):
        load_packs(folder)


def test_more_packs_than_anybody_has_are_refused(folder):
    for number in range(POLICY_PACKS_MAX):
        (folder / f"x{number}.toml").write_bytes(b"")
    with pytest.raises(LimitError, match=r"policy\.too-many"):
        load_packs(folder)


@pytest.mark.parametrize(
    "untrusted",
    [
        b"",
        b"\0",
        b"\xff\xfe",
        b"a = " + b"[" * 50_000 + b"]" * 50_000,
        b"a." * 20_000 + b"b = 1",
        b"[[rule]]\n" * 20_000,
        b'id = "core"\nid = "core"',
    ],
    ids=["empty", "zero", "no text", "nested", "dotted", "many", "twice"],
)
def test_what_is_no_pack_is_refused_as_a_file(untrusted):
    with pytest.raises(MalformedError):
        parse_checked_pack(untrusted)


def parsed(untrusted):
    """Return the pack, or the error it is refused with."""
    try:
        return parse_checked_pack(untrusted), None
    except ConsentKitError as exc:
        return None, exc


LINES = CORE.splitlines()


@settings(max_examples=200)
@given(
    st.integers(0, len(LINES) - 1),
    st.sampled_from(["drop", "double", "empty", "swap", "quote"]),
    st.integers(0, len(LINES) - 1),
)
def test_whatever_line_is_changed_a_pack_is_refused_or_no_milder(place, change, other):
    lines = list(LINES)
    match change:
        case "drop":
            del lines[place]
        case "double":
            lines.insert(place, lines[place])
        case "empty":
            lines[place] = lines[place].split("=")[0] + '= ""'
        case "swap":
            lines[place], lines[other] = lines[other], lines[place]
        case "quote":
            lines[place] += '"'
    pack, error = parsed("\n".join(lines).encode())
    if pack is None:
        assert error.code.startswith(("policy.", "text."))
        assert error.facts["line"] is not None or not error.facts["field"]
        return
    for rule in pack.rules:
        mildest = PREDICATES[rule.predicate].mildest
        assert strictness(rule.verdict) >= strictness(mildest)
    assert {rule.predicate for rule in pack.gate} <= set(CORE_PREDICATES) | {
        rule.predicate for rule in parse_checked_pack(CORE.encode()).gate
    }
