"""Certificates that prove nothing, names that lead nowhere, requests cut anywhere, and a queue a million long."""

import contextlib
import json
import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from channel_db.engine import open_journal
from channel_db.journal.outbox import OutboxEntry
from channel_db.journal.repository import Journal
from retail.clock import ReadClock
from retail.wire.protocol import UploadResult
from sync_agent.errors import ConnectionNotSafe, HqUnreachable
from sync_agent.hq_client import HqClient
from tests.channel_db.making import NOW, SetClock
from tests.fixtures.fix_headquarters import EnrolledRegister, RunningHeadquarters
from tests.headquarters.shop import RETAILER, PaperRegister, sent
from tests.sync_agent.conftest import counted_nonces, device_at
from tests.sync_agent.misbehaving_hq import MisbehavingHq, answer, proper_body

VALID = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2120, 1, 1, tzinfo=UTC))
CUTS = 40


def certificate(
    folder: Path, host: str, valid: tuple[datetime, datetime], *, is_trusted: bool
) -> tuple[Path, Path]:
    """A server's certificate with its key, and the file of the authority that a register is told to trust."""
    keys = [ec.generate_private_key(ec.SECP256R1()) for _ in range(2)]
    own, authority = keys
    names = [
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, each)]) for each in ("hq", "authority", "stranger")
    ]
    issuer, signer = (names[1], authority) if is_trusted else (names[0], own)
    made = (
        x509.CertificateBuilder().subject_name(names[0]).issuer_name(issuer).public_key(own.public_key())
        .serial_number(1).not_valid_before(valid[0]).not_valid_after(valid[1])
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .sign(signer, hashes.SHA256())
    )  # fmt: skip
    root = (
        x509.CertificateBuilder().subject_name(names[1]).issuer_name(names[1]).public_key(authority.public_key())
        .serial_number(2).not_valid_before(VALID[0]).not_valid_after(VALID[1])
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(authority, hashes.SHA256())
    )  # fmt: skip
    key = own.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    served, trusted = folder / "served.pem", folder / "trusted.pem"
    served.write_bytes(key + made.public_bytes(serialization.Encoding.PEM))
    trusted.write_bytes(root.public_bytes(serialization.Encoding.PEM))
    return served, trusted


@pytest.mark.parametrize(
    ("host", "valid", "is_trusted", "words"),
    [
        (
            "localhost",
            (datetime(2020, 1, 1, tzinfo=UTC), datetime(2021, 1, 1, tzinfo=UTC)),
            True,
            "has expired",
        ),
        (
            "localhost",
            (datetime(2110, 1, 1, tzinfo=UTC), datetime(2120, 1, 1, tzinfo=UTC)),
            True,
            "Set the clock right",
        ),
        ("elsewhere.example", VALID, True, "another host"),
        ("localhost", VALID, False, "nobody this register trusts"),
    ],
    ids=["expired", "not valid yet", "of another host", "signed by itself"],
)
def test_15_each_certificate_that_proves_nothing_is_told_in_its_own_words_and_gets_no_byte(
    host: str,
    valid: tuple[datetime, datetime],
    is_trusted: bool,
    words: str,
    tmp_path: Path,
    clock: ReadClock,
) -> None:
    served, trusted = certificate(tmp_path, host, valid, is_trusted=is_trusted)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(served)
    server = MisbehavingHq(
        lambda connection, request: connection.sendall(answer(proper_body(request))), tls=context
    )
    address = server.address.replace("127.0.0.1", "localhost")
    client = HqClient(device_at(address), clock, counted_nonces(), ca_file=trusted)

    with pytest.raises(ConnectionNotSafe, match=words):
        client.hello()

    client.close()
    server.stop()
    assert not server.seen


def test_15_a_server_that_offers_no_encryption_is_told_in_words_and_is_not_spoken_to(
    hq: MisbehavingHq, clock: ReadClock
) -> None:
    client = HqClient(device_at(hq.address.replace("http://", "https://")), clock, counted_nonces())

    with pytest.raises(HqUnreachable):
        client.hello(seconds=1)

    client.close()
    assert all("device-token" not in str(request) for request in hq.seen)


def test_17_a_name_that_leads_nowhere_is_no_headquarters(clock: ReadClock) -> None:
    client = HqClient(device_at("https://headquarters.invalid"), clock, counted_nonces())

    with pytest.raises(HqUnreachable):
        client.hello(seconds=5)
    client.close()


