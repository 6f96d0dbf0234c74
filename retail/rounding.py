"""The one rounding of the trade: half away from zero, to whole minor units, once."""

from decimal import Decimal


def divide(numerator: int, denominator: int) -> int:
    """Divide whole numbers and round half away from zero.

    Raises:
        ZeroDivisionError: `denominator` is 0.

    >>> divide(5, 2), divide(-5, 2), divide(4, 3)
    (3, -3, 1)
    """
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    if numerator >= 0:
        return (2 * numerator + denominator) // (2 * denominator)
    return -((-2 * numerator + denominator) // (2 * denominator))


def percent_of(amount_minor: int, percent: Decimal) -> int:
    """Take `percent` of an amount, rounded once.

    >>> percent_of(21599, Decimal(10))
    2160
    """
    top, bottom = percent.as_integer_ratio()
    return divide(amount_minor * top, 100 * bottom)


def percent_off(amount_minor: int, percent: Decimal) -> int:
    """What a discount of `percent` takes off an amount: so much that what is left is rounded, once.

    15 % off 24.30 leaves 20.655, which is 20.66.

    >>> percent_off(2430, Decimal(15))
    364
    """
    return amount_minor - percent_of(amount_minor, 100 - percent)


def percent_within(amount_minor: int, percent: Decimal) -> int:
    """Take out the `percent` that an amount already includes: gross * r / (100 + r), rounded once.

    >>> percent_within(10000, Decimal(19))
    1597
    """
    top, bottom = percent.as_integer_ratio()
    return divide(amount_minor * top, 100 * bottom + top)


def share_within(amount_minor: int, part_percent: Decimal, percent: Decimal) -> int:
    """Take out one tax of several that an amount includes, `percent` together: gross * part / (100 + r), rounded once.

    >>> share_within(11800, Decimal(9), Decimal(18))
    900
    """
    part_top, part_bottom = part_percent.as_integer_ratio()
    top, bottom = percent.as_integer_ratio()
    return divide(amount_minor * part_top * bottom, part_bottom * (100 * bottom + top))


def to_coin(amount_minor: int, coin_minor: int) -> int:
    """Round an amount to the smallest coin, half away from zero.

    >>> to_coin(998, 5), to_coin(997, 5)
    (1000, 995)
    """
    return divide(amount_minor, coin_minor) * coin_minor


def spread(amount_minor: int, weights: list[int]) -> list[int]:
    """Spread an amount by weight; each share is rounded, the last takes the rest, so that they sum to it.

    No share is larger than what is left, so that roundings never turn the rest's sign (decisions 33 and 47).

    >>> spread(100, [1, 1, 1]), spread(1500, [5000, 3000]), spread(2, [1, 1, 1, 1])
    ([33, 33, 34], [938, 562], [1, 1, 0, 0])

    Raises:
        ValueError: a weight is negative.
    """
    if any(weight < 0 for weight in weights):
        raise ValueError(f"weights {weights} are not all positive")
    whole = sum(weights)
    if whole == 0:
        weights, whole = [1] * len(weights), len(weights)
    shares, left = [], amount_minor
    for weight in weights[:-1]:
        share = divide(amount_minor * weight, whole)
        share = min(share, left) if amount_minor >= 0 else max(share, left)
        shares.append(share)
        left -= share
    return [*shares, left] if weights else []
