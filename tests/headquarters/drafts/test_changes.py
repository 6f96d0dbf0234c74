"""What is set up waits in drafts until it is published, and what is published past them is theirs too."""

from dataclasses import fields
from decimal import Decimal
from typing import Any, get_args, get_type_hints

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.drafts.changes import change_set, digest_of, publish
from headquarters.drafts.models import (
    ChargeCodeDraft,
    DeliveryMode,
    OfflineProfile,
    ParameterSet,
    Purpose,
    ReasonCode,
    StoreDraft,
)
from headquarters.drafts.parts import FIELDS, NOT_OF_A_ROW, OWNED, fields_of
from headquarters.drafts.taking_over import take_over_missing, whole
from headquarters.drafts.unmet import fault_of
from headquarters.feeds.models import Change
from headquarters.feeds.positions import PUBLISHED, note_positions, standings
from headquarters.feeds.service import publish as publish_changes
from headquarters.feeds.telling import START, Position
from headquarters.manage.retailer import Retailer, keep_retailer
from headquarters.office.audit import entries
from headquarters.office.refusals import OfficeRefusal
from headquarters.settings.models import Store
from retail.settings import StoreSettings
from retail.wire.settings import settings_of, settings_values
from tests.headquarters.conftest import Books
from tests.headquarters.shop import as_json

RULE = {"level": "line", "code": "FREIGHT"}
DEFAULTS = settings_values(StoreSettings("HOUSTON"))


def put(books: Books, store: str, **settings: Any) -> None:
    document = {"stores": [{"store": store, "name": store.title(), "settings": settings}]}
    with books.parts.database.writing() as session:
        keep_retailer(session, Retailer.model_validate_json(as_json(document)), books.parts.now())


def parameters(session: Session, code: str = "standard") -> ParameterSet:
    return session.scalars(select(ParameterSet).where(ParameterSet.code == code)).one()


def store(session: Session, name: str) -> StoreDraft:
    return session.scalars(select(StoreDraft).where(StoreDraft.store == name)).one()


def waiting(books: Books) -> dict[str, dict[str, tuple[Any, Any]]]:
    with books.parts.database.reading() as session:
        return {
            change.store: {each.name: (each.before, each.after) for each in change.fields}
            for change in change_set(session)
            if change.fields
        }


def tell(books: Books) -> int:
    with books.parts.database.writing() as session:
        shown = digest_of([each for each in change_set(session) if each.fields])
        return publish(session, shown, "Ada", books.parts.now())


def test_every_setting_in_the_tables_is_one_of_a_store_and_lies_in_one_table() -> None:
    named = [*fields_of(StoreDraft), *[name for fields in FIELDS.values() for name in fields]]

    assert sorted(named) == sorted(set(named))
    assert set(named) <= set(DEFAULTS)


def test_rows_of_every_list_have_all_parts_of_what_they_are() -> None:
    kinds = get_type_hints(StoreSettings)
    for name, model in [each for rows in OWNED.values() for each in rows.items()]:
        parts = {part.name for part in fields(get_args(kinds[name])[0])}
        assert set(model.__table__.columns.keys()) - NOT_OF_A_ROW == parts, name


def test_stores_with_the_same_settings_share_their_sets_and_nothing_waits(books: Books) -> None:
    with books.parts.database.reading() as session:
        drafts = session.scalars(select(StoreDraft)).all()
        assert [(each.parameters, each.functionality, each.offline) for each in drafts] == [
            ("standard",) * 3
        ] * 3
        assert parameters(session).deposit_percent == Decimal(10)
    assert waiting(books) == {}


