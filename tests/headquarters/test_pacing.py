"""How often somebody may call: over the wire it is told when to come again, and no other register is held up."""

import pytest

from headquarters.office.refusals import OfficeRefusal
from headquarters.pacing import IN_HAND, PER_SECOND, Pacing, cost_of
from retail.wire.protocol import BATCH_MAX, HELLO, ORDERS, UPLOADS
from tests.fixtures.fix_headquarters import RunningHeadquarters

SEARCH = f"{ORDERS}?text=nobody"


def test_who_floods_headquarters_is_told_to_wait_and_others_are_heard(shop: RunningHeadquarters) -> None:
    flooding, other = shop.enrol("HOUSTON-1"), shop.enrol("SEATTLE-1")

    answers = (shop.call("GET", SEARCH, token=flooding.token) for _ in range(int(IN_HAND)))
    said = next(each for each in answers if each.status != 200)

    assert said.status == 429
    assert said.json["detail"].startswith("There were too many calls in a short time. Try again in")
    assert said.headers["Retry-After"] == "1"
    assert shop.call("GET", SEARCH, token=other.token).status == 200


def test_the_dear_calls_use_up_more_and_time_gives_it_back() -> None:
    seconds = [0.0]
    pacing = Pacing(30, 1, lambda: seconds[0])

    pacing.take("a", ORDERS)
    pacing.take("a", ORDERS)
    with pytest.raises(OfficeRefusal) as refused:
        pacing.take("a", HELLO)
    assert refused.value.retry_after_seconds == 2
    pacing.take("b", HELLO)

    seconds[0] = 1.0
    assert pacing.may("a", HELLO)
    assert not pacing.may("a", HELLO), "it was taken"


@pytest.mark.parametrize(
    ("calls", "seconds"),
    [
        ({HELLO: 1, "/v1/feeds/prices": 9, UPLOADS: 1}, 1),
        ({ORDERS: 3, HELLO: 1}, 1),
        ({UPLOADS: 200_000 // BATCH_MAX}, 60),
        ({"/v1/feeds/prices": 1000}, 10),
    ],
    ids=["news all the time", "somebody who types on and on", "200,000 unsent sales", "a million rows"],
)
def test_no_honest_register_is_hit(calls: dict[str, int], seconds: int) -> None:
    """These are many times what a register does in this time by the pace of its agent and of fingers."""
    needed = sum(cost_of(path) * count for path, count in calls.items())

    assert needed <= (PER_SECOND if seconds == 1 else IN_HAND + PER_SECOND * seconds)
