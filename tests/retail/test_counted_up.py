"""A store may count up equal goods on paper; what was discounted stands by itself."""

from dataclasses import replace
from decimal import Decimal

from retail.pricing import Consent, discount_lines
from retail.receipt_parts import counted_up
from tests.retail.shop import cart_with, document_of, paid_in_cash


def test_equal_goods_stand_on_one_line_and_what_was_discounted_alone() -> None:
    cart = cart_with(1000, 2000)
    cart = replace(cart, lines=(*cart.lines, *[replace(each, number=each.number + 2) for each in cart.lines]))
    off = discount_lines(cart, (4,), Consent("Staff", "kari"), percent=Decimal(10))
    lines = document_of(paid_in_cash(off)).lines

    printed = counted_up(lines)

    assert [(each.number, each.quantity_thousandths, each.amount_minor) for each in printed] == [
        (1, 2000, 2000), (2, 1000, 2000), (4, 1000, 1800),
    ]  # fmt: skip
