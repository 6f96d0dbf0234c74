"""Where registers read what has changed."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from headquarters.auth import CallingDevice
from headquarters.context import Context
from headquarters.describing import refuses
from headquarters.feeds.ready import Range
from headquarters.feeds.service import begin, total
from headquarters.replies import Nonce, answer_packed, envelope
from retail.wire.protocol import FEEDS, PAGE_ROWS_MAX, FeedPage

router = APIRouter(tags=["registers"])


@router.get(FEEDS + "/{name}", response_model=FeedPage, responses=refuses(404, 410))
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
        incarnation, after = begin(session, name, cursor)
        ready, more = headquarters.pages.get(session, Range(name, device.store, after, limit))
        count = None if cursor else total(session, name, device.store)
    told = {"feed": name, "cursor": f"{incarnation}.{ready.last}", "more": more, "total": count}
    return answer_packed(request, ready.body(envelope(nonce, headquarters) | told))
