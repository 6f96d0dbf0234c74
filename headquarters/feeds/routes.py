"""Where registers read what has changed."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from headquarters.auth import CallingDevice
from headquarters.bodies import body_of
from headquarters.context import Context, Headquarters
from headquarters.describing import refuses, takes
from headquarters.devices.service import KnownDevice
from headquarters.errors import Refusal
from headquarters.feeds.agreeing import compare_feeds
from headquarters.feeds.asking import CUSTOMERS, Asked, Place, told_of
from headquarters.feeds.heads import Reach
from headquarters.feeds.positions import PUBLISHED, note_positions
from headquarters.feeds.ready import Body, Range, ReadyPage, ready_page
from headquarters.feeds.service import begin, total
from headquarters.feeds.telling import Position
from headquarters.replies import Nonce, answer, answer_packed, envelope
from headquarters.settings.service import keeps_customers_here
from retail.wire.protocol import (
    END,
    FEEDS,
    SHARED_FEEDS,
    VERSION_HEADER,
    ComparedFeedsReply,
    FeedPage,
    HeldFeedsRequest,
    SharedPage,
)

router = APIRouter(tags=["registers"])

FOR_EVER = "public, max-age=2592000, immutable"
"""What is asked for by its digest never changes. `public`: a cache may keep it although the call bore a token."""


@router.get(FEEDS + "/{name}", response_model=FeedPage, responses=refuses(404, 410, 423, 426))
def read_feed(
    request: Request,
    headquarters: Context,
    device: CallingDevice,
    nonce: Nonce,
    name: str,
    asked: Annotated[Asked, Query()],
) -> Response:
    """The changes of a feed after a cursor; 410 asks to read from the start again, 423 tells nothing for now, 426
    nothing before the program of the register is updated.

    With `marks` whole pages of a feed that may be shared are named by their digests, to be fetched each by itself.
    A store that filters shared customer data is told of no customer; its cursor stays where it is.
    """
    _refuse_paused(device)
    _refuse_too_old(request, headquarters)
    told = told_of(name)
    incarnation, after, reach = _begin(headquarters, device, name, asked.cursor)
    with headquarters.database.reading() as session:
        which = Range(name, device.store, after, asked.limit)
        if name == CUSTOMERS and keeps_customers_here(session, device.store):
            nothing = ready_page((), after, 0)
            told |= {"more": False, "total": 0, "cursor": nothing.cursor(incarnation)}
            return answer_packed(request, nothing.body(envelope(nonce, headquarters) | told))
        if asked.marks and name in SHARED_FEEDS:
            whole, ready = headquarters.pages.following(session, which, reach)
            told["pages"] = [_mark(name, incarnation, page) for page in whole]
            told["more"] = ready is None
            ready = ready or ready_page((), whole[-1].last, 0)
        else:
            ready, told["more"] = headquarters.pages.get(session, which, reach)
        if not asked.cursor or (asked.counted and not told["more"]):
            told["total"] = total(session, name, device.store)
    if name in PUBLISHED:
        note_positions(headquarters, device.register, {name: after})
    told["cursor"] = ready.cursor(incarnation)
    return answer_packed(request, ready.body(envelope(nonce, headquarters) | told))


@router.get(FEEDS + "/{name}/pages/{digest}", response_model=SharedPage, responses=refuses(404, 410))
def read_shared_page(
    request: Request,
    headquarters: Context,
    device: CallingDevice,
    name: str,
    digest: str,
    asked: Annotated[Place, Query()],
) -> Response:
    """The page after a cursor that has this digest; 404 where it has changed since: the feed names the new one."""
    incarnation, after, reach = _begin(headquarters, device, name, asked.cursor)
    with headquarters.database.reading() as session:
        ready, more = headquarters.pages.get(session, Range(name, device.store, after, asked.limit), reach)
    body = _shared(name, incarnation, ready)
    if not more or name not in SHARED_FEEDS or body.digest != digest:
        raise Refusal(404, "There is no such page (any more). Ask for the feed.")
    return answer_packed(request, body, FOR_EVER)


@router.post(
    FEEDS,
    response_model=ComparedFeedsReply,
    openapi_extra=takes(HeldFeedsRequest),
    responses=refuses(409, 423),
)
def compare_what_is_held(
    request: Request,
    headquarters: Context,
    device: CallingDevice,
    nonce: Nonce,
    told: Annotated[HeldFeedsRequest, Depends(body_of(HeldFeedsRequest))],
) -> Response:
    """Compare what a register has of its feeds with what headquarters has for it."""
    headquarters.check_version(told.protocol)
    _refuse_paused(device)
    found = compare_feeds(headquarters, device, told.feeds)
    return answer(request, ComparedFeedsReply(**envelope(nonce, headquarters), feeds=tuple(found)))


def _refuse_too_old(request: Request, headquarters: Headquarters) -> None:
    """A program that speaks what is still read, and no more what is told. The first ones do not say what they speak."""
    version = int(request.headers.get(VERSION_HEADER, "") or headquarters.spoken.oldest)
    if not headquarters.told.has(version):
        raise Refusal(
            426,
            f"This program speaks version {version}; what is new is told from version {headquarters.told.oldest} on. "
            "Update it. What it sells is taken.",
        )


def _refuse_paused(device: KnownDevice) -> None:
    if device.is_paused:
        raise Refusal(
            423, f"{device.register} is paused: it is told nothing new until headquarters resumes it."
        )


def _begin(
    headquarters: Headquarters, device: KnownDevice, feed: str, cursor: str
) -> tuple[str, Position, Reach]:
    """This life of headquarters, the position that a cursor stands for, and how far the feed reaches: what is read
    after this, by another view of the books, has all of that.

    Raises:
        Refusal: see `begin`.
    """
    with headquarters.database.reading() as session:
        incarnation, after = begin(session, feed, cursor)
        return (
            incarnation,
            after,
            headquarters.heads.reach(session.connection(), incarnation, feed, device.store),
        )


def _mark(feed: str, incarnation: str, ready: ReadyPage) -> dict[str, str]:
    return {"cursor": ready.cursor(incarnation), "digest": _shared(feed, incarnation, ready).digest}


def _shared(feed: str, incarnation: str, ready: ReadyPage) -> Body:
    """The body of a page that says nothing of who asks for it."""
    return ready.body({"feed": feed, "cursor": ready.cursor(incarnation), "end": END})
