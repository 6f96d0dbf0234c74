"""Parts of an order line: what of it was handed out or came back, with its share of amount, tax and charges."""

from dataclasses import dataclass
from itertools import zip_longest

from retail.rounding import divide


@dataclass(frozen=True, slots=True)
class Share:
    """A quantity of a line with what it carries; charges and their taxes stand in the order of the line's charges.

    Units: without tax where prices are without; tax and charges apart.
    """

    quantity_thousandths: int = 0
    amount_minor: int = 0
    tax_minor: int = 0
    charges_minor: tuple[int, ...] = ()
    charge_taxes_minor: tuple[int, ...] = ()

    def plus(self, other: "Share") -> "Share":
        """Both together."""
        return Share(
            self.quantity_thousandths + other.quantity_thousandths,
            self.amount_minor + other.amount_minor,
            self.tax_minor + other.tax_minor,
            _sums(self.charges_minor, other.charges_minor),
            _sums(self.charge_taxes_minor, other.charge_taxes_minor),
        )

    def negative(self) -> "Share":
        """The same, coming back."""
        return Share(
            -self.quantity_thousandths,
            -self.amount_minor,
            -self.tax_minor,
            tuple([-charge for charge in self.charges_minor]),
            tuple([-tax for tax in self.charge_taxes_minor]),
        )


def _sums(mine: tuple[int, ...], theirs: tuple[int, ...]) -> tuple[int, ...]:
    return tuple([one + other for one, other in zip_longest(mine, theirs, fillvalue=0)])


def part_of(whole: Share, gone: Share, quantity_thousandths: int) -> Share:
    """The share of the next `quantity_thousandths` of a whole of which `gone` has gone.

    Each figure is round(whole × part ÷ whole quantity), and never more than is left; the last part carries what is
    left, so that the parts always sum to the whole (decision 47).

    >>> whole = Share(3000, 9999, 0)
    >>> first = part_of(whole, Share(), 1000)
    >>> first.amount_minor, part_of(whole, Share(2000, 6666), 1000).amount_minor
    (3333, 3333)
    """
    rest = whole.plus(gone.negative())
    if quantity_thousandths == rest.quantity_thousandths:
        return rest

    def part(figure: int, left: int) -> int:
        share = divide(figure * quantity_thousandths, whole.quantity_thousandths)
        return min(share, left) if figure >= 0 else max(share, left)

    def parts(figures: tuple[int, ...], left: tuple[int, ...]) -> tuple[int, ...]:
        return tuple([part(*pair) for pair in zip_longest(figures, left, fillvalue=0)])

    return Share(
        quantity_thousandths,
        part(whole.amount_minor, rest.amount_minor),
        part(whole.tax_minor, rest.tax_minor),
        parts(whole.charges_minor, rest.charges_minor),
        parts(whole.charge_taxes_minor, rest.charge_taxes_minor),
    )