def test_17_an_address_that_swallows_everything_ends_the_call_in_its_time(clock: ReadClock) -> None:
    """IPv6, to a place where nobody takes the connection up: the queue of who waits there is full."""
    with socket.socket(socket.AF_INET6) as hole, contextlib.ExitStack() as undo:
        hole.bind(("::1", 0))
        hole.listen(0)
        port = hole.getsockname()[1]
        for _ in range(4):
            waiting = undo.enter_context(socket.socket(socket.AF_INET6))
            waiting.setblocking(False)
            waiting.connect_ex(("::1", port))
        client = HqClient(device_at(f"http://[::1]:{port}"), clock, counted_nonces())

        with pytest.raises(HqUnreachable):
            client.hello(seconds=0.5)
        client.close()


@pytest.fixture(scope="module")
def headquarters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHeadquarters]:
    running = RunningHeadquarters(tmp_path_factory.mktemp("cut") / "headquarters").start()
    running.manage("PUT", "/v1/manage/retailer", RETAILER)
    yield running
    running.stop()


def test_02_a_request_cut_anywhere_leaves_nothing_of_its_batch_and_whole_it_leaves_all(
    headquarters: RunningHeadquarters,
) -> None:
    register = headquarters.enrol("HOUSTON-1")
    paper = PaperRegister(epoch=register.epoch)
    batch = [sent(paper.sale()) for _ in range(5)]
    request = written(register, batch)
    before = headquarters.counts()["transactions"]

    for cut in range(1, len(request), len(request) // CUTS):
        with socket.create_connection(("127.0.0.1", urlsplit(headquarters.url).port or 0), 60) as line:
            line.sendall(request[:cut])
            line.shutdown(socket.SHUT_WR)
            while line.recv(65536):
                pass

    headquarters.job("synchronize-orders")
    assert headquarters.counts()["transactions"] == before
    assert {each["outcome"] for each in register.upload(*batch, at_once=True)} == {"stored"}
    assert headquarters.counts()["transactions"] == before + len(batch)


def written(register: EnrolledRegister, batch: list[dict[str, str]]) -> bytes:
    """A call that brings a batch, as it goes over the line."""
    body = json.dumps(register.batch(*batch)).encode()
    head = (
        f"POST /v1/uploads HTTP/1.1\r\nHost: hq\r\nAuthorization: Bearer {register.token}\r\n"
        f"X-Kassa-Nonce: n\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


SENT_ALREADY = """
WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
INSERT INTO outbox (uuid, kind, text, fingerprint, kept_at, state, attempts, last_error, money_minor)
SELECT printf('%08x-0000-7000-8000-000000000000', n), 'transaction', '{}', '', '2026-11-21T10:00:00.000+00:00',
    'waiting', 0, '', 0 FROM numbers
"""


def test_79_a_sale_a_batch_and_a_look_cost_the_same_of_two_thousand_and_of_a_million(tmp_path: Path) -> None:
    """Counted in steps of SQLite's machine, which no other work on this computer changes."""
    few, many = (steps_of_a_round(tmp_path / str(count), count) for count in (2_000, 1_000_000))

    assert set(few) == {
        "a sale is kept",
        "the first batch is taken",
        "it is acknowledged",
        "the next batch is taken",
        "somebody looks how many wait",
    }
    for what, steps in many.items():
        assert steps < few[what] * 1.05, what


def steps_of_a_round(folder: Path, count: int) -> dict[str, int]:
    """What a sale and two batches take where so many documents wait, in tens of steps."""
    folder.mkdir()
    journal: Journal = open_journal(folder, SetClock())
    taken: dict[str, int] = {}
    driver = journal._connection.connection.driver_connection
    assert driver is not None
    driver.execute(SENT_ALREADY, (count,))
    driver.commit()

    @contextlib.contextmanager
    def counted(what: str) -> Iterator[None]:
        steps = iter(range(10**9))
        driver.set_progress_handler(lambda: next(steps) < 0, 10)
        yield
        driver.set_progress_handler(None, 10)
        taken[what] = next(steps)

    def batch() -> list[OutboxEntry]:
        return journal.lease(NOW, 200, "agent", NOW + timedelta(seconds=60), force=True)

    batch()  # as the agent has tried before
    journal.release_leases("agent")
    with counted("a sale is kept"), journal.unit_of_work() as work:
        work.add_outbox("ffffffff-0000-7000-8000-000000000000", "transaction", "{}", None)
    with counted("the first batch is taken"):
        first = batch()
    with counted("it is acknowledged"):
        journal.acknowledge([UploadResult(id=each.uuid, outcome="stored") for each in first], NOW)
    with counted("the next batch is taken"):
        following = batch()
    with counted("somebody looks how many wait"):
        held = journal.waiting()
    assert (held.count, held.attention) == (count + 1 - len(first), 0)
    journal.close()
    assert len({each.uuid for each in [*first, *following]}) == 400
    return taken
