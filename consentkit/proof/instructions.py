"""``VERIFY.txt``: the commands that check a proof without ConsentKit, in every language we have."""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from consentkit.kernel.errors import MalformedError
from consentkit.kernel.timebase import format_instant
from consentkit.proof.certificate import LANGUAGES, StampedTime, certificate_texts, plain_text

COMMAND_INDENT = "      "
"""Lines that begin with six spaces are commands for a shell; no other line does."""

_WIDTH = 92
_ROOTS = "-CAfile data/tsa-roots.pem"
_SD_JWT = (
    'python3 -c "import json; from jwcrypto.jwk import JWK; '
    "from sd_jwt.verifier import SDJWTVerifier as V; "
    "key = JWK.from_json(open('data/issuer.jwk').read()); "
    "receipt = open('data/receipt.sd-jwt').read(); "
    'print(json.dumps(V(receipt, lambda *_: key).get_verified_payload(), indent=1))"'
)


@dataclass(frozen=True, slots=True)
class InstructionContent:
    """What the commands are filled in with.

    Attributes:
        short_id: Short identifier of the proof.
        thumbprint: RFC 7638 thumbprint of the issuer's key.
        tokens: Tokens over the checkpoint, in the order of their members.
        number: The token the consent number comes from, if it is there.
        number_digits: The consent number, if it is disclosed.
        excerpt_member: Member name of the excerpt; empty for none.
        excerpt_sha256: Digest of the excerpt as the receipt names it.
        has_recording: The log entry of the recording's adding is there.
    """

    short_id: str
    thumbprint: str
    tokens: tuple[StampedTime, ...] = ()
    number: StampedTime | None = None
    number_digits: str = ""
    excerpt_member: str = ""
    excerpt_sha256: str = ""
    has_recording: bool = False


@dataclass(frozen=True, slots=True)
class _Step:
    code: str
    commands: tuple[str, ...]
    values: Mapping[str, str]
    is_demonstration: bool = False


def verify_text(content: InstructionContent) -> bytes:
    """Return the text of ``VERIFY.txt``, UTF-8 with plain newlines."""
    steps = tuple(_steps(content))
    parts = [f"ConsentKit {content.short_id}\n"]
    for language in LANGUAGES:
        texts = certificate_texts(language)["instructions"]
        if not isinstance(texts, Mapping):
            raise MalformedError("certificate.text", name="instructions")
        parts.append(_section(steps, texts))
    return "\n\n".join(parts).encode("utf-8")


def _section(steps: tuple[_Step, ...], texts: Mapping[str, str]) -> str:
    heading = texts["heading"]
    blocks = [f"{heading}\n{'=' * len(heading)}", textwrap.fill(texts["start"], _WIDTH)]
    for place, step in enumerate(steps, 1):
        sentence = texts[step.code]
        for name, value in step.values.items():
            sentence = sentence.replace(f"{{{name}}}", value)
        if step.is_demonstration:
            sentence = f"{texts['demonstration']} {sentence}"
        text = textwrap.fill(
            sentence,
            _WIDTH,
            initial_indent=f"{place}. ",
            subsequent_indent="   ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        commands = "\n".join(COMMAND_INDENT + command for command in step.commands)
        blocks.append(f"{text}\n\n{commands}")
    blocks.append(textwrap.fill(texts["end"], _WIDTH))
    return "\n\n".join(blocks) + "\n"


def _steps(content: InstructionContent) -> Iterator[_Step]:
    yield _Step("bag", ("sha256sum -c manifest-sha256.txt",), {})
    yield _Step("receipt", (_SD_JWT,), {"thumbprint": content.thumbprint})
    yield _Step(
        "log",
        (
            "cut -d '~' -f 1 data/receipt.sd-jwt | tr -d '\\n' > leaf",
            'tlogverify "$(cat data/log.vkey)" data/receipt.tlog-proof leaf',
            "sed '1,/^$/d' data/receipt.tlog-proof | cmp - data/checkpoint",
        ),
        {},
    )
    if content.has_recording:
        yield _Step(
            "recording",
            (
                "cut -d '~' -f 1 data/recording.sd-jwt | tr -d '\\n' > recording-leaf",
                'tlogverify "$(cat data/log.vkey)" data/recording.tlog-proof recording-leaf',
                "sed '1,/^$/d' data/recording.tlog-proof | cmp - data/checkpoint",
                "grep -h ^index data/recording.tlog-proof data/receipt.tlog-proof",
            ),
            {},
        )
    for number, token in enumerate(content.tokens, 1):
        command = f"openssl ts -verify -data data/checkpoint -in data/checkpoint.{number}.tsr"
        yield _Step(
            "time",
            (f"{command} {_ROOTS}",),
            {"number": str(number), **_token_values(token)},
            token.is_demonstration,
        )
    if content.number is not None:
        yield _Step(
            "number",
            (f"openssl ts -verify -data data/number.checkpoint -in data/number.tsr {_ROOTS}",),
            {"digits": plain_text(content.number_digits), **_token_values(content.number)},
            content.number.is_demonstration,
        )
    if content.excerpt_member.endswith(".age"):
        commands = (
            f"age -d -i key.txt -o excerpt {content.excerpt_member}",
            "sha256sum excerpt",
        )
        yield _Step("sealed", commands, {"digest": content.excerpt_sha256})
    elif content.excerpt_member:
        command = f"sha256sum {content.excerpt_member}"
        yield _Step("excerpt", (command,), {"digest": content.excerpt_sha256})


def _token_values(token: StampedTime) -> dict[str, str]:
    return {
        "authority": plain_text(token.authority),
        "time": format_instant(token.proved_at),
        "epoch": str(int(token.proved_at.timestamp())),
    }