def test_document_of_the_retailer_reaches_the_drafts_as_it_is(books: Books) -> None:
    charge = {"code": "GIFT", "name": "Gift wrap", "tax_percent": "25", "refundable": True}
    put(books, "OSLO", deposit_percent="12.50", delivery_modes=["post", "bike"], charge_codes=[charge],
        cancel_reasons=["Too slow"], async_orders=True, real_time_seconds="5", receipt_lines=["Gata 1", "0150 Oslo"],
        currency="NOK", shipping_charge_code=None)  # fmt: skip

    assert waiting(books) == {}
    with books.parts.database.reading() as session:
        oslo = store(session, "OSLO")
        assert (oslo.parameters, oslo.functionality, oslo.offline) == ("OSLO", "OSLO", "OSLO")
        assert (oslo.currency, oslo.receipt_lines) == ("NOK", "Gata 1\n0150 Oslo")
        modes = select(DeliveryMode).where(DeliveryMode.parameters == "OSLO").order_by(DeliveryMode.position)
        assert [each.mode for each in session.scalars(modes)] == ["post", "bike"]
        gift = session.scalars(select(ChargeCodeDraft).where(ChargeCodeDraft.parameters == "OSLO")).one()
        assert (gift.name, gift.tax_percent, gift.refundable) == ("Gift wrap", Decimal(25), True)


def test_what_a_person_sets_up_waits_for_all_stores_of_the_set_and_is_published_once(books: Books) -> None:
    books.enrol()
    with books.parts.database.writing() as session:
        parameters(session).deposit_percent = Decimal("12.5")
        session.add(DeliveryMode(parameters="standard", mode="bike", position=5, version=1))
        session.add(
            ReasonCode(parameters="standard", purpose=Purpose.VOID, text="Fire drill", position=9, version=1)
        )
        store(session, "BOSTON").manual_accept = True
    assert books.feed("settings")["HOUSTON"]["values"]["deposit_percent"] == "10"

    found = waiting(books)
    assert set(found) == {"BOSTON", "HOUSTON", "SEATTLE"}
    assert found["HOUSTON"] == {
        "deposit_percent": ("10", "12.5"),
        "delivery_modes": (["ground"], ["ground", "bike"]),
        "void_reasons": (DEFAULTS["void_reasons"], [*DEFAULTS["void_reasons"], "Fire drill"]),
    }
    assert found["BOSTON"]["manual_accept"] == (False, True)

    assert tell(books) == 3
    assert waiting(books) == {}
    told = books.feed("settings")["HOUSTON"]["values"]
    assert (told["deposit_percent"], told["delivery_modes"][-1], told["void_reasons"][-1]) == (
        "12.5",
        "bike",
        "Fire drill",
    )
    with books.parts.database.reading() as session:
        noted = entries(session, kind="store", about="HOUSTON")
        assert [(each.who, each.act) for each in noted] == [("Ada", "publish")]
        assert (noted[0].before or {})["deposit_percent"] == "10"
        assert (noted[0].after or {})["deposit_percent"] == "12.5"


def test_another_document_meanwhile_takes_nothing_from_what_a_person_set_up(books: Books) -> None:
    with books.parts.database.writing() as session:
        store(session, "HOUSTON").manual_accept = True
    put(books, "HOUSTON", country="US", deposit_percent="20")

    assert waiting(books) == {"HOUSTON": {"manual_accept": (False, True)}}
    with books.parts.database.reading() as session:
        assert (store(session, "HOUSTON").country, store(session, "HOUSTON").parameters) == ("US", "HOUSTON")
        assert parameters(session).deposit_percent == Decimal(10)
    put(books, "HOUSTON", country="US", deposit_percent="30")
    with books.parts.database.reading() as session:
        assert parameters(session, "HOUSTON").deposit_percent == Decimal(30)
        assert len(session.scalars(select(ParameterSet)).all()) == 2


def test_something_else_than_what_was_shown_is_not_published(books: Books) -> None:
    with books.parts.database.writing() as session:
        store(session, "HOUSTON").manual_accept = True

    with (
        pytest.raises(OfficeRefusal, match="Something else waits now"),
        books.parts.database.writing() as session,
    ):
        publish(session, "another digest", "Ada", books.parts.now())
    assert books.feed("settings")["HOUSTON"]["values"]["manual_accept"] is False


def test_settings_that_no_store_can_have_are_named_and_not_published(books: Books) -> None:
    with books.parts.database.writing() as session:
        parameters(session).deposit_percent = Decimal(130)

    with books.parts.database.reading() as session:
        faults = {change.store: str(change.fault) for change in change_set(session)}
    assert "must be between 0 and 100" in faults["HOUSTON"]
    with pytest.raises(OfficeRefusal, match=r"Store BOSTON: .*between 0 and 100"):
        tell(books)


