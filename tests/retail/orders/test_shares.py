"""Parts of a line always sum to the line, in every figure, and none is more than what is left (decision 47)."""

from hypothesis import given
from hypothesis import strategies as st

from retail.orders.shares import Share, part_of

amounts = st.integers(0, 10_000)
several = st.lists(amounts, max_size=3).map(tuple)


@st.composite
def wholes(draw: st.DrawFn) -> Share:
    charges = draw(several)
    taxes = tuple([charge // 4 for charge in charges])
    return Share(draw(st.integers(1, 9000)), draw(amounts), draw(amounts), charges, taxes)


def figures(share: Share) -> list[int]:
    return [
        share.quantity_thousandths, share.amount_minor, share.tax_minor, *share.charges_minor,
        *share.charge_taxes_minor,
    ]  # fmt: skip


@given(wholes(), st.data())
def test_parts_sum_to_the_whole_and_none_is_negative(whole: Share, data: st.DataObject) -> None:
    gone = Share()
    while gone.quantity_thousandths < whole.quantity_thousandths:
        left = whole.quantity_thousandths - gone.quantity_thousandths
        part = part_of(whole, gone, data.draw(st.integers(max(1, left // 3), left)))
        assert min(figures(part)) >= 0
        gone = gone.plus(part)

    assert gone == whole


@given(wholes(), st.data())
def test_what_comes_back_mirrors_what_went(whole: Share, data: st.DataObject) -> None:
    part = part_of(whole, Share(), data.draw(st.integers(1, whole.quantity_thousandths)))

    assert figures(part.plus(part.negative())) == [0] * len(figures(part))
    assert part_of(whole.negative(), Share(), -part.quantity_thousandths) == part.negative()


def test_the_last_of_three_bears_the_cent_that_rounding_left() -> None:
    whole = Share(3000, 10_000, 625)

    first = part_of(whole, Share(), 1000)
    second = part_of(whole, first, 1000)
    last = part_of(whole, first.plus(second), 1000)

    assert [each.amount_minor for each in (first, second, last)] == [3333, 3333, 3334]
    assert [each.tax_minor for each in (first, second, last)] == [208, 208, 209]


def test_two_cents_over_four_pieces_never_go_below_nothing() -> None:
    whole, gone, parts = Share(4000, 2), Share(), []
    for _ in range(4):
        parts.append(part_of(whole, gone, 1000))
        gone = gone.plus(parts[-1])

    assert [each.amount_minor for each in parts] == [1, 1, 0, 0]
