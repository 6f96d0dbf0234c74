"""Pictures of products on their way: headquarters, the agent, a file; bytes that are another picture stay out."""

import base64
import hashlib
import logging
import re
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from channel_db.catalog.repository import Catalog
from channel_db.engine import open_catalog
from channel_db.pictures import PictureFolder
from retail.wire.protocol import FeedRow, PictureReply
from sync_agent.errors import HqUnreachable
from sync_agent.hq_client import HqClient
from sync_agent.pictures import AGAIN_AFTER, Pictures
from tests.channel_db.making import SetClock
from tests.headquarters.backoffice.browser import Browser
from tests.headquarters.picture_files import picture
from tests.sync_agent.carrying import ENVELOPE
from tests.sync_agent.test_agreement import Shop, running, shop

__all__ = ["running", "shop"]
RED, BLUE = picture(), picture(colour="blue")


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def bring(ada: Browser, address: str, data: bytes) -> None:
    shown = re.search(r'name="picture" value="(\w*)"', ada.get(address))
    assert shown
    ada.send_file(f"{address}/picture", "apple.png", data, picture=shown[1])
    assert ada.status == 200


def test_a_picture_comes_from_the_page_to_a_file_of_the_register_and_so_does_the_one_that_replaces_it(
    shop: Shop,
) -> None:
    ada = Browser(shop.running.url).sign_in()
    address = re.search(r'"(/office/products/\d+)">A<', ada.get("/office/products?text=A"))
    assert address
    found: list[bytes | None] = []

    for data in (RED, BLUE):
        bring(ada, address[1], data)
        with shop.agent() as agent:
            agent.pull_now()
            agent.hurry()
            agent.turn()
        with closing(open_catalog(shop.folder, shop.clock, writer=False)) as catalog:
            file = catalog.picture_of("A")
            found.append(None if file is None else file.read_bytes())
            assert catalog.picture_of("B") is None

    assert found == [RED, BLUE]


class Told:
    """Answers with what it was told to: bytes, or a fault."""

    def __init__(self) -> None:
        self.answers: dict[str, bytes | Exception] = {}
        self.asked: list[str] = []

    def picture(self, digest: str) -> PictureReply:
        self.asked.append(digest)
        answer = self.answers[digest]
        if isinstance(answer, Exception):
            raise answer
        return PictureReply(**ENVELOPE, digest=digest, data=base64.b64encode(answer).decode())


class Counter:
    """A catalogue with products that have pictures, and what fetches them."""

    def __init__(self, folder: Path) -> None:
        self.clock = SetClock()
        self.catalog: Catalog = open_catalog(folder, self.clock, writer=True)
        self.hq = Told()
        self.pictures = Pictures(self.catalog, cast("HqClient", self.hq), self.clock)
        self.cursor = 0

    def tell(self, **named: str) -> None:
        """Headquarters tells of these products, with the pictures they have."""
        self.cursor += 1
        rows = [
            FeedRow(key=number, gone=False, value={"number": number, "name": "Apple", "picture": each})
            for number, each in named.items()
        ]
        self.catalog.apply_page("products", rows, str(self.cursor), self.clock.now())


@pytest.fixture
def counter(tmp_path: Path) -> Any:
    made = Counter(tmp_path)
    with closing(made.catalog):
        yield made


def here(counter: Counter) -> set[str]:
    return {file.name for file in Path(counter.catalog.pictures._folder).glob("*")}


def test_bytes_that_are_not_the_picture_that_was_named_are_said_in_the_log_and_leave_no_file(
    counter: Counter, caplog: pytest.LogCaptureFixture
) -> None:
    counter.tell(A=digest(RED))
    counter.hq.answers[digest(RED)] = BLUE
    caplog.set_level(logging.WARNING)

    counter.pictures.go_on()

    assert not here(counter)
    assert "are not that picture" in caplog.text
    counter.hq.answers[digest(RED)] = RED
    counter.pictures.go_on()
    assert not here(counter), "it is not asked for at once again"
    counter.clock.moment += AGAIN_AFTER
    counter.pictures.go_on()
    assert here(counter) == {digest(RED)}


@pytest.mark.parametrize("trouble", ["line", "disk"])
def test_what_fails_is_tried_later_and_raises_nothing(
    counter: Counter, trouble: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter.tell(A=digest(RED), B=digest(BLUE))
    counter.hq.answers = {digest(RED): RED, digest(BLUE): BLUE}
    with monkeypatch.context() as broken:
        if trouble == "disk":
            broken.setattr("channel_db.pictures.os.fsync", full)
        else:
            counter.hq.answers = dict.fromkeys((digest(RED), digest(BLUE)), HqUnreachable("No line"))
        counter.pictures.go_on()
    assert not here(counter)
    counter.hq.answers = {digest(RED): RED, digest(BLUE): BLUE}

    counter.clock.moment += timedelta(minutes=1)
    for _ in range(3):
        counter.pictures.go_on()

    assert here(counter) == {digest(RED), digest(BLUE)}
    assert len(counter.hq.asked) == 3, "one at a turn, and none that is here"


def full(_file: int) -> None:
    raise OSError(28, "No space left on device")


def test_a_name_that_is_no_digest_is_never_asked_for_nor_becomes_a_file(counter: Counter) -> None:
    counter.tell(A="../../etc/passwd", B="A" * 64, C="")

    counter.pictures.go_on()

    assert counter.hq.asked == []
    assert counter.catalog.picture_of("A") is None


def test_a_picture_that_was_taken_away_or_whose_product_is_gone_is_named_no_more(counter: Counter) -> None:
    counter.tell(A=digest(RED), B=digest(BLUE))
    counter.tell(A="")
    assert counter.catalog.all_pictures() == {digest(BLUE)}

    counter.catalog.forget("products")

    assert counter.catalog.all_pictures() == set()


def test_the_oldest_that_no_product_has_makes_room_and_what_is_used_stays(tmp_path: Path) -> None:
    folder = PictureFolder(tmp_path, most_bytes=10)
    parts = [bytes([each]) * 4 for each in range(4)]
    old, used, new, one_more = map(digest, parts)
    assert folder.keep(old, parts[0], {old, used})
    assert folder.keep(used, parts[1], {old, used})

    assert folder.keep(new, parts[2], {used, new})
    assert folder.file_of(old) is None
    assert not folder.keep(one_more, parts[3], {used, new, one_more})

    assert folder.missing({old, used, new, one_more}) == sorted([old, one_more])
