"""Who may call what: every route, caller and method from one table, and what a device sees of another store."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from fastapi import FastAPI

from headquarters.app import make_app
from headquarters.backoffice.visiting import COOKIE
from headquarters.devices.service import enrol, make_code, revoke
from headquarters.manage.retailer import Retailer
from headquarters.manage.routes import AssignWish, ChannelOrders, CodeWish
from headquarters.office.people import Wish, add_person
from headquarters.office.roles import RIGHTS, Right, Role
from headquarters.office.sessions import begin, visitor
from headquarters.pacing import Pacing
from retail.wire.base import fingerprint
from retail.wire.journal import JournalRequest
from retail.wire.protocol import EnrolRequest, HeldFeedsRequest, QuestionRequest, TallyRequest, UploadRequest
from retail.wire.uploads import CustomerDocument, TransactionDocument
from tests.headquarters.callers import ADMIN, ANYBODY, DEVICE, MAY_CALL
from tests.headquarters.calling import Said, call
from tests.headquarters.conftest import ADMINISTRATOR, Books, HandClock, parts_on
from tests.headquarters.shop import PaperRegister, sent
from tests.headquarters.test_app import routes_of

OWN_DOORS = {
    "/office/me/password",
    "/office/sign-out",
    "/office/sign-out-everywhere",
    "/office/sign-in",
    "/office/set-up",
    "/v1/enrol",
}
"""These say where to go, or check a code of their own."""


METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT")
EXAMPLES = {
    "{name}": "prices", "{register}": "HOUSTON-2", "{number:path}": "NONE", "{uuid}": "none", "{order}": "none",
    "{digest}": "0" * 64,
}  # fmt: skip
CALLERS = ("nobody", "a device", "a device of another store", "a revoked device", "the administrator",
           "somebody with a cookie of his own", "the office without its form",
           *[f"the office: {role}" for role in Role])  # fmt: skip


@dataclass
class House:
    """Headquarters with everybody who may call it."""

    app: FastAPI
    books: Books
    tokens: dict[str, str]
    paper: PaperRegister = field(
        default_factory=lambda: PaperRegister("HOUSTON-1", "HOUSTON", "epoch-houston-1")
    )

    people: dict[str, int] = field(default_factory=dict)

    def sign_in(self, role: str) -> tuple[str, str]:
        """The cookie of somebody with this role who has just signed in, and the secret of their forms."""
        with self.books.parts.database.writing() as session:
            cookie = begin(session, self.people[role], "", self.books.clock.now())
        person = visitor(self.books.parts, cookie, "en")
        assert person is not None
        return f"{COOKIE}={cookie}", person.form_secret

    def call(self, caller: str, method: str, template: str, body: Any = None, query: str = "") -> Said:
        """Call a route as somebody; whoever signed in has just done so."""
        path = template
        for name, value in EXAMPLES.items():
            path = path.replace(name, value)
        for name in ("case", "gone", "stays", "one", "other", "row", "line"):
            path = path.replace(f"{{{name}}}", "77")
        cookie, form = "", b""
        if caller.startswith("the office"):
            role = caller.partition(": ")[2] or Role.ADMINISTRATOR
            cookie, secret = self.sign_in(role)
            form = urlencode({"form_secret": secret if ":" in caller else "another"}).encode()
        if caller.startswith("somebody"):
            cookie = f"{COOKIE}=made-up"
        is_page = path.startswith("/office") or path == "/"
        sent_body = (form or b"a=b") if is_page else json.dumps({} if body is None else body).encode()
        return call(
            self.app, method, path + query, b"" if method in ("GET", "HEAD") else sent_body,
            token=self.tokens.get(caller, ""), cookie=cookie,
            media_type="application/x-www-form-urlencoded" if is_page else "application/json",
        )  # fmt: skip


@pytest.fixture(scope="module")
def house(shop_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Everybody has the token that once was given to them."""
    folder, clock = tmp_path_factory.mktemp("access") / "books", HandClock()
    shutil.copytree(shop_folder, folder)
    parts = replace(parts_on(folder, clock), pacing=Pacing(in_hand=1e9))  # everything is tried here, at once
    books = Books(parts, clock, folder)
    tokens = {"the administrator": ADMINISTRATOR}
    callers = {
        "a device": "HOUSTON-1",
        "a device of another store": "SEATTLE-1",
        "a revoked device": "BOSTON-1",
    }
    for caller, register in callers.items():
        with books.parts.database.writing() as session:
            code = make_code(session, register, books.clock.now())
            device, tokens[caller] = enrol(
                session, code, "test", f"epoch-{register.lower()}", books.clock.now()
            )
            books.devices[register] = device
    with books.parts.database.writing() as session:
        revoke(session, "BOSTON-1", books.clock.now())
    found = House(make_app(books.parts), books, tokens)
    with books.parts.database.writing() as session:
        for role in Role:
            wish = Wish(role, ("HOUSTON",) if role is Role.STORE_MANAGER else ())
            added = add_person(
                session, f"Somebody {role}", "a password of 1 test", wish, "test", books.parts.now()
            )
            session.flush()
            found.people[role] = added.id
    yield found
    books.parts.database.close()


