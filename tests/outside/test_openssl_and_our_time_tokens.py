"""OpenSSL verifies our demonstration authority's tokens, and we verify OpenSSL's."""

import shutil
import subprocess
from datetime import UTC, datetime

import pytest

from consentkit.kernel.clock import ManualClock, SystemClock
from consentkit.kernel.errors import VerificationError
from consentkit.timestamping import rfc3161
from consentkit.timestamping.authority import request_token
from consentkit.timestamping.demonstration import DemonstrationAuthority
from consentkit.timestamping.token_parts import parse_reply

pytestmark = pytest.mark.outside

DATA = b"a checkpoint\n"
CONFIG = """
[req]
distinguished_name = dn
[dn]
[ca_ext]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
[tsa_ext]
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[web_ext]
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,serverAuth
[two_ext]
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping,codeSigning
[tsa]
default_tsa = t
[t]
serial = ./serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_chain = no
ess_cert_id_alg = {ess}
"""


@pytest.fixture(scope="module")
def openssl():
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("openssl is not installed")
    return program


@pytest.fixture
def run(openssl, tmp_path):
    def call(*arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [openssl, *arguments],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return call


def verify(run, tmp_path, reply: bytes, root: str, *more: str) -> subprocess.CompletedProcess:
    (tmp_path / "checkpoint").write_bytes(DATA)
    (tmp_path / "checkpoint.tsr").write_bytes(reply)
    (tmp_path / "roots.pem").write_text(root)
    return run(
        *("ts", "-verify", "-data", "checkpoint", "-in", "checkpoint.tsr"),
        *("-CAfile", "roots.pem", *more),
    )


def test_openssl_verifies_a_demonstration_token(run, tmp_path):
    with DemonstrationAuthority("A", SystemClock()) as demonstration:
        reply = request_token(demonstration.authority, DATA, 2**63 + 1)

    assert verify(run, tmp_path, reply.der, demonstration.root_pem).returncode == 0
    other = DemonstrationAuthority("A", SystemClock())
    assert verify(run, tmp_path, reply.der, other.root_pem).returncode != 0


def test_openssl_verifies_an_expired_chain_at_the_tokens_time(run, tmp_path):
    made_at = datetime(1990, 1, 1, tzinfo=UTC)
    old = DemonstrationAuthority("Old", ManualClock(made_at))
    reply = old.answer(rfc3161.build_request(DATA, 1))

    at_time = ("-attime", str(int(made_at.timestamp())))

    assert rfc3161.verify_reply(reply, DATA, [old.root_pem]).gen_time == made_at
    assert verify(run, tmp_path, reply, old.root_pem).returncode != 0
    assert verify(run, tmp_path, reply, old.root_pem, *at_time).returncode == 0


def make_chain(run, tmp_path, extensions: str, ess: str, key: list[str]) -> None:
    """Make root, intermediate and signer; the keys live in the test's own folder."""
    (tmp_path / "tsa.cnf").write_text(CONFIG.format(ess=ess))
    (tmp_path / "serial").write_text("01")
    config = ["-config", "tsa.cnf"]
    made = [run("genpkey", *key, "-out", f"{n}.key") for n in ("root", "between", "signer")]
    made.append(
        run(
            *("req", "-x509", "-new", "-key", "root.key", "-subj", "/CN=root", "-days", "30"),
            *(*config, "-extensions", "ca_ext", "-out", "root.pem"),
        )
    )
    for name, issuer, ext in (("between", "root", "ca_ext"), ("signer", "between", extensions)):
        made.extend([
            run(
                *("req", "-new", "-key", f"{name}.key", "-subj", f"/CN={name}"),
                *(*config, "-out", f"{name}.csr"),
            ),
            run(
                *("x509", "-req", "-in", f"{name}.csr", "-CA", f"{issuer}.pem"),
                *("-CAkey", f"{issuer}.key", "-CAcreateserial", "-days", "20"),
                *("-extfile", "tsa.cnf", "-extensions", ext, "-out", f"{name}.pem"),
            ),
        ])
    assert all(one.returncode == 0 for one in made), [one.stderr for one in made]
    chain = (tmp_path / "between.pem").read_text() + (tmp_path / "root.pem").read_text()
    (tmp_path / "chain.pem").write_text(chain)


def reply_of(run, tmp_path, nonce: int) -> tuple[bytes, str]:
    (tmp_path / "query.tsq").write_bytes(rfc3161.build_request(DATA, nonce))
    done = run(
        *("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query.tsq", "-signer"),
        *("signer.pem", "-inkey", "signer.key", "-chain", "chain.pem", "-out", "reply.tsr"),
    )
    assert done.returncode == 0, done.stderr
    return (tmp_path / "reply.tsr").read_bytes(), (tmp_path / "root.pem").read_text()


@pytest.mark.parametrize("ess", ["sha1", "sha256"])
@pytest.mark.parametrize(
    "key",
    [
        ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
        ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"],
    ],
    ids=["rsa", "p-384"],
)
def test_we_verify_openssls_token_with_its_unsorted_chain(run, tmp_path, key, ess):
    make_chain(run, tmp_path, "tsa_ext", ess, key)
    reply, root = reply_of(run, tmp_path, 2**64 - 1)

    token = rfc3161.verify_reply(reply, DATA, [root], nonce=2**64 - 1)

    assert token.authority == "signer"
    assert token.is_trusted
    assert not token.has_surplus
    assert len(parse_reply(reply).certificates) == 3
    stranger = DemonstrationAuthority("A", SystemClock())
    with pytest.raises(VerificationError, match=r"time\.untrusted"):
        rfc3161.verify_reply(reply, DATA, [stranger.root_pem])


def test_a_signer_that_may_sign_code_too_is_no_time_authority(run, tmp_path):
    make_chain(
        run,
        tmp_path,
        "two_ext",
        "sha256",
        ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"],
    )
    (tmp_path / "query.tsq").write_bytes(rfc3161.build_request(DATA, 7))
    done = run(
        *("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query.tsq", "-signer"),
        *("signer.pem", "-inkey", "signer.key", "-out", "reply.tsr"),
    )
    # OpenSSL itself declines to sign with such a certificate; where it does sign, we refuse.
    if done.returncode == 0:
        reply = (tmp_path / "reply.tsr").read_bytes()
        with pytest.raises(VerificationError):
            rfc3161.verify_reply(reply, DATA, [(tmp_path / "root.pem").read_text()])


def test_a_cross_signed_authority_is_trusted_under_either_root(run, tmp_path):
    """As DigiCert's: its root is pinned, and the token brings the same key signed by an older one.

    The older root must be pinned too before the cross-certificate counts as part of the chain.
    """
    make_chain(
        run,
        tmp_path,
        "tsa_ext",
        "sha256",
        ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"],
    )
    made = run(
        *("req", "-x509", "-new", "-key", "between.key", "-subj", "/CN=between", "-days", "30"),
        *("-config", "tsa.cnf", "-extensions", "ca_ext", "-out", "newer.pem"),
    )
    assert made.returncode == 0, made.stderr
    reply, older = reply_of(run, tmp_path, 5)
    newer = (tmp_path / "newer.pem").read_text()

    either = [rfc3161.verify_reply(reply, DATA, [root]) for root in (newer, older)]
    both = rfc3161.verify_reply(reply, DATA, [newer, older])

    assert [token.anchor_pem for token in either] == [newer, older]
    assert [token.has_surplus for token in either] == [True, False]
    assert not both.has_surplus


def test_openssl_writes_out_the_token_that_the_consent_number_comes_from(run, tmp_path):
    authority = DemonstrationAuthority("A", SystemClock())
    reply = authority.answer(rfc3161.build_request(DATA, 9))
    (tmp_path / "number.tsr").write_bytes(reply)

    done = run("ts", "-reply", "-in", "number.tsr", "-token_out", "-out", "token.der")

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "token.der").read_bytes() == rfc3161.token_der(reply)
