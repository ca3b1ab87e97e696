"""The command line: the main job, the exit codes scripts rely on, and words for bad input."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from consentkit.__main__ import main as start
from consentkit.cli.main import cli
from consentkit.cli.output import SENTENCES, error_sentence
from consentkit.kernel.errors import InputError
from consentkit.services.preferences import save_preferences

SCOPE = """
[party]
pseudonym = "Budi <b>=cmd|x</b> \\u202e"
country = "ID"
languages = ["id"]
is_adult_stated = true
[notice]
language = "id"
[answer]
heard = "yes"
[scope]
preset = "youtube-ads-2y"
"""


class Terminal:
    """Runs commands against one vault and reads their JSON."""

    def __init__(self, folder, passphrase_file):
        self.folder, self.passphrase_file = folder, passphrase_file

    def run(self, *words, code=0, vault=True):
        options = ["--vault", str(self.folder), "--passphrase-file", str(self.passphrase_file)]
        arguments = [*map(str, words), *(options if vault else []), "--json"]
        result = CliRunner().invoke(cli, arguments)
        assert result.exit_code == code, result.output
        return json.JSONDecoder().raw_decode(result.stdout)[0] if result.stdout.strip() else None


@pytest.fixture
def terminal(prepared, desk, tmp_path):
    desk.workspace.close()
    save_preferences(desk.preferences)
    secret = tmp_path / "passphrase"
    secret.write_text("a passphrase for tests\n", encoding="utf-8")
    return Terminal(desk.folder, secret)


def test_the_whole_main_job_runs_in_commands(terminal, sample_recording, tmp_path, prepared):
    (added,) = terminal.run("recording", "add", sample_recording.path)
    key = added["recording"]["id"]
    (first, *_) = terminal.run("conversation", "list", key)
    conversation = first["conversation"]
    start = conversation["range"]["start"]
    scope = tmp_path / "scope.toml"
    scope.write_text(SCOPE, encoding="utf-8")
    sealed = terminal.run(
        "consent", "record", conversation["id"], "--file", scope,
        "--question", f"{start + 1}-{start + 3}", "--answer", f"{start + 3}-{start + 4}",
    )  # fmt: skip
    consent = sealed["record"]["id"]
    assert (sealed["summary"], sealed["grade"], sealed["is_pending"]) == ("given", "C", False)
    proof = tmp_path / "a.consentproof"
    terminal.run("proof", "export", consent, "--out", proof, "--language", "id")
    roots = tmp_path / "roots.pem"
    roots.write_text("".join(item.root_pem for item in prepared.authorities), encoding="ascii")
    assert terminal.run("verify", proof, "--trust-roots", roots, vault=False)["holds"]
    assert not terminal.run("verify", proof, vault=False, code=1)["holds"]
    assert terminal.run("consent", "list", "--search", "budi")["total"] == 1
    assert terminal.run("consent", "withdraw", consent)["summary"] == "withdrawn"
    assert terminal.run("consent", "withdraw", consent, code=1)["error"] == "consent.step"
    assert terminal.run("consent", "erase", consent, "--yes", "--reason", "asked")["summary"] == (
        "erased"
    )
    assert terminal.run("vault", "check")["check"]["findings"] == []
    assert terminal.run("vault", "status")["log"]["is_intact"]


def test_conversations_are_corrected_by_command(terminal, sample_recording):
    (added,) = terminal.run("recording", "add", sample_recording.path)
    key = added["recording"]["id"]
    views = terminal.run("conversation", "split", key, "--at", "6")
    ids = [view["conversation"]["id"] for view in views]
    assert len(terminal.run("conversation", "merge", ids[0], ids[1])) == len(ids) - 1
    renamed = terminal.run("conversation", "set", ids[0], "--partner", "Oleg")
    assert renamed[0]["partner"] == "Oleg"


def test_a_wrong_passphrase_is_exit_code_4(terminal, tmp_path):
    terminal.passphrase_file = tmp_path / "wrong"
    terminal.passphrase_file.write_text("not this one", encoding="utf-8")
    assert terminal.run("vault", "status", code=4)["error"] == "vault.locked"


@pytest.mark.parametrize("content", [b"", b"not a video at all", b"\x00" * 4096])
def test_a_file_that_is_no_recording_is_exit_code_2(terminal, tmp_path, content):
    path = tmp_path / "x.mp4"
    path.write_bytes(content)
    terminal.run("recording", "add", path, code=2)


def test_a_good_recording_is_added_though_another_is_bad(terminal, sample_recording, tmp_path):
    bad = tmp_path / "bad.mp4"
    bad.write_bytes(b"x")
    (added,) = terminal.run("recording", "add", bad, sample_recording.path, code=2)
    assert added["recording"]["title"] == "chat.mp4"


def test_an_ask_card_is_printed_with_its_number(terminal):
    card = terminal.run("ask", "--language", "ru", "--number")
    assert len(card["asking"]["number"]["digits"]) == 6
    marked = terminal.run("ask", "--asking", card["asking"]["id"], "--mark", "asked")
    assert marked["marks"][0]["kind"] == "asked"
    assert terminal.run("ask", "--language", "xx", code=2, vault=False)["error"].startswith(
        "notice"
    )


def test_a_proof_for_one_recipient_opens_with_that_key_alone(terminal, filled, tmp_path, prepared):
    import pyrage

    detail = filled.workspace.consents.seal(filled.draft())
    filled.workspace.close()
    terminal.folder = filled.folder
    mine, other = (pyrage.x25519.Identity.generate() for _ in range(2))
    out = tmp_path / "a.consentproof.age"
    terminal.run("proof", "export", detail.record.id, "--out", out, "--to", mine.to_public())
    keys = {}
    for name, identity in {"mine": mine, "other": other}.items():
        keys[name] = tmp_path / name
        keys[name].write_text(str(identity), encoding="ascii")
    assert terminal.run("verify", out, code=2, vault=False)["error"] == "proof.sealed"
    terminal.run("verify", out, "--identity-file", keys["other"], code=1, vault=False)
    report = terminal.run("verify", out, "--identity-file", keys["mine"], code=1, vault=False)
    outcomes = {check["code"]: check["outcome"] for check in report["report"]["checks"]}
    assert outcomes["integrity"] == outcomes["log"] == "passed"


def test_the_profile_is_kept(terminal):
    terminal.run("profile", "--name", "Kanal Baru", "--contact", "wa.me/62", vault=False)
    assert terminal.run("profile", vault=False)["name"] == "Kanal Baru"


def test_a_vault_is_made_with_recovery_words_or_a_sheet(terminal, tmp_path):
    folder = tmp_path / "new"
    made = terminal.run("vault", "create", folder)
    assert len(made["recovery_words"].split()) == 24
    assert terminal.run("vault", "create", folder, code=2)["error"] == "vault.exists"


def test_usage_that_is_wrong_is_exit_code_2():
    assert CliRunner().invoke(cli, ["recording", "add"]).exit_code == 2
    assert CliRunner().invoke(cli, ["vault", "status"], env={"CONSENTKIT_VAULT": ""}).exit_code == 2


def test_the_program_starts_as_a_module():
    done = subprocess.run(
        [sys.executable, "-m", "consentkit", "--version"], capture_output=True, check=False
    )
    assert done.returncode == 0
    assert b"consentkit" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end in another way there")
def test_an_answer_nobody_reads_to_its_end_is_no_bug(terminal):
    words = ["profile", "--vault", terminal.folder, "--passphrase-file", terminal.passphrase_file]
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "consentkit", *map(str, words)],
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_answer_that_cannot_be_written_is_the_machines_trouble(terminal):
    words = ["profile", "--vault", terminal.folder, "--passphrase-file", terminal.passphrase_file]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "consentkit", *map(str, words)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 3
    assert b"output.unwritable" in done.stderr


def test_a_stop_while_the_program_starts_is_told_like_any_other(monkeypatch, capsys):
    def stopped():
        raise KeyboardInterrupt

    monkeypatch.setattr("consentkit.cli.main.main", stopped)
    monkeypatch.setattr(sys, "argv", ["consentkit", "checks", "list"])
    with pytest.raises(SystemExit) as ended:
        start()
    assert (ended.value.code, capsys.readouterr().err) == (130, "Cancelled.\n")


def test_an_error_takes_the_sentence_of_its_longest_beginning():
    assert error_sentence(InputError("vault.header-tampered")) == SENTENCES["vault.header"]
    assert error_sentence(InputError("vault.something-else")) == SENTENCES["vault"]
    assert error_sentence(InputError("never-heard-of")) == (
        "It could not be done.",
        "Try again.",
    )


def test_settings_with_a_hostile_authority_do_not_stop_a_command(terminal, desk):
    bad = replace(desk.preferences.authorities[0], url="file:///etc/passwd")
    save_preferences(replace(desk.preferences, authorities=(bad,)))
    assert terminal.run("vault", "status")["log"]["size"] == 0


def test_recovery_words_are_printed_when_the_sheet_has_no_place(terminal, desk, tmp_path):
    shown = terminal.run("vault", "recovery-sheet", "--out", tmp_path / "no" / "x.pdf", code=3)
    words = tmp_path / "words"
    words.write_text(shown["recovery_words"], encoding="utf-8")
    new = tmp_path / "new"
    new.write_text("another passphrase", encoding="utf-8")
    terminal.run(
        "vault", "passphrase", "--recovery-words-file", words, "--new-passphrase-file", new
    )


def test_a_withdrawal_without_a_purpose_takes_back_what_was_given(terminal, filled, tmp_path):
    from consentkit.domain.evidence import Answer
    from consentkit.domain.scope import Purpose

    draft = filled.draft()
    draft = replace(draft, answers=dict(draft.answers) | {Purpose.MONETISE_ADS: Answer.NO})
    detail = filled.workspace.consents.seal(draft)
    filled.workspace.close()
    terminal.folder = filled.folder
    after = terminal.run("consent", "withdraw", detail.record.id)
    assert after["statuses"]["publish"] == "withdrawn"
    assert after["statuses"]["monetise_ads"] == "refused"


def test_a_held_permission_is_not_erased_and_its_evidence_can_be_read(terminal, filled, tmp_path):
    detail = filled.workspace.consents.seal(filled.draft())
    filled.workspace.close()
    terminal.folder = filled.folder
    key = detail.record.id
    terminal.run("consent", "revoke", key, "--reason", "over")
    terminal.run("consent", "hold", key)
    erase = ("consent", "erase", key, "--yes", "--reason", "asked")
    assert terminal.run(*erase, code=1)["error"] == "consent.on-hold"
    still = next(item for item in detail.record.evidence if item.media_type == "image/jpeg")
    terminal.run("consent", "evidence", key, still.id, "--out", tmp_path / "still.jpg")
    assert (tmp_path / "still.jpg").read_bytes().startswith(b"\xff\xd8")
    terminal.run("consent", "hold", key, "--lift")
    assert terminal.run(*erase)["summary"] == "erased"


def test_a_prompt_that_gets_no_answer_is_a_cancel_and_no_bug(desk):
    result = CliRunner().invoke(cli, ["vault", "status", "--vault", str(desk.folder)], input="")
    assert result.exit_code == 130
    assert "bug" not in result.output


def test_what_is_no_proof_is_refused_in_words(tmp_path):
    path = tmp_path / "x.consentproof"
    path.write_bytes(b"not a proof")
    result = CliRunner().invoke(cli, ["verify", str(path)])
    assert result.exit_code == 1
    assert "no proof in its form" in result.output
    assert "a line above it did not hold" in result.output