def outcome(said: Said) -> str:
    """Whether the caller was let in; a way back to the sign-in page is a refusal."""
    if said.status in (401, 403):
        return f"refused with {said.status}"
    return "sent to sign in" if said.headers.get("location") == "/office/sign-in" else "let in"


def expected(method: str, who: str | frozenset[Right], caller: str) -> str:
    """What the table promises this caller."""
    if who == ANYBODY:
        return "let in"
    if isinstance(who, frozenset):
        if not caller.startswith("the office"):
            return "sent to sign in"
        role = caller.partition(": ")[2]
        has_form = bool(role) or method == "GET"
        return (
            "let in" if has_form and who <= RIGHTS[Role(role or Role.ADMINISTRATOR)] else "refused with 403"
        )
    allowed = {DEVICE: ("a device", "a device of another store"), ADMIN: ("the administrator",)}[who]
    return "let in" if caller in allowed else "refused with 401"


def test_the_table_names_every_route_and_no_other(books: Books) -> None:
    assert sorted(routes_of(make_app(books.parts))) == sorted(MAY_CALL)


@pytest.mark.parametrize("caller", CALLERS)
def test_every_route_lets_in_whom_the_table_says_and_nobody_else(house: House, caller: str) -> None:
    found, promised = {}, {}
    for (method, path), who in MAY_CALL.items():
        if path in OWN_DOORS:
            continue
        found[method, path] = outcome(house.call(caller, method, path))
        promised[method, path] = expected(method, who, caller)

    assert found == promised


def test_signing_out_needs_ones_own_form_and_what_anybody_may_try_needs_its_code(house: House) -> None:
    assert outcome(house.call("nobody", "POST", "/office/sign-out")) == "sent to sign in"
    assert house.call("the office without its form", "POST", "/office/sign-out").status == 403
    assert (
        house.call("the office: auditor", "POST", "/office/sign-out").headers["location"] == "/office/sign-in"
    )
    assert house.call("nobody", "POST", "/office/sign-in").status == 403
    assert house.call("nobody", "POST", "/office/set-up").status == 403
    wish = {"protocol": 1, "code": "AAAA-BBBB-CCCC-DDDD", "device": "x"}
    assert house.call("nobody", "POST", "/v1/enrol", wish).status == 403


def is_read_as(path: str, other: str) -> bool:
    """Whether an address of one route is one of another, too: `/registers/codes` is read as that of a register."""
    parts, others = path.split("/"), other.split("/")
    return len(parts) == len(others) and all(
        part == each or each.startswith("{") for part, each in zip(parts, others, strict=True)
    )


def test_no_route_takes_another_method_than_its_own(house: House) -> None:
    paths = {path for _, path in MAY_CALL}
    for path in paths:
        for method in set(METHODS) - {method for method, other in MAY_CALL if is_read_as(path, other)}:
            said = house.call("the administrator", method, path)
            assert (method, path, said.status) == (method, path, 405)


# What a device sees of another store, and what it may say.


def test_the_orders_of_one_store_are_published_to_no_other(house: House) -> None:
    order = house.paper.order()
    assert order.order is not None
    house.books.upload(sent(order), at_once=True)
    feeds = [
        json.loads(call(house.app, "GET", "/v1/feeds/orders", token=house.tokens[caller]).body)["rows"]
        for caller in ("a device", "a device of another store")
    ]
    assert (order.order.id in [each["key"] for each in feeds[0]], feeds[1]) == (True, [])


@pytest.mark.parametrize("changed", [{"register_name": "SEATTLE-1"}, {"epoch": "epoch-seattle-1"}])
def test_a_device_speaks_for_no_other_register_and_no_other_epoch(
    house: House, changed: dict[str, str]
) -> None:
    whole = {"protocol": 1, "register_name": "HOUSTON-1", "epoch": "epoch-houston-1", "documents": []}
    tally = {
        "held": 0, "attention": 0, "held_minor": 0, "first": 0, "last": 0, "open": [], "days": [],
        "chain_number": 0, "chain_hash": "0",
    }  # fmt: skip
    told = {key: value for key, value in whole.items() if key != "documents"} | {"tally": tally}

    assert house.call("a device", "POST", "/v1/uploads", whole).status == 200
    assert house.call("a device", "POST", "/v1/tally", told).status == 200
    written = {key: value for key, value in whole.items() if key != "documents"} | {
        "chain": "x",
        "entries": [],
    }
    assert house.call("a device", "POST", "/v1/journal", written).status == 200
    for path, body in (("/v1/uploads", whole), ("/v1/real-time/documents", whole), ("/v1/tally", told),
                       ("/v1/journal", written)):  # fmt: skip
        assert house.call("a device", "POST", path, body | changed).status == 403


