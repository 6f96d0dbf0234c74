"""Which earlier line a cancelled one takes back: the same customer, code and price, and as much of it left."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from benchmarks.online_retail import Invoice, Line


@dataclass(slots=True)
class Sale:
    """What one invoice became at a register: an order where goods were to be handed out later, else a plain sale.

    `id` is the order's or the transaction's, `desk` the register that did the last thing to it, `quantities` what its
    lines hold, by number.
    """

    invoice: str
    id: str
    desk: str
    is_order: bool
    quantities: dict[int, int]
    ships: bool = False
    is_gone: bool = True


@dataclass(slots=True)
class SoldLine:
    """One line as it was entered, and how many pieces of it have not come back."""

    sale: Sale
    number: int
    code: str
    price: Decimal
    sold: int
    left: int


class SoldLines:
    """Every line sold so far, by who bought what at which price; the newest that fits is taken back."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, str, Decimal], list[SoldLine]] = defaultdict(list)
        self._of_customer: dict[str, list[SoldLine]] = defaultdict(list)

    def add(self, customer: str, line: SoldLine) -> None:
        self._lines[customer, line.code, line.price].append(line)
        self._of_customer[customer].append(line)

    def covering(self, customer: str, line: Line) -> SoldLine | None:
        """The newest line this one takes back; what comes back is no longer left on it. None where none fits."""
        if not customer:
            return None
        for sold in reversed(self._lines[customer, line.code, line.price]):
            if sold.left >= -line.quantity:
                sold.left += line.quantity
                return sold
        return None

    def worth(self, customer: str, amount: Decimal) -> tuple[SoldLine, int] | None:
        """The newest line a discount of this amount can be given on, and of how many pieces; these are taken."""
        for sold in reversed(self._of_customer[customer]):
            if sold.price > 0:
                pieces = int((amount / sold.price).to_integral_value(ROUND_CEILING))
                if pieces <= sold.left:
                    sold.left -= pieces
                    return sold, pieces
        return None


def matching(invoices: list[Invoice]) -> Counter[str]:
    """How many cancelled lines one earlier line covers, whatever came back of it before, and why others have none."""
    sold: dict[tuple[str, str, Decimal], list[int]] = defaultdict(list)
    found: Counter[str] = Counter()
    for invoice in invoices:
        for line in invoice.lines:
            earlier = sold[invoice.customer, line.code, line.price]
            if not invoice.is_cancellation:
                earlier += [line.quantity] if line.quantity > 0 else []
            elif not invoice.customer:
                found["no_customer"] += 1
            elif any(quantity >= -line.quantity for quantity in earlier):
                found["single_earlier_line_covers_it"] += 1
            elif sum(earlier) >= -line.quantity:
                found["only_several_earlier_lines_together_cover_it"] += 1
            else:
                found["no_matching_earlier_sale_in_this_part"] += 1
    return found