def test_stores_that_lack_a_mode_or_a_code_are_named(books: Books) -> None:
    put(
        books,
        "OSLO",
        delivery_modes=[],
        pickup_mode="",
        cancellation_charge_code=None,
        shipping_charge_code=None,
    )

    with books.parts.database.reading() as session:
        found = change_set(session)
    assert [(each.store, [str(message) for message in each.missing], each.fields) for each in found] == [
        ("OSLO", ["no mode of delivery that ships", "no mode of delivery for pickup",
                  "no charge code for cancellations", "no charge code for shipping"], ())]  # fmt: skip


def test_one_charge_code_for_shipping_and_cancelling_is_warned_of(books: Books) -> None:
    put(books, "OSLO", pickup_mode="pickup", cancellation_charge_code="FEE", shipping_charge_code="FEE")
    put(books, "BERGEN", pickup_mode="pickup", cancellation_charge_code="FEE", shipping_charge_code="FREIGHT")

    with books.parts.database.reading() as session:
        found = {each.store: [str(message) for message in each.missing] for each in change_set(session)}
    assert found == {
        "OSLO": ["one charge code for shipping and for cancellations: either may be taxed as the other"]
    }


def test_a_store_that_has_no_tax_of_a_group_is_named_and_one_with_a_nameless_rate_is_not(
    books: Books,
) -> None:
    groups = [{"name": "FOOD", "taxes": ["State"]}, {"name": "TOYS", "taxes": ["Luxury"]}]
    codes = [{"name": "State", "percent": "6", "compounds": False}]
    put(books, "OSLO", tax_codes=codes, item_tax_groups=groups)
    put(books, "BERGEN", tax_percent="25", item_tax_groups=groups)

    with books.parts.database.reading() as session:
        found = {each.store: [str(message) for message in each.missing] for each in change_set(session)}
    assert {store: said for store, said in found.items() if said} == {
        "OSLO": ["no tax of the item sales tax group TOYS: its goods are sold without tax"]
    }


@pytest.mark.parametrize(
    ("settings", "fault"),
    [
        ({"delivery_rules": [{"mode": "rocket"}]}, "mode: there is no mode of delivery rocket"),
        ({"auto_charges": [{"level": "line", "code": "X"}]}, "code: there is no charge code X; there are FREIGHT"),
        ({"auto_charges": [RULE | {"mode": "rocket"}]}, "there are ground, pickup, carry-out"),
        ({"auto_charges": [RULE | {"modes": ["ground", "rocket"]}]}, "no mode of delivery rocket"),
        ({"auto_charges": [RULE | {"mode_group": "FAST"}]}, "no charges group FAST; make it first"),
        ({"auto_charges": [RULE | {"customer_group": "CLUB"}], "customer_groups": [{"group": "TRADE"}]},
         "no customer group CLUB; there are TRADE"),
        ({"auto_charges": [RULE | {"affiliation": "CLUB"}], "affiliations": [{"affiliation": "VIP"}]},
         "no affiliation CLUB; there are VIP"),
        ({"pickup_mode": "ground"}, "pickup_mode: ground is a mode of delivery that ships"),
        ({"carry_out_mode": "pickup"}, "carry_out_mode: pickup is the mode of pickup already"),
    ],
)  # fmt: skip
def test_what_names_something_that_is_not_there_is_a_fault(settings: dict[str, Any], fault: str) -> None:
    found = fault_of(settings_values(settings_of({"store": "OSLO"} | settings)))

    assert found is not None
    assert fault in f"{found.field}: {found.said}"


