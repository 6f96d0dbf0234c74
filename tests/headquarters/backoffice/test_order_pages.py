"""Orders at the back office: edited, cancelled and keyed by who may, with the difference shown before it is taken."""

from dataclasses import dataclass

import pytest

from tests.fixtures.fix_headquarters import EnrolledRegister, RunningHeadquarters
from tests.headquarters.backoffice.browser import PASSWORD, Browser, set_up_code
from tests.headquarters.shop import ANNA, PaperRegister, sent

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


def test_somebody_who_typed_while_the_order_changed_sees_both_and_takes_nothing_back(
    shop: RunningHeadquarters, till: Till
) -> None:
    order = till.order()
    mia, ada = Browser(shop.url).sign_in("Mia"), Browser(shop.url).sign_in()
    mia.get(f"{order}/edit")
    ada.get(f"{order}/edit")
    ada.press(f"{order}/edit", quantity1="5", do="look")
    ada.press(f"{order}/edit", quantity1="5", do="take")

    mia.press(f"{order}/edit", quantity1="1", collector="Ola", note="hers", do="look")
    assert (mia.status, "Somebody else changed this order meanwhile" in mia.text) == (409, True)
    assert 'name="quantity1" value="5"' in mia.text
    assert 'name="collector" value="Ola"' in mia.text

    mia.press(f"{order}/edit", quantity1="5", collector="Ola", note="hers", do="look")
    assert "collected by Ola" in mia.text
    assert "quantity" not in mia.text.partition("Difference</h2>")[2].partition("</ul>")[0]


def test_what_cannot_be_is_said_beside_what_was_typed_in_the_language_of_the_reader(
    shop: RunningHeadquarters, till: Till
) -> None:
    order = till.order()
    ada = Browser(shop.url).sign_in()
    ada.get(f"{order}/edit")
    ada.press(f"{order}/edit", quantity1="many", product1="<b>", do="look")
    assert (ada.status, "&#39;many&#39; is not a quantity. Type it again." in ada.text) == (422, True)
    assert 'name="product1" value="&lt;b&gt;"' in ada.text
    ada.press(f"{order}/edit", quantity1="0", do="look")
    assert "Nothing is left on this order" in ada.text
    ada.press(f"{order}/edit", quantity1="2", shown="x", do="take")
    assert (ada.status, "Something else would come of it now" in ada.text) == (409, True)

    ada.get("/office/me")
    ada.press("/office/me/view", language="nb", look="")
    ada.get(f"{order}/edit")
    ada.press(f"{order}/edit", quantity1="0", do="look")
    assert "Det er ingenting igjen i denne ordren" in ada.text
    ada.get("/office/me")
    ada.press("/office/me/view", language="en", look="")


def test_a_cancellation_names_the_charge_and_what_is_owed_and_the_order_goes_on_saying_so(
    shop: RunningHeadquarters, till: Till
) -> None:
    order = till.order()
    mia = Browser(shop.url).sign_in("Mia")
    mia.get(f"{order}/cancel")
    assert "8.00 USD" in mia.text
    mia.press(f"{order}/cancel", charge="3", note="no longer wanted", do="look")
    assert "5.00 USD" in mia.text
    mia.press(f"{order}/cancel", charge="3", note="no longer wanted", do="take")

    assert mia.address.endswith(order)
    assert "5.00 USD is owed to the customer: Pay on order gives it back, at any register." in mia.text
    assert "This order was cancelled. Make a new one instead." in mia.text
    mia.get(f"{order}/edit")
    assert (mia.status, "This order was cancelled" in mia.text) == (409, True)


def test_orders_are_changed_by_who_may_and_at_their_own_stores(shop: RunningHeadquarters, till: Till) -> None:
    order = till.order()
    for name, status in (("Max", 404), ("Eve", 403)):
        somebody = Browser(shop.url).sign_in(name)
        for page in ("edit", "cancel"):
            somebody.get(f"{order}/{page}")
            assert somebody.status == status, (name, page)
            somebody.get("/office/me")
            somebody.post(f"{order}/{page}", form_secret=somebody.secret(), do="take")
            assert somebody.status == status, (name, page)
    assert "Edit the order" not in Browser(shop.url).sign_in("Eve").get(order)


