"""The retailer's document is checked strictly, kept in one commit, and said to registers only where it is new."""

from typing import Any

import pytest
from pydantic import ValidationError
from sqlalchemy import select

from headquarters.catalog.service import remove_product
from headquarters.customers.models import Customer
from headquarters.devices.service import all_registers
from headquarters.errors import Refusal
from headquarters.feeds.models import Change
from headquarters.feeds.service import page
from headquarters.installation import installation
from headquarters.manage.retailer import Retailer, keep_retailer
from headquarters.people.models import Person
from headquarters.people.service import HASHER, mixed
from headquarters.settings.models import Store
from retail.wire.customers import customer_in
from retail.wire.feeds import CustomerRow
from retail.wire.protocol import FEED_NAMES
from tests.headquarters.conftest import Books, only_sqlite
from tests.headquarters.shop import ANNA, RETAILER, as_json


def put(books: Books, **document: Any) -> None:
    with books.parts.database.writing() as session:
        keep_retailer(session, Retailer.model_validate_json(as_json(document)), books.parts.now())


def last_change(books: Books) -> int:
    with books.parts.database.reading() as session:
        return max(session.scalars(select(Change.sequence)))


def test_same_document_again_changes_nothing(books: Books) -> None:
    before = last_change(books)

    put(books, **RETAILER)

    assert last_change(books) == before


def test_changed_price_says_only_the_price(books: Books) -> None:
    with books.parts.database.reading() as session:
        cursors = {feed: page(session, feed, "HOUSTON", "", 1000).cursor for feed in FEED_NAMES}

    put(books, products=[RETAILER["products"][0] | {"price_minor": 9000}])

    with books.parts.database.reading() as session:
        news = {feed: page(session, feed, "HOUSTON", cursors[feed], 1000).rows for feed in FEED_NAMES}
    assert [feed for feed in FEED_NAMES if news[feed]] == ["prices"]
    assert news["prices"][0].value == {"number": "A", "price_minor": 9000}


def test_product_numbers_are_case_sensitive(books: Books) -> None:
    put(books, products=[{"number": "a", "name": "Small", "price_minor": 1}])

    assert set(books.feed("products")) == {"A", "a"}


def test_product_taken_out_is_gone_at_the_registers(books: Books) -> None:
    with books.parts.database.writing() as session:
        remove_product(session, "A")

    assert books.feed("products") == books.feed("prices") == {}
    with books.parts.database.writing() as session, pytest.raises(Refusal, match="no such product"):
        remove_product(session, "A")


def test_settings_reach_their_own_store_only(books: Books) -> None:
    put(books, stores=[{"store": "SEATTLE", "name": "Seattle", "settings": {"deposit_percent": "12.5"}}])

    assert list(books.feed("settings", "HOUSTON")) == ["HOUSTON"]
    values = books.feed("settings", "SEATTLE")["SEATTLE"]["values"]
    assert (values["deposit_percent"], values["store"], values["store_name"]) == (
        "12.5",
        "SEATTLE",
        "Seattle",
    )


@pytest.mark.parametrize(("settings", "words"), [
    ({"deposit_percents": "10"}, "there is no setting deposit_percents"),
    ({"deposit_percent": "much"}, "deposit_percent"), ({"async_orders": "perhaps"}, "async_orders")])  # fmt: skip
def test_setting_that_cannot_be_is_refused_and_nothing_is_kept(
    books: Books, settings: dict[str, Any], words: str
) -> None:
    with pytest.raises(Refusal, match=words):
        put(books, stores=[{"store": "NEW"}, {"store": "SEATTLE", "settings": settings}])

    with books.parts.database.reading() as session:
        assert "NEW" not in session.scalars(select(Store.store)).all()


def test_register_in_an_unknown_store_is_refused(books: Books) -> None:
    with pytest.raises(Refusal, match="Register X-1: there is no store X"):
        put(books, registers=[{"register": "X-1", "store": "X"}])


def test_register_may_move_to_another_store(books: Books) -> None:
    put(books, registers=[{"register": "HOUSTON-2", "store": "BOSTON"}])

    with books.parts.database.reading() as session:
        assert {each.register: each.store for each in all_registers(session)}["HOUSTON-2"] == "BOSTON"


def test_tenant_cannot_change_under_enrolled_registers(books: Books) -> None:
    put(books, tenant="other")
    with books.parts.database.reading() as session:
        assert installation(session).tenant == "other"

    books.enrol()
    with pytest.raises(Refusal, match="it cannot become test any more"):
        put(books, tenant="test")


def test_customer_named_again_keeps_the_account_and_takes_the_new_values(books: Books) -> None:
    put(
        books,
        customers=[
            {
                "id": ANNA,
                "name": "Anna Moe",
                "addresses": [{"id": "1", "line1": "Storgt 1", "tax_percent": "9", "tax_group": "Canada"}],
            }
        ],
    )

    row = books.feed("customers")[ANNA]
    address = row["addresses"][0]
    assert (row["account"], row["name"], address["tax_percent"]) == ("10001", "Anna Moe", "9")
    assert customer_in(CustomerRow.of(row)).addresses[0].tax_group == "Canada"
    with books.parts.database.reading() as session:
        assert len(session.scalars(select(Customer)).all()) == 1


