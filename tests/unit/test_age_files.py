"""Sealing to age recipients and opening what a stranger sealed."""

import io
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest

from consentkit.kernel.errors import ConsentKitError, InputError, LimitError, VerificationError
from consentkit.kernel.limits import AGE_MAX_STANZAS, MIB
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.proof.age_files import (
    check_header,
    decrypt_stream,
    encrypt_chunks,
    encrypt_file,
    opened_in_memory,
)

ALICE = pyrage.x25519.Identity.generate()
BOB = pyrage.x25519.Identity.generate()
SHARE = b"TEiF0ypqr+bpvcqXNyCVJpL7OuwPdVwPL7KQEbFDOCc"
BODY = b"hjabGXwSLQ9c3S6Lw2i+S2Tu2fiwQHHslbBN6B41FLE"
MAC = b"--- WyJp9F/9FOZh7gJdheq2WIJcwHgYc8NIVh3ddwhrcNg\n"
STANZA = b"-> X25519 " + SHARE + b"\n" + BODY + b"\n"
VERSION = b"age-encryption.org/v1\n"


def code_of_header(data: bytes) -> str:
    with pytest.raises(ConsentKitError) as caught:
        check_header(io.BytesIO(data))
    return caught.value.code


def opened(
    path: Path, identities: list[str], max_bytes: int = MIB, cancel: CancelToken | None = None
) -> bytes:
    with opened_in_memory(path, identities, max_bytes=max_bytes, cancel=cancel) as stream:
        return stream.read()


@pytest.mark.parametrize("size", [0, 1, 65_536, 3 * MIB + 7])
def test_each_recipient_opens_what_was_sealed_to_both(tmp_path: Path, size: int) -> None:
    content = bytes(index % 251 for index in range(size))
    sealed = tmp_path / "sealed.age"

    encrypt_file(content, sealed, [str(ALICE.to_public()), str(BOB.to_public())])

    for identity in (ALICE, BOB):
        assert opened(sealed, [str(identity)], max_bytes=4 * MIB) == content


def test_files_sealed_here_pass_our_own_look_at_the_header(tmp_path: Path) -> None:
    encrypt_file(b"x", tmp_path / "a", [str(ALICE.to_public()), str(BOB.to_public())])

    with (tmp_path / "a").open("rb") as stream:
        assert check_header(stream) == 2
        assert stream.tell() == 0


def test_another_identity_does_not_open_it_and_nothing_is_left(tmp_path: Path) -> None:
    sealed = tmp_path / "sealed.age"
    encrypt_file(b"x" * 200_000, sealed, [str(ALICE.to_public())])

    with pytest.raises(VerificationError) as caught:
        opened(sealed, [str(BOB)])

    assert caught.value.code == "age.not-opened"
    assert [path.name for path in tmp_path.iterdir()] == ["sealed.age"]


def test_a_truncated_file_gives_no_content(tmp_path: Path) -> None:
    sealed = tmp_path / "sealed.age"
    encrypt_file(b"x" * 300_000, sealed, [str(ALICE.to_public())])
    sealed.write_bytes(sealed.read_bytes()[:-70_000])

    with pytest.raises(VerificationError):
        opened(sealed, [str(ALICE)])


def test_content_beyond_the_bound_is_refused(tmp_path: Path) -> None:
    encrypt_file(b"x" * 300_000, tmp_path / "a", [str(ALICE.to_public())])

    with pytest.raises(LimitError) as caught:
        opened(tmp_path / "a", [str(ALICE)], max_bytes=100_000)
    assert caught.value.code == "age.too-large"


def test_opening_stops_when_asked(tmp_path: Path) -> None:
    encrypt_file(b"x" * 300_000, tmp_path / "a", [str(ALICE.to_public())])
    cancel = CancelToken()
    cancel.cancel()

    with pytest.raises(Cancelled):
        opened(tmp_path / "a", [str(ALICE)], cancel=cancel)


def test_an_error_of_the_source_comes_through_the_cipher_library() -> None:
    def chunks() -> Iterator[bytes]:
        yield b"x" * 100
        raise InputError("bundle.source-changed")

    with pytest.raises(InputError) as caught:
        encrypt_chunks(chunks(), io.BytesIO(), [str(ALICE.to_public())])
    assert caught.value.code == "bundle.source-changed"


