"""A price of a list on its way: typed at headquarters, published, brought by the agent, taken at the register."""

from contextlib import closing
from datetime import datetime, timedelta

from channel_db.engine import open_catalog, open_journal
from pos_app.register.finding import Finding
from retail.price_lists import moment_text
from sync_agent.bootstrap import make_clock
from tests.channel_db.making import SetClock
from tests.headquarters.backoffice.browser import Browser
from tests.sync_agent.test_agreement import Shop, running, shop

__all__ = ["running", "shop"]
AHEAD = timedelta(minutes=10)


def set_up(ada: Browser, code: str, store: str, price: str, starts: datetime) -> None:
    """A list of one store with one price of apples."""
    ada.get("/office/price-lists/new")
    ada.press("/office/price-lists/new", code=code, name="", stores=store)
    address = ada.address.removeprefix(ada.url)
    ada.get(f"{address}/prices/new")
    ada.press(f"{address}/prices/new", number="A", price=price, **{"from": moment_text(starts)})


def test_a_register_whose_clock_is_ahead_takes_the_price_of_its_store_at_the_moment_of_headquarters(
    shop: Shop,
) -> None:
    now = datetime.fromisoformat((shop.running.folder / "clock").read_text())
    effect = now + timedelta(hours=1)
    ada = Browser(shop.running.url).sign_in()
    set_up(ada, "HERE", "HOUSTON", "70.00", effect)
    set_up(ada, "THERE", "SEATTLE", "1.00", now)
    ada.get("/office/publish")
    ada.press("/office/publish")
    ahead = shop.folder.with_name("clock-ahead")
    ahead.write_text((now + AHEAD).isoformat())
    shop.clock = make_clock(ahead)

    shop.sync()
    shop.probe()

    clock = SetClock()
    with (
        closing(open_journal(shop.folder, clock)) as journal,
        closing(open_catalog(shop.folder, clock, writer=False)) as catalog,
    ):
        finding = Finding(journal, catalog, "HOUSTON", clock)
        found = []
        for moment in (effect - timedelta(seconds=2), effect + timedelta(seconds=2)):
            clock.moment = moment + AHEAD
            apple = finding.product("A")
            assert apple is not None
            found.append((apple.price_minor, apple.price_list))
    assert found == [(8000, ""), (7000, "HERE")]
