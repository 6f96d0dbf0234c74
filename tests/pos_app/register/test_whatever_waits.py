"""Every kind of document that waits has a name in every language, no id, and the money that is its own."""

import json
import re

import pytest

from retail.info_codes import InfoCode, InfoEvent
from tests.fixtures.fix_register import SETTINGS, Shop, at_work
from tests.pos_app.register.test_sync_centre import centre

ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-", re.IGNORECASE)
WAITING = {
    "en": ["Sale  HOUSTON-1-000001", "Answers to questions", "Return of goods  HOUSTON-1-000002",
           "Return of goods  HOUSTON-1-000003", "Closed shift  1"],
    "nb": ["Salg  HOUSTON-1-000001", "Svar på spørsmål", "Retur av varer  HOUSTON-1-000002",
           "Retur av varer  HOUSTON-1-000003", "Avsluttet skift  1"],
    "nl": ["Verkoop  HOUSTON-1-000001", "Antwoorden op vragen", "Retour van artikelen  HOUSTON-1-000002",
           "Retour van artikelen  HOUSTON-1-000003", "Gesloten dienst  1"],
}  # fmt: skip


@pytest.mark.parametrize("language", list(WAITING))
def test_whatever_waits_is_named_in_the_language_at_the_register_and_by_no_id(
    shop: Shop, language: str
) -> None:
    shop.line.state = "offline"
    register = at_work(shop, info_codes=(InfoCode("why", InfoEvent.END, "Where from?"),))
    answer = {"info:why": "Town"}
    for operation, params in (("product.add", {"number": "B"}), ("tender.cash", {})):
        register.do(operation, **params)
    sold = register.do("transaction.conclude", **answer).values["transaction"]
    shop.publish(SETTINGS)
    register.do("sale.return", id=sold, items=[{"line": 1, "reason": "Damaged"}])
    register.do("tender.refund_cash")
    register.do("transaction.conclude")
    register.do("product.return", number="B", reason="Damaged", approved_by="manager")
    register.do("tender.refund_cash")
    register.do("transaction.conclude")
    register.do("shift.close", counted={"cash": "0"}, approved_by="manager")
    register.do("language.set", language=language)

    view = centre(register)

    assert [row.text for row in view.waiting] == WAITING[language]
    said = " ".join([view.sentence, *[f"{row.text} {row.detail} {row.saved}" for row in view.waiting]])
    assert not ID.search(said)
    tally = register.session.journal.tally("epoch-1")
    sums = [json.loads(entry.text).get("paid_minor", 0) for entry in register.session.journal.outbox()]
    assert (tally.held, tally.held_minor, sums) == (5, -4000, [4000, 0, -4000, -4000, 0])