@only_sqlite
def test_pin_is_kept_only_as_a_hash_of_what_the_tenants_secret_made_of_it(books: Books) -> None:
    row = books.feed("staff")["cashier"]
    with books.parts.database.reading() as session:
        secret = installation(session).secret

    assert row["pin_hash"].startswith("$argon2id$")
    assert HASHER.verify(row["pin_hash"], mixed(secret, "123456"))
    assert b"123456" not in (books.folder / "headquarters.db").read_bytes()


def test_changed_pin_changes_the_hash_and_an_unchanged_one_does_not(books: Books) -> None:
    before = books.feed("staff")["cashier"]["pin_hash"]

    put(books, staff=RETAILER["staff"])
    assert books.feed("staff")["cashier"]["pin_hash"] == before

    put(books, staff=[RETAILER["staff"][0] | {"pin": "654321"}])
    assert books.feed("staff")["cashier"]["pin_hash"] != before
    with books.parts.database.reading() as session:
        assert len(session.scalars(select(Person)).all()) == 1


@pytest.mark.parametrize("document", [
    {"shops": []}, {"stores": [{"store": ""}]}, {"products": [{"number": "A", "name": "x", "price_minor": "1"}]},
    {"products": [{"number": "A", "name": "x", "price_minor": 1.5}]}, {"customers": [{"id": "1", "name": "x"}]},
    {"staff": [{"user": "x", "name": "x", "role": "x", "pin": "12"}]}, {"layouts": [{"name": "x"}]}])  # fmt: skip
def test_document_that_is_not_one_is_refused(document: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Retailer.model_validate_json(as_json(document))


def test_promotion_is_said_to_all_stores_and_changed_by_its_id(books: Books) -> None:
    week = RETAILER["promotions"][0]
    assert books.feed("promotions", "SEATTLE")["P1"]["percent"] == "10"

    put(books, promotions=[week | {"percent": "20", "starts": "2026-11-01"}])

    row = books.feed("promotions")["P1"]
    assert (row["percent"], row["starts"], row["ends"]) == ("20", "2026-11-01", "2026-11-30")


@pytest.mark.parametrize(("wrong", "why"), [
    ({"percent": "101"}, "cannot be taken off"), ({"products": []}, "is for no product"),
    ({"starts": "2026-12-01"}, "before it starts")])  # fmt: skip
def test_promotion_that_cannot_be_is_refused_by_its_name(
    books: Books, wrong: dict[str, Any], why: str
) -> None:
    with pytest.raises(Refusal, match=f"Promotion P1: .*{why}"):
        put(books, promotions=[RETAILER["promotions"][0] | wrong])


def test_tax_groups_and_exempt_customers_reach_the_registers(books: Books) -> None:
    group = {
        "name": "Svalbard",
        "tax_percent": "0",
        "country": "NO",
        "region": "",
        "postcodes": ["917"],
        "codes": [],
    }
    store = {"store": "HOUSTON", "settings": {"tax_groups": [group], "calculate_customer_exempt": True}}

    put(books, stores=[store], customers=[{"id": ANNA, "name": "Anna Berg", "tax_exempt": True}])

    settings = books.feed("settings")["HOUSTON"]["values"]
    assert (settings["tax_groups"], settings["calculate_customer_exempt"]) == ([group], True)
    assert books.feed("customers")[ANNA]["tax_exempt"] is True


def test_a_tax_group_of_nowhere_is_refused_with_its_name(books: Books) -> None:
    nowhere = {"name": "Nowhere", "tax_percent": "5", "country": "", "region": "", "postcodes": []}

    with pytest.raises(Refusal, match="tax group Nowhere needs a country"):
        put(books, stores=[{"store": "HOUSTON", "settings": {"tax_groups": [nowhere]}}])


def test_stock_and_categories_reach_every_store_with_their_time(books: Books) -> None:
    product = RETAILER["products"][0] | {"category": "Shoes/Running", "revenue_recognition": True}
    figure = {"product": "A", "place": "SEATTLE", "quantity_thousandths": 2000}
    put(books, products=[product], stock=[figure])
    put(books, stock=[figure | {"quantity_thousandths": 1000}])

    (row,) = books.feed("stock").values()

    assert books.feed("products")["A"]["category"] == "Shoes/Running"
    assert books.feed("products")["A"]["revenue_recognition"] is True
    assert row == {**figure, "quantity_thousandths": 1000, "as_of": books.parts.now()}
    with pytest.raises(ValidationError, match="place"):
        put(books, stock=[figure | {"place": "SEATTLE/2"}])
