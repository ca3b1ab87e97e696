"""Servers that are not who they say, drip, lie about lengths, or never end."""

import contextlib
import socket
import ssl
import threading
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from upload_maker import in_background

from consentkit.kernel.errors import MalformedError, RemoteRefusedError, ResourceError
from consentkit.kernel.progress import Cancelled, CancelToken
from consentkit.publish.web import Web


@contextlib.contextmanager
def serving(answer, wrap=lambda sock: sock):
    """Answer every connection with what ``answer`` does with it, until the block ends."""
    listener = socket.create_server(("127.0.0.1", 0))
    ended = threading.Event()

    def serve():
        while not ended.is_set():
            with contextlib.suppress(OSError):
                plain, _ = listener.accept()
                with contextlib.suppress(OSError), plain, wrap(plain) as held:
                    answer(held, ended)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"127.0.0.1:{listener.getsockname()[1]}"
    finally:
        ended.set()
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(5)


def saying(data):
    def answer(held, ended):
        held.recv(65536)
        held.sendall(data)

    return answer


def asked(host, cancel=None, *, scheme="http", silence_s=5.0, content=b""):
    with Web(silence_s=silence_s) as web:
        return web.ask("PUT", f"{scheme}://{host}/", {}, content, cancel)


@pytest.fixture(scope="module", name="certificate")
def make_certificate(tmp_path_factory):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509
        .CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "server.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


def test_server_nobody_vouches_for_is_not_spoken_to(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    heard = []

    def answer(held, ended):
        heard.append(held.recv(65536))

    with (
        serving(answer, lambda sock: context.wrap_socket(sock, server_side=True)) as host,
        pytest.raises(ResourceError, match=r"web\.unreachable"),
    ):
        asked(host, scheme="https")
    assert heard == []


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 100,
        b"SSH-2.0-server\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200_000,
        b"HTTP/1.1 999999999999 OK\r\n\r\n",
    ],
)
def test_what_is_no_whole_answer_is_none(data):
    with serving(saying(data)) as host, pytest.raises(ResourceError, match=r"web\."):
        asked(host)


def test_answer_without_end_is_left():
    def answer(held, ended):
        held.recv(65536)
        held.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while not ended.is_set():
            held.sendall(b"x" * 65536)

    with serving(answer) as host, pytest.raises(RemoteRefusedError, match=r"web\.too-long"):
        asked(host)


def test_small_packed_answer_is_not_unpacked():
    import gzip

    packed = gzip.compress(b"x" * 10_000_000)
    head = f"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {len(packed)}\r\n\r\n"
    with serving(saying(head.encode() + packed)) as host:
        assert asked(host).body == packed


def test_body_that_drips_is_left_after_the_time_of_silence():
    def answer(held, ended):
        held.recv(65536)
        held.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        while not ended.wait(0.05):
            held.sendall(b"x")

    with serving(answer) as host, pytest.raises(ResourceError, match=r"web\.timeout"):
        asked(host, silence_s=0.3)


def test_stop_is_heard_while_headers_drip():
    begun = threading.Event()

    def answer(held, ended):
        held.recv(65536)
        held.sendall(b"HTTP/1.1 200 OK\r\nX: ")
        begun.set()
        while not ended.wait(0.05):
            held.sendall(b"x")

    cancel = CancelToken()
    with serving(answer) as host:
        thread, outcome = in_background(lambda: asked(host, cancel, silence_s=60.0))
        assert begun.wait(10)
        cancel.cancel()
        thread.join(5)
        assert isinstance(outcome[0], Cancelled)


def test_stop_is_heard_while_the_server_takes_nothing():
    begun = threading.Event()

    def answer(held, ended):
        held.recv(100)
        begun.set()
        ended.wait(30)

    cancel = CancelToken()
    content = bytes(64 * 1024 * 1024)
    with serving(answer) as host:
        thread, outcome = in_background(
            lambda: asked(host, cancel, silence_s=60.0, content=content)
        )
        assert begun.wait(10)
        cancel.cancel()
        thread.join(5)
        assert isinstance(outcome[0], Cancelled)


@pytest.mark.parametrize("scheme", ["http", "ftp", "file"])
def test_nothing_is_sent_in_the_clear_to_others(scheme):
    with pytest.raises(MalformedError, match=r"endpoint\.address"):
        asked("example.org", scheme=scheme)
