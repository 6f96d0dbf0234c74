"""Headquarters tells nothing of its inside or of anybody's secrets, whatever it is asked, and keeps to its machine."""

import json
import logging
import random
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from headquarters.app import make_app
from headquarters.logs import RedactingFormatter
from headquarters.on_sqlite import OnSqlite
from headquarters.server import listening
from headquarters.uploads.models import KeptDocument
from retail.folding import fold
from tests.bad_input.test_customers import OUR_OWN_STRINGS
from tests.bad_input.test_searches import SEARCH_SYNTAX
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.callers import ADMIN, DEVICE, MAY_CALL
from tests.headquarters.calling import call
from tests.headquarters.shop import RETAILER, PaperRegister, sent
from tests.headquarters.test_access import House

INJECTIONS = [
    "' OR '1'='1", "'; DROP TABLE customers; --", '" OR 1=1 --', "1) UNION SELECT token_hash FROM devices --",
    "%' ESCAPE '!", "!%", "!!", "{{7*7}}", "${7*7}", "../../etc/passwd", "..%2f..%2f", "%00", "a\x00b", "\x1b[2J",
    "\ud83d\ude00", "\u202eabc", "9" * 400, "-1", "1e999", "0x10",
]  # fmt: skip
PARAMETERS = [
    ("/v1/real-time/customers?text={}", DEVICE), ("/v1/real-time/orders?text={}", DEVICE),
    ("/v1/real-time/orders?number={}", DEVICE), ("/v1/real-time/orders?order={}", DEVICE),
    ("/v1/real-time/orders?status={}", DEVICE), ("/v1/real-time/orders?store={}", DEVICE),
    ("/v1/real-time/orders?origin={}", DEVICE), ("/v1/real-time/orders?since={}", DEVICE),
    ("/v1/real-time/orders?until={}", DEVICE), ("/v1/feeds/orders?cursor={}", DEVICE),
    ("/v1/feeds/orders?limit={}", DEVICE), ("/v1/feeds/{}", DEVICE), ("/v1/hello?tally={}", DEVICE),
    ("/v1/hello?now={}", DEVICE), ("/v1/hello?read={}", DEVICE), ("/v1/hello?program={}", DEVICE),
    ("/v1/hello?data_from={}", DEVICE), ("/v1/hello?layout={}", DEVICE),
    ("/v1/hello?wait_seconds={}", DEVICE),
    ("/v1/transactions?first={}", DEVICE), ("/v1/transactions?last={}", DEVICE), ("/v1/feeds/orders?marks={}", DEVICE),
    ("/v1/feeds/orders?counted={}", DEVICE), ("/v1/feeds/orders/pages/0?cursor={}", DEVICE),
    ("/v1/feeds/orders/pages/0?limit={}", DEVICE),
    ("/v1/manage/transactions?after={}", ADMIN), ("/v1/manage/transactions?limit={}", ADMIN),
    ("/v1/manage/orders/{}", ADMIN),
]  # fmt: skip
WHO = {DEVICE: "a device", ADMIN: "the administrator"}


def has_a_word_of(text: str, row: dict[str, str]) -> bool:
    """Who has one of the words that were typed may be found by them, whatever signs stand between."""
    return not set(fold(text).split()).isdisjoint(fold(row.get("name") or "").split())


@pytest.mark.parametrize(("address", "who"), PARAMETERS)
def test_s17_no_text_reaches_the_database_as_anything_but_a_value(
    house: House, address: str, who: str
) -> None:
    before = contents(house)
    for text in [*OUR_OWN_STRINGS[::4], *SEARCH_SYNTAX[:18], *INJECTIONS]:
        said = call(house.app, "GET", address.replace("{}", quoted(text)), token=house.tokens[WHO[who]])
        assert said.status in (200, 404, 410, 422), (text, said)
        found = [each for each in rows_of(said.body) if each["id"] and not has_a_word_of(text, each)]
        assert found == [], f"{text} found what it should not"

    assert contents(house) == before


def test_s17_every_text_parameter_that_is_described_is_tried(house: House) -> None:
    described = json.loads(call(house.app, "GET", "/openapi.json").body)["paths"]
    tried = {
        (address.partition("?")[0], address.partition("?")[2].partition("=")[0]) for address, _ in PARAMETERS
    }
    missing = [
        (path, each["name"])
        for path, methods in described.items()
        for each in methods.get("get", {}).get("parameters", [])
        if each["in"] == "query"
        and (path.replace("{name}", "orders").replace("{digest}", "0"), each["name"]) not in tried
    ]
    assert missing == []


