"""Rights and limits set up at headquarters hold at the register that is at work, and so does who may approve."""

from collections.abc import Mapping

import pytest

from pos_app.operations.registry import Approval, Done, NeedsApproval, Outcome, Refused
from tests.headquarters.backoffice.browser import Browser
from tests.headquarters.backoffice.forms import changed, form_of, made, published
from tests.refusals.counter import Counter

PIN = "482913"
BARE, LINA = 2, 4
"""The rows of the role and the person that are made here, behind those of the retailer."""
PRICE: dict[str, object] = {"price": "90", "reason": "Other"}


@pytest.fixture(scope="module")
def made_lina(ada: Browser) -> int:
    """The row of Lina, who has the bare role."""
    made(ada, "roles", code="bare", rights=["retrieve_order", "void_transaction"])
    made(ada, "staff", user="lina", name="Lina", role="bare", pin=PIN, active="on")
    assert "lina" in ada.get(f"/office/set/staff/detail?pk={LINA}")
    return LINA


@pytest.fixture
def lina(counter: Counter, ada: Browser, made_lina: int) -> int:
    """Lina at work, with a shoe in her sale; her row."""
    told(counter, ada)
    counter.here.do("user.sign_in", user="lina", pin=PIN)
    counter.here.do("product.add", number="A")
    return made_lina


def told(counter: Counter, ada: Browser) -> None:
    """Publish what waits, and have the register hear of it."""
    published(ada)
    counter.here.pull()
    counter.binder._tick()


def asked(counter: Counter, operation: str, params: Mapping[str, object], by: str = "") -> Outcome:
    """What comes of a step; `by` is who approves it."""
    approval = Approval(by, "270431") if by else None
    return counter.here.desk.dispatch(operation, params, approval)[0]


def test_a_right_of_the_role_or_the_person_is_obeyed_without_signing_in_again(
    counter: Counter, ada: Browser, lina: int
) -> None:
    assert isinstance(asked(counter, "line.price_override", PRICE), NeedsApproval)
    changed(ada, "roles", BARE, rights=["void_transaction", "price_override"])
    told(counter, ada)
    assert isinstance(asked(counter, "line.price_override", PRICE), Done)

    changed(ada, "staff", lina, withheld="price_override", given="discount")
    told(counter, ada)
    needed = asked(counter, "line.price_override", PRICE)
    assert isinstance(needed, NeedsApproval)
    assert isinstance(asked(counter, "line.discount_percent", {"percent": "5", "reason": "Other"}), Done)
    approved = asked(counter, "line.price_override", PRICE, by="cashier")
    assert isinstance(approved, Done)


def test_a_limit_of_the_person_is_obeyed_and_one_left_empty_is_that_of_the_role(
    counter: Counter, ada: Browser, lina: int
) -> None:
    changed(ada, "staff", lina, given="", withheld="price_override", price_override_percent="15",
            price_override_direction="lower")  # fmt: skip
    told(counter, ada)
    assert isinstance(asked(counter, "line.price_override", PRICE | {"price": "85"}), Done)
    for price in ("84.95", "100.05"):
        outcome = asked(counter, "line.price_override", PRICE | {"price": price})
        assert isinstance(outcome, NeedsApproval), price

    changed(ada, "staff", lina, price_override_percent="", price_override_direction="")
    none = {"line_discount_percent": "0", "total_discount_percent": "0", "position": "1"}
    made(ada, "role-limits", parameters="standard", role="bare", price_override_percent="5", **none)
    told(counter, ada)
    assert isinstance(asked(counter, "line.price_override", PRICE | {"price": "95"}), Done)
    assert isinstance(asked(counter, "line.price_override", PRICE | {"price": "94.95"}), NeedsApproval)


def test_who_is_no_longer_active_is_signed_off_and_let_in_no_more(
    counter: Counter, ada: Browser, lina: int
) -> None:
    form = form_of(ada, f"/office/set/staff/edit?pk={lina}")
    del form["active"]
    ada.post(f"/office/set/staff/edit?pk={lina}", **form)
    told(counter, ada)
    assert counter.session.user is None

    counter.here.do("user.sign_in", user="kari", pin="270431")
    assert len(counter.session.cart.lines) == 1, "the sale stays"
    assert isinstance(asked(counter, "user.sign_in", {"user": "lina", "pin": PIN}), Refused)
    changed(ada, "staff", lina, active="on")
