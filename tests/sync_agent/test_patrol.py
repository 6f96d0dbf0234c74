"""A bit that a disk has flipped where SQLite does not look is found, and the feed fetched anew beside what is shown."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from channel_db.engine import is_whole, open_catalog
from channel_db.kinds import CATALOG
from retail.wire.protocol import FEED_NAMES
from tests.channel_db.making import SetClock
from tests.sync_agent.misbehaving_hq import MisbehavingHq
from tests.sync_agent.one_agent import Shop

GOODS: list[dict[str, Any]] = [
    {
        "key": f"K{at}",
        "gone": False,
        "value": {"number": f"K{at}", "name": f"Samovar {at}", "barcodes": [f"40063813339{at}"]},
    }
    for at in range(9)
]


@pytest.fixture
def shop(tmp_path: Path, hq: MisbehavingHq) -> Iterator[Shop]:
    shop = Shop(tmp_path, hq)
    yield shop
    shop.client.close()
    shop.catalog.close()
    shop.journal.close()


def flip(file: Path, found: bytes) -> None:
    """Change one bit of the first letter of this text, wherever it stands in the file."""
    content = file.read_bytes()
    assert found in content
    file.write_bytes(content.replace(found, bytes([found[0] ^ 1]) + found[1:]))


@pytest.mark.parametrize(
    "text", [b"K4k4Samovar", b"k4Samovar", b"Samovar 4", b"samovar 4", b'["400638133394"]']
)
def test_35_a_flipped_bit_is_found_within_a_round_and_the_feed_is_fetched_anew(
    shop: Shop, tmp_path: Path, caplog: pytest.LogCaptureFixture, text: bytes
) -> None:
    shop.books.published["products"] = list(GOODS)
    assert shop.agent.pull_now().fault is None
    shop.catalog.close()
    flip(tmp_path / CATALOG.file, text)
    shop.catalog = open_catalog(tmp_path, SetClock(), writer=True)
    shop.agent = shop.new_agent()
    assert is_whole(shop.catalog._connection), "SQLite sees nothing"

    rounds = 0
    while "feed products: 1 rows are not as they were kept; it is fetched anew" not in caplog.text:
        shop.agent.pull_now()
        rounds += 1
        assert rounds <= len(FEED_NAMES)
    shop.books.published["products"] = list(GOODS)
    shop.books.lines.clear()
    shop.agent.pull_now()

    assert "/v1/feeds/products?cursor=&limit=5000&marks=true&counted=true" in shop.books.lines
    found = shop.catalog.find_products("samovar", 99)
    assert {(hit.number, hit.name) for hit in found} == {(f"K{at}", f"Samovar {at}") for at in range(9)}
    assert [each.number for each in shop.catalog.product_by_barcode("400638133394")] == ["K4"]
    caplog.clear()
    for _ in FEED_NAMES:
        shop.agent.pull_now()
    assert "not as they were kept" not in caplog.text


def test_a_feed_that_is_fetched_anew_already_goes_on_where_it_is(shop: Shop) -> None:
    shop.books.published["products"] = list(GOODS)
    shop.agent.pull_now()
    downloader = shop.agent._downloader
    downloader.mend("products")
    shop.catalog.beside.add("products", (), "page 1", is_whole=False)

    downloader.mend("products")

    reading = shop.catalog.beside.reading("products")
    assert reading is not None
    assert (reading.is_anew, reading.cursor) == (True, "page 1")
