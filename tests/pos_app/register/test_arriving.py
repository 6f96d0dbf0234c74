"""A register that has not received all it needs sells nothing, says so, and shows how far it is."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from channel_db.catalog.repository import Catalog
from channel_db.engine import open_catalog
from pos_app.bootstrap import build_desk
from pos_app.language.language import language_of
from pos_app.register.arriving import arriving_view
from pos_app.views import ArrivingView
from retail.wire.protocol import FeedRow
from retail.wire.settings import settings_values
from tests.fixtures.fix_register import PINS, SETTINGS, Register, Shop, at_work, desk_of

NOT_YET = "This register still receives its products and prices. It sells as soon as all of them are here."


@pytest.fixture
def agent(shop: Shop) -> Iterator[Catalog]:
    """The agent's side of a register that has received its settings and its people, and no product yet."""
    known = open_catalog(shop.folder, shop.clock, writer=False)
    people = [each.model_dump(mode="json") for each in known.all_staff()]
    known.close()
    for part in shop.folder.glob("catalog.db*"):
        part.unlink()
    catalog = open_catalog(shop.folder, shop.clock, writer=True)
    settings = {"values": settings_values(SETTINGS)}
    catalog.apply_page(
        "settings", [FeedRow(key="HOUSTON", gone=False, value=settings)], "1", shop.clock.now()
    )
    rows = [FeedRow(key=each["user"], gone=False, value=each) for each in people]
    catalog.apply_page("staff", rows, "1", shop.clock.now())
    yield catalog
    catalog.close()


def receive(
    agent: Catalog, shop: Shop, feed: str, *numbers: int, more: bool, total: int | None = None
) -> None:
    """One page of products or prices."""
    rows = []
    for number in map(str, numbers):
        value = {"number": number, "name": f"Kettle {number}", "barcodes": [number], "price_minor": 500}
        rows.append(FeedRow(key=number, gone=False, value=value))
    agent.apply_page(feed, rows, str(max(numbers, default=1)), shop.clock.now(), more=more, total=total)


def shown(register: Register, language: str = "en") -> ArrivingView | None:
    return arriving_view(register.session.finding, language_of(language))


def test_bar_fills_while_products_and_prices_arrive(shop: Shop, agent: Catalog) -> None:
    register = shop.open()
    assert shown(register) == ArrivingView("Receiving the data of this register …", 0)

    receive(agent, shop, "products", 1, 2, more=True, total=4)
    assert shown(register) == ArrivingView("Receiving products: 2 of 4", 16)
    receive(agent, shop, "products", 3, 4, more=False)
    assert shown(register) == ArrivingView("Receiving the data of this register …", 33)
    receive(agent, shop, "prices", 1, more=True, total=4000)
    assert shown(register, "nl") == ArrivingView("Prijzen ontvangen: 1 van 4.000", 33)
    receive(agent, shop, "prices", 2, 3, 4, more=False)
    assert shown(register) == ArrivingView("Receiving the data of this register …", 66)
    receive(agent, shop, "list_prices", more=False)
    assert shown(register) is None


def test_nothing_is_sold_before_all_of_it_is_there(shop: Shop, agent: Catalog) -> None:
    receive(agent, shop, "products", 1, 2, more=False)
    receive(agent, shop, "prices", 1, more=True, total=2)
    register = at_work(shop)

    assert register.refused("product.add", code="1") == NOT_YET
    assert register.refused("product.add", number="2") == NOT_YET

    receive(agent, shop, "prices", 2, more=False)
    assert register.refused("product.add", code="1") == NOT_YET
    receive(agent, shop, "list_prices", more=False)
    register.do("product.add", code="1")
    register.do("tender.cash")
    assert register.do("transaction.conclude").values["receipt_number"]


def test_what_was_ready_stays_so_while_it_is_read_anew(shop: Shop, agent: Catalog) -> None:
    receive(agent, shop, "products", 1, more=False)
    receive(agent, shop, "prices", 1, more=False)
    receive(agent, shop, "list_prices", more=False)
    register = at_work(shop)

    receive(agent, shop, "products", 1, 2, more=True, total=900)

    register.do("product.add", code="1")
    assert shown(register) is None


def test_paid_sale_is_concluded_although_the_catalogue_is_made_anew(shop: Shop) -> None:
    register = at_work(shop)
    register.do("product.add", code="4006381333931")
    register.do("tender.cash")
    (shop.folder / "catalog.db").write_bytes(b"no database " * 1000)
    anew = open_catalog(shop.folder, shop.clock, writer=True)
    settings = {"values": settings_values(SETTINGS)}
    anew.apply_page("settings", [FeedRow(key="HOUSTON", gone=False, value=settings)], "1", shop.clock.now())

    assert register.do("transaction.conclude").values["receipt_number"]
    assert register.refused("product.add", code="4006381333931") == NOT_YET
    anew.close()


def test_window_is_told_of_every_page(shop: Shop, agent: Catalog) -> None:
    desk = build_desk(shop.folder, with_agent=False)
    before = desk.sign_in_view().arriving

    receive(agent, shop, "products", 1, 2, more=True, total=4)

    assert desk.tick() is not None
    assert before == ArrivingView("Receiving the data of this register …", 0)
    assert desk.sign_in_view().arriving == ArrivingView("Receiving products: 2 of 4", 16)
    desk.close()


@pytest.mark.parametrize("pauses", [True, False])
def test_the_first_sign_in_has_the_data_fetched_that_was_paused(
    shop: Shop, agent: Catalog, pauses: bool
) -> None:
    settings = {"values": settings_values(replace(SETTINGS, pause_unused=pauses))}
    row = FeedRow(key="HOUSTON", gone=False, value=settings)
    agent.apply_page("settings", [row], "2", shop.clock.now())
    register, asked = shop.open(), []
    register.session.ask_agent = lambda: asked.append("agent")
    desk = desk_of(register)
    arriving = desk.sign_in_view().arriving
    assert arriving is not None
    waits = "Products and prices come once somebody has signed in."
    assert (arriving.text == waits) is pauses

    desk.dispatch("user.sign_in", {"user": "kari", "pin": PINS["kari"]})

    assert asked == (["agent"] if pauses else [])
    assert register.session.journal.was_used()
    arriving = desk.sign_in_view().arriving
    assert arriving is not None
    assert arriving.text == "Receiving the data of this register …"
