"""The envelopes of every call: a reply carries its end mark, and a request its limits."""

from typing import Any

import pytest
from pydantic import ValidationError

from retail.wire.feeds import (
    CustomerRow,
    ErasureRow,
    LayoutRow,
    ListPriceRow,
    PriceRow,
    ProductRow,
    PromotionRow,
    SettingsRow,
    StaffRow,
    StockRow,
)
from retail.wire.protocol import BATCH_MAX, END, FEED_NAMES, HelloReply, UploadReply, UploadRequest

REPLY: dict[str, Any] = {"protocol": 1, "nonce": "n", "tenant": "t", "incarnation": "i", "end": END}
ENTRY = {"id": "x", "kind": "customer", "fingerprint": "f", "text": "{}"}


def test_a_reply_without_its_end_mark_was_cut() -> None:
    hello = {**REPLY, "now": "2026-11-21T14:32:10.000Z"}
    assert HelloReply.of(hello).now == "2026-11-21T14:32:10.000Z"

    for wrong in ({**hello, "end": "en"}, {name: value for name, value in hello.items() if name != "end"}):
        with pytest.raises(ValidationError, match="end"):
            HelloReply.of(wrong)


def test_a_result_is_one_of_the_outcomes() -> None:
    sound = {"id": "x", "outcome": "stored", "account": "10021", "newer": True}
    assert UploadReply.of({**REPLY, "results": [sound]}).results[0].account == "10021"

    with pytest.raises(ValidationError, match="outcome"):
        UploadReply.of({**REPLY, "results": [{**sound, "outcome": "merged"}]})


def test_a_request_holds_no_more_than_a_batch() -> None:
    request: dict[str, Any] = {"protocol": 1, "register_name": "HOUSTON-1", "epoch": "e"}
    full = UploadRequest.model_validate({**request, "documents": (ENTRY,) * BATCH_MAX})
    assert UploadRequest.read(full.written()) == full

    with pytest.raises(ValidationError, match="at most 200"):
        UploadRequest.model_validate({**request, "documents": (ENTRY,) * (BATCH_MAX + 1)})


def test_every_feed_has_its_row() -> None:
    rows = (
        SettingsRow,
        StaffRow,
        LayoutRow,
        PromotionRow,
        ProductRow,
        PriceRow,
        ListPriceRow,
        StockRow,
        CustomerRow,
    )

    # Orders travel as they stand (`wire.orders`).
    told = [(row.__doc__ or "").split("`")[1] for row in (*rows, ErasureRow)]
    assert [*told[:-1], "orders", told[-1]] == list(FEED_NAMES)
