"""Answers to info codes from a register through its agent to headquarters, each once, of a struck sale too."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from headquarters.uploads.answers import InfoAnswerRow
from headquarters.uploads.models import KeptDocument, State
from pos_app.operations.registry import Asks
from retail.info_codes import InfoCode, InfoEvent, InfoKind
from retail.permissions import rights_of
from retail.settings import StoreSettings
from retail.wire.settings import settings_values
from tests.fixtures.one_process import LOSE_REPLY, ONLINE, OneProcess, Till

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
CODES = (
    InfoCode("who", InfoEvent.END, "Where from?", InfoKind.CHOICE, ("Town", "Abroad")),
    InfoCode("why", InfoEvent.VOID_TRANSACTION, "Why is it struck?"),
)


@pytest.fixture
def retailer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OneProcess]:
    settings = settings_values(StoreSettings(store="HOUSTON", info_codes=CODES))
    described: dict[str, Any] = {
        "tenant": "answers",
        "stores": [{"store": "HOUSTON", "name": "Houston", "settings": settings}],
        "registers": [{"register": "HOUSTON-1", "store": "HOUSTON"}],
        "products": [{"number": "SHOE", "name": "Trail shoe", "price_minor": 10_000}],
        "staff": [
            {"user": "manager", "name": "Mette", "role": "manager", "pin": "271548",
             "rights": sorted(rights_of("manager", {}))}
        ],
    }  # fmt: skip
    with ExitStack() as undo:
        world = OneProcess(tmp_path_factory.mktemp("answers") / "retailer", described, NOW, undo)
        [till] = world.tills.values()
        till.do("user.sign_in", user="manager", pin="271548")
        till.do("shift.open", start="1000")
        yield world


def test_answers_of_a_sale_and_of_a_struck_one_stand_at_headquarters_once(retailer: OneProcess) -> None:
    till: Till = retailer.tills["HOUSTON-1"]
    till.do("product.add", number="SHOE")
    till.do("tender.cash")
    assert isinstance(till.ask("transaction.conclude", {}), Asks)
    sold = till.do("transaction.conclude", **{"info:who": "Town"}).values["transaction"]
    till.do("product.add", number="SHOE")
    till.do("transaction.void", **{"info:why": "Left the shop"})

    till.line.mode = LOSE_REPLY
    till.carry("push")
    till.line.mode = ONLINE
    retailer.settle()

    with retailer.parts.database.reading() as session:
        rows = session.scalars(select(InfoAnswerRow).order_by(InfoAnswerRow.id)).all()
        said = [(each.event, each.code, each.answer, each.who, each.about == sold) for each in rows]
        states = set(session.scalars(select(KeptDocument.state).where(KeptDocument.kind == "info")))
    assert said == [
        ("end of transaction", "who", "Town", "manager", True),
        ("void transaction", "why", "Left the shop", "manager", False),
    ]
    assert states == {State.POSTED}
