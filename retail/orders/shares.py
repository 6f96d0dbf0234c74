"""Parts of an order line: what of it was handed out or came back, with its share of amount, tax and charges."""

from dataclasses import dataclass

from retail.rounding import divide


@dataclass(frozen=True, slots=True)
class Share:
    """A quantity of a line with what it carries; `charges_minor` stand in the order of the line's charges.

    Units: without tax where prices are without; tax and charges apart.
    """

    quantity_thousandths: int = 0
    amount_minor: int = 0
    tax_minor: int = 0
    charges_minor: tuple[int, ...] = ()

    def plus(self, other: "Share") -> "Share":
        """Both together."""
        charges = self.charges_minor or (0,) * len(other.charges_minor)
        return Share(
            self.quantity_thousandths + other.quantity_thousandths,
            self.amount_minor + other.amount_minor,
            self.tax_minor + other.tax_minor,
            tuple([mine + theirs for mine, theirs in zip(charges, other.charges_minor, strict=True)]),
        )

    def negative(self) -> "Share":
        """The same, coming back."""
        return Share(
            -self.quantity_thousandths,
            -self.amount_minor,
            -self.tax_minor,
            tuple([-charge for charge in self.charges_minor]),
        )


def part_of(whole: Share, gone: Share, quantity_thousandths: int) -> Share:
    """The share of the next `quantity_thousandths` of a whole of which `gone` has gone.

    Each figure is round(whole × part ÷ whole quantity); the last part carries what is left, so that the parts
    always sum to the whole (decision 47).

    >>> whole = Share(3000, 9999, 0)
    >>> first = part_of(whole, Share(), 1000)
    >>> first.amount_minor, part_of(whole, Share(2000, 6666), 1000).amount_minor
    (3333, 3333)
    """
    spent = gone.charges_minor or (0,) * len(whole.charges_minor)
    figures = [
        (whole.amount_minor, gone.amount_minor),
        (whole.tax_minor, gone.tax_minor),
        *zip(whole.charges_minor, spent, strict=True),
    ]
    if gone.quantity_thousandths + quantity_thousandths == whole.quantity_thousandths:
        rest = [figure - taken for figure, taken in figures]
    else:
        rest = [divide(figure * quantity_thousandths, whole.quantity_thousandths) for figure, _ in figures]
    return Share(quantity_thousandths, rest[0], rest[1], tuple(rest[2:]))