def test_an_order_is_keyed_for_a_customer_that_was_found(shop: RunningHeadquarters, till: Till) -> None:
    mia = Browser(shop.url).sign_in("Mia")
    mia.get("/office/orders/new?store=HOUSTON&text=Anna")
    mia.get(f"/office/orders/new?store=HOUSTON&customer={ANNA}")
    mia.press("/office/orders/new", product1="NONE", do="look")
    assert (mia.status, "There is no product NONE" in mia.text) == (422, True)
    mia.press("/office/orders/new", product1="A", pieces1="2", note="by phone", do="look")
    assert "144.00 USD" in mia.text
    mia.press("/office/orders/new", product1="A", pieces1="2", note="by phone", do="take")

    assert "L-HQ-0" in mia.text
    assert "reason: by phone" in mia.text
    mia.get(f"/office/orders/new?store=HOUSTON&customer={ANNA}")
    cheaper = {"product1": "A", "price1": "60.00", "off": "10"}
    mia.press("/office/orders/new", **cheaper, do="look")
    assert (mia.status, "Say why this price or discount is given" in mia.text) == (422, True)
    mia.press("/office/orders/new", **cheaper, off1="a lot", do="look")
    assert "&#39;a lot&#39; is no number of percent" in mia.text
    mia.press("/office/orders/new", **cheaper, agreed="Regular customer", do="look")
    assert "54.00 USD" in mia.text
    mia.press("/office/orders/new", **cheaper, agreed="Regular customer", do="take")
    assert "Regular customer" in mia.text
    mia.get(f"/office/orders/new?store=SEATTLE&customer={ANNA}")
    assert "New order for" not in mia.text


def test_orders_of_a_channel_are_tried_then_taken(shop: RunningHeadquarters, till: Till) -> None:
    mia = Browser(shop.url).sign_in("Mia")
    mia.get("/office/orders/import")
    text = f"channel,id,store,customer,mode,product\nweb,W-1,HOUSTON,{ANNA},pickup,A\nweb,W-2,SEATTLE,{ANNA},pickup,A\n"
    mia.press("/office/orders/import", csv=text, do="look")
    assert "refused: 1 · sound: 1" in mia.text or "sound: 1 · refused: 1" in mia.text
    assert "There is no store SEATTLE here" in mia.text
    mia.press("/office/orders/import", csv=text, do="take")
    assert "made: 1" in mia.text

    told = {"channel": "web", "id": "W-1", "store": "HOUSTON", "customer": ANNA, "mode": "pickup",
            "lines": [{"product": "A"}]}  # fmt: skip
    [known] = shop.manage("POST", "/v1/manage/orders", {"orders": [told]})["orders"]
    assert (known["outcome"], known["number"][:3]) == ("known", "SO-")
    mia.get("/office/orders/import")
    mia.press("/office/orders/import", csv="colour\n", do="look")
    assert (mia.status, "Unknown: colour" in mia.text) == (422, True)


def test_a_discount_on_a_line_is_typed_in_percent_or_as_an_amount_and_stands_there_the_next_time(
    shop: RunningHeadquarters, till: Till
) -> None:
    order = till.order()
    ada = Browser(shop.url).sign_in()
    ada.get(f"{order}/edit")
    assert "a register sells them, since it takes their money" in ada.text
    ada.press(f"{order}/edit", percent_off1="10", amount_off1="5", agreed="Scratched", do="look")
    assert (ada.status, "has a discount in percent and one as an amount" in ada.text) == (422, True)
    ada.press(f"{order}/edit", percent_off1="10", agreed="Scratched", do="look")
    assert "Apple: amount 80.00 USD → 72.00 USD" in ada.text
    ada.press(f"{order}/edit", percent_off1="10", agreed="Scratched", do="take")
    assert "−8.00 USD Scratched" in ada.text

    ada.get(f"{order}/edit")
    assert 'name="percent_off1" value="10"' in ada.text
    ada.press(f"{order}/edit", percent_off1="", amount_off1="20", agreed="Scratched", do="look")
    ada.press(f"{order}/edit", percent_off1="", amount_off1="20", agreed="Scratched", do="take")
    assert "−20.00 USD Scratched" in ada.text
    ada.get(f"{order}/edit")
    assert 'name="amount_off1" value="20.00"' in ada.text
    ada.press(f"{order}/edit", amount_off1="", do="look")
    ada.press(f"{order}/edit", amount_off1="", do="take")
    assert "Scratched" not in ada.text.partition("What happened")[0]
