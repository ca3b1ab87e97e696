"""Packs of rules that were edited by hand, met on the way to a decision on a plan."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_edits import write_edit

from consentkit.cli.main import cli
from consentkit.kernel.resources import resource_path
from consentkit.services import policies
from consentkit.services.preferences import save_preferences

PASSPHRASE = "a passphrase for tests"


@pytest.fixture(scope="module", name="edit")
def make_edit(tmp_path_factory, sample_recording) -> Path:
    """Return four seconds of the first conversation; never write it."""
    path = tmp_path_factory.mktemp("edits") / "final cut.mp4"
    write_edit(sample_recording.path, path, ((3, 7),))
    return path


@pytest.fixture(name="packs")
def make_packs(tmp_path, monkeypatch):
    """Have the program find its packs in a folder of the test's own."""
    folder = Path(shutil.copytree(resource_path("policies"), tmp_path / "policies"))

    def found(*parts):
        return folder.joinpath(*parts[1:]) if parts[0] == "policies" else resource_path(*parts)

    monkeypatch.setattr(policies, "resource_path", found)
    forget()
    yield folder
    forget()


def forget():
    policies.core_pack.cache_clear()
    policies.all_packs.cache_clear()


@pytest.fixture(name="check")
def make_check(filled, edit, tmp_path):
    """Return the command that checks the edit by a plan."""
    secret, plan = tmp_path / "secret", tmp_path / "plan.toml"
    secret.write_text(PASSPHRASE)
    plan.write_text('platform = "youtube"\n')
    save_preferences(filled.preferences)
    filled.workspace.close()

    def check(*more, content=None):
        if content is not None:
            plan.write_bytes(content)
        words = ["check", edit, "--plan", plan, *more]
        options = ["--vault", filled.folder, "--passphrase-file", secret]
        return CliRunner().invoke(cli, [str(word) for word in (*words, *options)])

    return check


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def assert_nothing_was_kept(filled):
    again = filled.reopen(read_only=True)
    assert again.checks.cards() == ()
    assert "gate" not in {row.kind for row in again.activity.rows()}


@pytest.mark.parametrize(
    ("name", "old", "new", "place"),
    [
        ("gdpr", 'severity = "block"', 'severity = "none"', "gate[0].severity"),
        ("core", 'verdict = "blocked"', 'verdict = "own"', "rule[0].verdict"),
        ("id-pdp", 'predicate = "', 'predicate = "x', "gate[0].predicate"),
    ],
)
def test_file_line_and_field_are_named_and_nothing_is_kept(
    filled, packs, check, name, old, new, place
):
    line = change(packs / f"{name}.toml", old, new)
    result = check()
    assert result.exit_code == 2, result.output
    assert f"{name}.toml, line {line}, {place}." in result.stderr
    said = json.loads(check("--json").stdout)
    assert said["facts"] == {"field": place, "line": line, "pack": name}
    assert_nothing_was_kept(filled)


def test_a_pack_that_breaks_off_is_named_with_its_line(filled, packs, check):
    with (packs / "ru.toml").open("a", encoding="utf-8") as stream:
        stream.write("\n[[gate\n")
    result = check()
    assert result.exit_code == 2
    assert "ru.toml, line " in result.stderr
    assert_nothing_was_kept(filled)


def test_contradicting_packs_decide_nothing(filled, packs, check):
    shutil.copy(packs / "youtube.toml", packs / "youtube-old.toml")
    change(packs / "youtube-old.toml", 'version = "1"', 'version = "0"')
    result = check("--json")
    assert result.exit_code == 2
    said = json.loads(result.stdout)
    assert (said["error"], said["facts"]["pack"]) == ("policy.contradiction", "yt")
    assert "contradict" in said["message"]
    assert_nothing_was_kept(filled)


def test_a_core_that_was_taken_away_decides_nothing(filled, packs, check):
    (packs / "core.toml").unlink()
    result = check()
    assert result.exit_code in {2, 3}
    assert "Install ConsentKit again" in result.stderr
    assert_nothing_was_kept(filled)


HOSTILE = {
    "no text": b"\xff\xfe\x00",
    "zero": b"\0",
    "nested": b"a = " + b"[" * 20_000,
    "a name of many parts": b"a." * 120_000 + b"b = 1",
    "many parts in quotes": b'"=".' + b"a." * 120_000 + b"b = 1",
    "too long": b"#" * (256 * 1024 + 1),
    "control characters in a value": b'platform = "you\\u001b[2Jtube"',
    "control characters in a name": b'platform = "youtube"\n"\\u001b]0;x\\u0007" = 1',
    "turned direction": 'platform = "youtube"\n"\u202efdp" = 1'.encode(),
    "a day there is not": b'platform = "youtube"\npublish_at = 2026-02-30T00:00:00Z',
    "a time without a zone": b'platform = "youtube"\npublish_at = 2026-02-03T00:00:00',
    "an endless number": b'platform = "youtube"\nrefresh_months = ' + b"9" * 5_000,
    "no number": b'platform = "youtube"\nrefresh_months = nan',
    "a range beyond all": b'platform = "youtube"\n[[disclosures]]\nrange = "0-'
    + b"9" * 400
    + b':00"\nnote = "x"',
    "a range backwards": b'platform = "youtube"\n[[redactions]]\nkind = "mute"\nrange = "9-1"',
    "too many": b'platform = "youtube"\n' + b'[[doubts]]\nperson = "a"\n' * 6_000,
    "said twice": b'platform = "youtube"\n' + b'[[doubts]]\nperson = "a"\n' * 2,
    "an override without a reason": b'platform = "youtube"\n'
    b'[[overrides]]\nrule = "core.consent"\nreason = " "',
    "a digest that is none": b'platform = "youtube"\nsha256 = "../../etc/passwd"',
    "a country of its own": b'platform = "youtube"\nterritory = ["world", "ID"]',
}


def test_hostile_plans_are_refused_as_files_and_shown_harmlessly(filled, check):
    for kind, content in HOSTILE.items():
        result = check(content=content)
        assert result.exit_code == 2, (kind, result.output)
        assert "bug" not in result.output.lower(), kind
        assert not {"\x1b", "\x07", "\u202e", "\0"} & set(result.output), kind
    assert_nothing_was_kept(filled)


def test_overrides_of_every_rule_pass_nobody_without_consent(filled, check, packs):
    rules = {rule.id for pack in policies.all_packs() for rule in pack.gate}
    body = 'platform = "youtube"\n' + "".join(
        f'[[overrides]]\nrule = "{rule}"\nreason = "because"\n' for rule in sorted(rules)
    )
    result = check("--json", content=body.encode())
    assert result.exit_code == 1, result.output
    said = json.loads(result.stdout)
    assert said["decision"] == "blocked"
    assert "core.consent" in said["reasons"]