class BreakingDatabase(OnSqlite):
    """Nothing can be read or written, and the fault knows a secret."""

    def reading(self) -> NoReturn:
        raise ZeroDivisionError("canary of the inside")

    def writing(self) -> NoReturn:
        raise ZeroDivisionError("canary of the inside")


def test_s20_a_fault_in_any_route_says_nothing_of_the_inside(house: House) -> None:
    breaking = BreakingDatabase.__new__(BreakingDatabase)
    breaking.bulk_max = 40
    broken = House(
        make_app(replace(house.books.parts, database=breaking)),
        house.books,
        house.tokens,
        people=house.people,
    )
    callers = {DEVICE: "a device", ADMIN: "the administrator"}
    failed = 0
    for (method, path), who in MAY_CALL.items():
        said = broken.call(callers.get(str(who), "the office: administrator"), method, path)
        assert b"canary" not in said.body
        assert b"Traceback" not in said.body
        assert "server" not in said.headers
        if said.status >= 500:
            failed += 1
            assert b"Headquarters could not do this. Its log says why." in said.body, path

    assert failed > 20


@pytest.mark.parametrize(
    "path", ["/docs", "/redoc", "/.git/config", "/.env", "/office/../headquarters.db", "/metrics"]
)
def test_s20_nothing_else_is_served(house: House, path: str) -> None:
    assert call(house.app, "GET", path).status == 404


def test_s24_headquarters_listens_on_its_own_machine_alone() -> None:
    with listening(0) as bound:
        assert bound.getsockname()[0] == "127.0.0.1"


def test_s43_no_call_takes_a_document_away_or_changes_it(house: House) -> None:
    document = sent(house.paper.sale())
    house.books.upload(document)
    callers = {DEVICE: "a device", ADMIN: "the administrator"}

    for (method, path), who in MAY_CALL.items():
        if method != "GET" and "revoke" not in path:
            house.call(callers.get(str(who), "the office: administrator"), method, path)

    with house.books.parts.database.reading() as session:
        texts = [each.text for each in session.query(KeptDocument).filter_by(uuid=document["id"])]
    assert texts == [document["text"]]


def test_s06_secrets_stay_out_of_log_command_line_and_addresses(headquarters: RunningHeadquarters) -> None:
    staff = [{**RETAILER["staff"][0], "pin": "918273"}]
    headquarters.manage("PUT", "/v1/manage/retailer", RETAILER | {"staff": staff})
    code = headquarters.manage("POST", "/v1/manage/enrolment-codes", {"register": "HOUSTON-1"})["code"]
    told = headquarters.call("POST", "/v1/enrol", {"protocol": 1, "code": code, "device": "test"}).json
    paper = PaperRegister("HOUSTON-1", "HOUSTON", told["epoch"], seed=random.Random(3).randrange(99))
    customer = sent(paper.customer("Canary Birdsong", email="canary@example.com"))
    batch = {"protocol": 1, "register_name": "HOUSTON-1", "epoch": told["epoch"], "documents": [customer]}
    for path in ("/v1/uploads", "/v1/real-time/documents", "/v1/nothing", "/v1/enrol", "/v1/tally"):
        headquarters.call("POST", path, batch, token=told["token"])
        headquarters.call("POST", path, b"{", token=f"{told['token']}x")
    secrets = [
        headquarters.administrator, told["token"], told["device_secret"], code, "918273", "Canary", "canary@",
    ]  # fmt: skip
    process = headquarters.process
    assert process is not None
    running = Path(f"/proc/{process.pid}/cmdline")
    said = headquarters.log() + (running.read_text() if running.exists() else "")

    assert [secret for secret in secrets if secret in said] == []


def quoted(text: str) -> str:
    """The text in an address, as a careless program would put it there."""
    return "".join(f"%{byte:02x}" for byte in text.encode("utf-8", "surrogatepass").replace(b"/", b"%2f"))


def rows_of(body: bytes) -> list[dict[str, str]]:
    values = json.loads(body)
    found = values.get("orders") or values.get("customers") or [] if isinstance(values, dict) else []
    return list(found)


def contents(house: House) -> list[tuple[str, int]]:
    """How many rows each table has."""
    with house.books.parts.database.reading() as session:
        names = (
            session.connection()
            .exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
            .scalars()
        )
        return [
            (name, session.connection().exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one())
            for name in sorted(names)
        ]


def test_s36_what_headquarters_says_of_its_work_names_nobody() -> None:
    record = logging.LogRecord(
        "headquarters", logging.WARNING, __file__, 1, "ole@example.no, +47 901 23 456: %s", ("token: abc",), None
    )  # fmt: skip

    assert RedactingFormatter("%(message)s").format(record) == "<e-mail>, <phone>: token: <secret>"