@pytest.mark.parametrize(
    "settings",
    [
        {"auto_charges": [RULE | {"mode": "pickup"}, RULE | {"code": "WRAP"}], "charge_codes": [{"code": "WRAP"}]},
        {"auto_charges": [RULE | {"mode_group": "FAST"}],
         "delivery_rules": [{"mode": "ground", "charges_group": "FAST"}]},
        {"auto_charges": [RULE | {"customer_group": "CLUB", "affiliation": "VIP"}]},
        {"pickup_mode": "", "carry_out_mode": ""},
    ],
)  # fmt: skip
def test_what_names_something_that_is_there_is_none(settings: dict[str, Any]) -> None:
    assert fault_of(settings_values(settings_of({"store": "OSLO"} | settings))) is None


def test_register_has_taken_what_is_published_once_its_cursor_says_so(books: Books) -> None:
    books.enrol("HOUSTON-1")

    def standing() -> dict[str, str]:
        with books.parts.database.reading() as session:
            return {each.register: each.taking.value for each in standings(books.parts, session)}

    nobody = {"BOSTON-1": "not enrolled", "HOUSTON-2": "not enrolled", "SEATTLE-1": "not enrolled"}
    assert standing() == nobody | {"HOUSTON-1": "waiting"}
    reads(books, *PUBLISHED)
    assert standing()["HOUSTON-1"] == "taken"
    with books.parts.database.writing() as session:
        store(session, "HOUSTON").manual_accept = True
    tell(books)
    assert standing()["HOUSTON-1"] == "waiting"
    reads(books, "settings")
    assert standing()["HOUSTON-1"] == "taken"


@pytest.mark.parametrize("feed", ["staff", "layouts", "list_prices"])
def test_register_waits_for_whatever_was_published_and_it_has_not_read(books: Books, feed: str) -> None:
    books.enrol("HOUSTON-1")
    reads(books, *PUBLISHED)
    with books.parts.database.writing() as session:
        publish_changes(session, feed, {"new": {"x": 1}}, "HOUSTON")
        publish_changes(session, feed, {"elsewhere": {"x": 1}}, "BOSTON")

    def waiting_for() -> tuple[str, tuple[str, ...]]:
        with books.parts.database.reading() as session:
            (found,) = [each for each in standings(books.parts, session) if each.register == "HOUSTON-1"]
            return found.taking.value, found.waiting

    assert waiting_for() == ("waiting", (feed,))
    reads(books, feed)
    assert waiting_for() == ("taken", ())
    with books.parts.database.writing() as session:
        publish_changes(session, feed, {"new": None}, "HOUSTON")
    assert waiting_for() == ("waiting", (feed,))


def reads(books: Books, *feeds: str) -> None:
    """The register has read these feeds to their ends, and says so twice."""
    with books.parts.database.reading() as session:
        ends = {
            feed: max(
                [Position(each.unit, each.sequence) for each in _told_to_houston(session, feed)],
                default=START,
            )
            for feed in feeds
        }
    for _ in range(2):
        note_positions(books.parts, "HOUSTON-1", ends)


def _told_to_houston(session: Session, feed: str) -> list[Any]:
    return list(session.scalars(select(Change).where(Change.feed == feed, Change.scope.in_(("HOUSTON", "")))))


def test_books_of_before_get_their_drafts_when_headquarters_starts(books: Books) -> None:
    with books.parts.database.writing() as session:
        for draft in session.scalars(select(StoreDraft)):
            session.delete(draft)
        old = session.scalars(select(Store).where(Store.store == "BOSTON")).one()
        old.settings = {"store": "BOSTON", "deposit_percent": "15"}

    with books.parts.database.writing() as session:
        take_over_missing(session)
    assert waiting(books) == {}
    with books.parts.database.reading() as session:
        boston = store(session, "BOSTON")
        assert parameters(session, boston.parameters).deposit_percent == Decimal(15)
        assert whole(boston.taken)["pickup_mode"] == "pickup"


def test_sets_are_found_by_what_they_say_however_many_there_are(books: Books) -> None:
    for number in range(3):
        put(books, f"S{number}", real_time_seconds=str(4 + number % 2))

    with books.parts.database.reading() as session:
        assert [store(session, f"S{number}").offline for number in range(3)] == ["S0", "S1", "S0"]
        assert len(session.scalars(select(OfflineProfile)).all()) == 3
    assert "real_time_seconds" in fields_of(OfflineProfile)