def test_an_id_of_another_register_is_told_nothing_of_and_changes_nothing(house: House) -> None:
    order = house.paper.order()
    house.books.upload(sent(order), at_once=True)
    before = house.books.counts()["orders"]

    [result] = house.books.upload(sent(order), by="SEATTLE-1", at_once=True)

    assert (result.outcome, result.number, result.order) == ("quarantined", None, None)
    assert house.books.counts()["orders"] == before


# Fields nobody asked for.


@pytest.mark.parametrize(
    ("caller", "method", "path", "model", "body"),
    [
        ("a device", "POST", "/v1/uploads", UploadRequest,
         {"protocol": 1, "register_name": "HOUSTON-1", "epoch": "epoch-houston-1", "documents": []}),
        ("a device", "POST", "/v1/tally", TallyRequest,
         {"protocol": 1, "register_name": "HOUSTON-1", "epoch": "epoch-houston-1", "tally": {
             "held": 0, "attention": 0, "held_minor": 0, "first": 0, "last": 0, "open": [], "days": [],
             "chain_number": 0, "chain_hash": "0"}}),
        ("a device", "POST", "/v1/journal", JournalRequest,
         {"protocol": 1, "register_name": "HOUSTON-1", "epoch": "epoch-houston-1", "chain": "x", "entries": []}),
        ("a device", "POST", "/v1/feeds", HeldFeedsRequest, {"protocol": 1, "feeds": []}),
        ("a device", "POST", "/v1/real-time/questions", QuestionRequest,
         {"protocol": 1, "document": "0" * 36, "by": "Kari", "words": "Why?"}),
        ("the administrator", "POST", "/v1/manage/orders", ChannelOrders, {"orders": []}),
        ("nobody", "POST", "/v1/enrol", EnrolRequest, {"protocol": 1, "code": "x", "device": "x"}),
        ("the administrator", "PUT", "/v1/manage/retailer", Retailer, {"stores": [{"store": "HOUSTON"}]}),
        ("the administrator", "POST", "/v1/manage/enrolment-codes", CodeWish, {"register": "HOUSTON-1"}),
        ("the administrator", "POST", "/v1/manage/orders/{uuid}/lines/{line}/assign", AssignWish, {"store": "BOSTON"}),
    ],
)  # fmt: skip
def test_no_call_takes_a_field_that_it_does_not_know(
    house: House, caller: str, method: str, path: str, model: type, body: dict[str, Any]
) -> None:
    assert house.call(caller, method, path, body).status != 422
    for more in ({"administrator": True}, {"token": "x"}, {"id": 1}):
        said = house.call(caller, method, path, body | more)
        assert (said.status, f"{next(iter(more))}: it is not known here" in said.body.decode()) == (422, True)


def test_every_body_that_is_described_is_tried_with_a_field_too_many(house: House) -> None:
    described = json.loads(house.call("nobody", "GET", "/openapi.json").body)
    bodies = {
        said["requestBody"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
        for methods in described["paths"].values()
        for said in methods.values()
        if "requestBody" in said
    }

    known = (
        UploadRequest, QuestionRequest, TallyRequest, EnrolRequest, Retailer, CodeWish, AssignWish, ChannelOrders,
        HeldFeedsRequest, JournalRequest,
    )  # fmt: skip
    assert bodies == {each.__name__ for each in known}


@pytest.mark.parametrize(("made", "place"), [
    ("sale", ()), ("sale", ("lines", 0)), ("sale", ("tenders", 0)), ("order", ("order",)), ("order", ("customer",)),
    ("customer", ())])  # fmt: skip
def test_a_document_with_a_field_too_many_is_parked_and_not_posted(
    house: House, made: str, place: tuple[str | int, ...]
) -> None:
    makers: dict[str, Callable[[], CustomerDocument | TransactionDocument]] = {
        "sale": house.paper.sale, "order": house.paper.order, "customer": house.paper.customer,
    }  # fmt: skip
    document = sent(makers[made]())
    values = inner = json.loads(document["text"])
    for step in place:
        inner = inner[step]
    inner["approved"] = True
    text = json.dumps(values)

    [result] = house.books.upload(document | {"text": text, "fingerprint": fingerprint(text)}, at_once=True)

    assert (result.outcome, "approved: it is not known here" in result.reason) == ("parked", True)
