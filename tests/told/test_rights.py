"""Rights and limits set up at headquarters hold at the register that is at work, and so does who may approve."""

from collections.abc import Mapping

import pytest

from pos_app.operations.registry import Approval, Done, NeedsApproval, Outcome
from tests.headquarters.backoffice.browser import Browser
from tests.headquarters.backoffice.forms import changed, form_of, made, published
from tests.refusals.counter import Counter

PIN = "482913"
BARE, LINA = 2, 4
"""The rows of the role and the person that are made here, behind those of the retailer."""
PRICE: Mapping[str, object] = {"price": "90", "reason": "Other"}


@pytest.fixture(scope="module")
def lina(counter: Counter, ada: Browser) -> int:
    """Lina, who has the bare role, at work with a shoe in her sale; the row of her in the list of staff."""
    made(ada, "roles", code="bare", rights=["retrieve_order", "void_transaction"])
    made(ada, "staff", user="lina", name="Lina", role="bare", pin=PIN, active="on")
    told(counter, ada)
    counter.here.do("user.sign_in", user="lina", pin=PIN)
    counter.here.do("product.add", number="A")
    assert "lina" in ada.get(f"/office/set/staff/detail?pk={LINA}")
    return LINA


def told(counter: Counter, ada: Browser) -> None:
    """Publish what waits, and have the register hear of it."""
    published(ada)
    counter.here.pull()
    counter.binder._tick()


def asked(counter: Counter, operation: str, approval: Approval | None = None, **params: object) -> Outcome:
    outcome, _ = counter.here.desk.dispatch(operation, params, approval)
    return outcome


def test_a_right_of_the_role_or_the_person_is_obeyed_without_signing_in_again(
    counter: Counter, ada: Browser, lina: int
) -> None:
    assert isinstance(asked(counter, "line.price_override", **PRICE), NeedsApproval)
    changed(ada, "roles", BARE, rights=["void_transaction", "price_override"])
    told(counter, ada)
    assert isinstance(asked(counter, "line.price_override", **PRICE), Done)

    changed(ada, "staff", lina, withheld="price_override", given="discount")
    told(counter, ada)
    needed = asked(counter, "line.price_override", **PRICE)
    assert isinstance(needed, NeedsApproval)
    assert isinstance(asked(counter, "line.discount_percent", percent="5", reason="Other"), Done)
    approved = asked(counter, "line.price_override", Approval("cashier", "270431"), **PRICE)
    assert isinstance(approved, Done)


def test_a_limit_of_the_person_is_obeyed_and_one_left_empty_is_that_of_the_role(
    counter: Counter, ada: Browser, lina: int
) -> None:
    changed(ada, "staff", lina, given="", withheld="price_override", price_override_percent="15",
            price_override_direction="lower")  # fmt: skip
    told(counter, ada)
    assert isinstance(asked(counter, "line.price_override", price="85", reason="Other"), Done)
    for price in ("84.95", "100.05"):
        outcome = asked(counter, "line.price_override", price=price, reason="Other")
        assert isinstance(outcome, NeedsApproval), price

    changed(ada, "staff", lina, price_override_percent="", price_override_direction="")
    none = {"line_discount_percent": "0", "total_discount_percent": "0", "position": "1"}
    made(ada, "role-limits", parameters="standard", role="bare", price_override_percent="5", **none)
    told(counter, ada)
    assert isinstance(asked(counter, "line.price_override", price="95", reason="Other"), Done)
    assert isinstance(asked(counter, "line.price_override", price="94.95", reason="Other"), NeedsApproval)


def test_who_is_no_longer_active_is_signed_off_and_approves_nothing(
    counter: Counter, ada: Browser, lina: int
) -> None:
    lines = len(counter.session.cart.lines)
    form = form_of(ada, f"/office/set/staff/edit?pk={lina}")
    del form["active"]
    ada.post(f"/office/set/staff/edit?pk={lina}", **form)
    told(counter, ada)
    assert counter.session.user is None

    counter.here.do("user.sign_in", user="kari", pin="270431")
    assert len(counter.session.cart.lines) == lines, "the sale stays"
    counter.here.do("transaction.void")
    counter.here.do("user.sign_in", user="cashier", pin="270431")
