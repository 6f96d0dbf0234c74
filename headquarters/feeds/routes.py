"""Where registers read what has changed."""

import json
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from headquarters.auth import CallingDevice
from headquarters.context import Context
from headquarters.feeds.service import Page, page
from headquarters.replies import Nonce, answer_written, envelope
from retail.wire.base import Json
from retail.wire.protocol import FEEDS, PAGE_ROWS_MAX, FeedPage

router = APIRouter(tags=["registers"])


@router.get(FEEDS + "/{name}", response_model=FeedPage)
def read_feed(
    request: Request,
    headquarters: Context,
    device: CallingDevice,
    nonce: Nonce,
    name: str,
    cursor: Annotated[str, Query(max_length=100)] = "",
    limit: Annotated[int, Query(ge=1, le=PAGE_ROWS_MAX)] = PAGE_ROWS_MAX,
) -> Response:
    """The changes of a feed after a cursor ("" = from the start); 410 asks to read from the start again."""
    with headquarters.database.reading() as session:
        found = page(session, name, device.store, cursor, limit)
    return answer_written(request, written(found, name, envelope(nonce, headquarters)))


def written(found: Page, feed: str, envelope: Json) -> str:
    """The `FeedPage` as JSON, put together from the values as they are kept; its end mark is the last thing in it."""
    head = envelope | {"feed": feed, "cursor": found.cursor, "more": found.more, "total": found.total}
    end = head.pop("end")
    rows = ",".join([row.written() for row in found.rows])
    return f'{json.dumps(head)[:-1]},"rows":[{rows}],"end":{json.dumps(end)}}}'