@pytest.mark.parametrize("recipients", [[], ["age1nonsense"], [str(ALICE)], [""]])
def test_a_wrong_recipient_is_refused_without_repeating_it(recipients: list[str]) -> None:
    with pytest.raises(InputError) as caught:
        encrypt_chunks([b"x"], io.BytesIO(), recipients)
    assert str(caught.value) == "age.recipient"


@pytest.mark.parametrize("identities", [[], ["AGE-SECRET-KEY-1NONSENSE"], ["x"]])
def test_a_wrong_identity_is_refused_without_repeating_it(identities: list[str]) -> None:
    sealed = io.BytesIO()
    encrypt_chunks([b"x"], sealed, [str(ALICE.to_public())])

    with pytest.raises(InputError) as caught:
        decrypt_stream(sealed, io.BytesIO(), identities)
    assert str(caught.value) == "age.identity"


def test_twenty_stanzas_are_read_and_one_more_is_refused() -> None:
    assert check_header(io.BytesIO(VERSION + STANZA * AGE_MAX_STANZAS + MAC)) == AGE_MAX_STANZAS
    assert code_of_header(VERSION + STANZA * (AGE_MAX_STANZAS + 1) + MAC) == "age.too-many-stanzas"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "age.not-age"),
        (b"PK\x03\x04", "age.not-age"),
        (b"age-encryption.org/v2\n" + STANZA + MAC, "age.not-age"),
        (b"age-encryption.org/v1\r\n" + STANZA + MAC, "age.not-age"),
        (b"-----BEGIN AGE ENCRYPTED FILE-----\n", "age.armored"),
        (VERSION + MAC, "age.recipient-type"),
        (VERSION + STANZA, "age.header"),
        (VERSION + STANZA + MAC[:-3], "age.header"),
        (VERSION + STANZA + MAC[:-3] + b"\n", "age.header"),
        (VERSION + b"-> scrypt c2FsdA 18\n" + BODY + b"\n" + MAC, "age.recipient-type"),
        (VERSION + STANZA + b"-> scrypt c2FsdA 30\n" + BODY + b"\n" + MAC, "age.recipient-type"),
        (VERSION + b"-> ssh-ed25519 a b\n" + BODY + b"\n" + MAC, "age.recipient-type"),
        (VERSION + b"-> X25519 " + SHARE + b" more\n" + BODY + b"\n" + MAC, "age.header"),
        (VERSION + b"-> X25519  " + SHARE + b"\n" + BODY + b"\n" + MAC, "age.header"),
        (VERSION + b"-> X25519 " + SHARE + b"=\n" + BODY + b"\n" + MAC, "age.header"),
        (VERSION + STANZA + b"-> a-grease\n" + b"A" * 65 + b"\n\n" + MAC, "age.header"),
        (VERSION + STANZA + b"-> a-grease\n" + (b"A" * 64 + b"\n") * 2000, "age.header-too-long"),
    ],
)
def test_a_header_outside_the_grammar_is_refused(data: bytes, code: str) -> None:
    assert code_of_header(data) == code


def test_an_age_file_opens_in_memory_as_a_seekable_stream(tmp_path: Path) -> None:
    encrypt_file(b"0123456789", tmp_path / "a", [str(ALICE.to_public())])

    with opened_in_memory(tmp_path / "a", [str(ALICE)], max_bytes=MIB) as stream:
        stream.seek(-2, io.SEEK_END)
        assert stream.read() == b"89"


@pytest.mark.outside
def test_the_age_program_opens_our_files_and_we_open_its(tmp_path: Path) -> None:
    content = b"\0\1\2" * 50_000
    (tmp_path / "key.txt").write_text(str(ALICE), encoding="ascii")
    (tmp_path / "plain").write_bytes(content)
    encrypt_file(tmp_path / "plain", tmp_path / "ours.age", [str(ALICE.to_public())])

    done = subprocess.run(
        ["age", "-d", "-i", "key.txt", "ours.age"], cwd=tmp_path, capture_output=True, check=True
    )
    subprocess.run(
        ["age", "-r", str(ALICE.to_public()), "-o", "theirs.age", "plain"], cwd=tmp_path, check=True
    )

    assert done.stdout == content
    assert opened(tmp_path / "theirs.age", [str(ALICE)]) == content
