"""Orders at the back office: edited, cancelled and keyed by who may, with the difference shown before it is taken."""

from dataclasses import dataclass

import pytest

from tests.fixtures.fix_headquarters import EnrolledRegister, RunningHeadquarters
from tests.headquarters.backoffice.browser import PASSWORD, Browser, set_up_code
from tests.headquarters.shop import PaperRegister, sent

SETTINGS = {"cancellation_charge_code": "CANCEL", "cancellation_charge_percent": "10"}


@dataclass
class Till:
    """A register that makes orders."""

    register: EnrolledRegister
    paper: PaperRegister

    def order(self) -> str:
        """The page of an order of one apple to be fetched, at 80.00 with 8.00 paid ahead."""
        made = self.paper.order()
        assert made.order is not None
        self.register.upload(sent(made), at_once=True)
        return f"/office/orders/{made.order.id}"


@pytest.fixture(scope="module")
def till(shop: RunningHeadquarters) -> Till:
    """A register at a headquarters with an administrator, store managers of here and elsewhere, and an auditor."""
    ada = Browser(shop.url).set_up(set_up_code(shop))
    for name, role, stores in (
        ("Max", "store manager", "SEATTLE"), ("Mia", "store manager", "HOUSTON"), ("Eve", "auditor", ""),
    ):  # fmt: skip
        ada.get("/office/people")
        ada.press(
            "/office/people",
            name=name,
            role=role,
            password=PASSWORD,
            **({"stores": stores} if stores else {}),
        )
    shop.manage(
        "PUT",
        "/v1/manage/retailer",
        {"stores": [{"store": "HOUSTON", "name": "Houston", "settings": SETTINGS}]},
    )
    register = shop.enrol("HOUSTON-1")
    return Till(register, PaperRegister(epoch=register.epoch))


def test_an_edit_is_shown_then_submitted_and_stands_in_timeline_and_audit_log(
    shop: RunningHeadquarters, till: Till
) -> None:
    order = till.order()
    mia = Browser(shop.url).sign_in("Mia")
    assert "Edit the order" in mia.get(order)
    mia.get(f"{order}/edit")
    mia.press(f"{order}/edit", quantity1="3", note="as she asked", do="look")
    assert "Apple: quantity 1 → 3" in mia.text
    assert "16.00 USD of the deposit is still to be paid: Pay on order, at any register." in mia.text
    assert "80.00 USD" in Browser(shop.url).sign_in().get(order)

    mia.press(f"{order}/edit", quantity1="3", note="as she asked", do="take")

    assert mia.address.endswith(order)
    assert "240.00 USD" in mia.text
    assert "reason: as she asked" in mia.text
    assert "Apple: quantity 1 → 3" in Browser(shop.url).sign_in().get("/office/audit?kind=order")
