"""What many registers have of a feed after the same news, compared with a sum that was counted once.

Where all that a register holds is the same, and no case says otherwise, it is answered in front of the application;
whatever differs, is to be counted or is in any doubt, the route looks at.
"""

import json
from collections.abc import Mapping
from functools import partial
from logging import getLogger

from sqlalchemy import bindparam, func, select
from starlette.types import ASGIApp, Receive, Scope, Send

from headquarters.bodies import given
from headquarters.cases.models import Case
from headquarters.context import Headquarters
from headquarters.devices.hearing import is_first_heard
from headquarters.devices.quick_call import QuickCall, answer_with, asked, read_call, standing_of
from headquarters.errors import DatabaseBusy
from headquarters.feeds.agreeing import CASE, case_about
from headquarters.feeds.asking import is_told
from headquarters.replies import envelope_of
from headquarters.written_out import WrittenOut
from retail.wire.base import digest
from retail.wire.protocol import FEED_NAMES, FEEDS, ComparedFeed, HeldFeedsRequest

_OPEN = WrittenOut(
    select(func.count()).where(
        Case.kind == bindparam("kind"), Case.about == bindparam("about"), Case.closed_at.is_(None)
    )
)

_log = getLogger(__name__)
_Call = QuickCall[HeldFeedsRequest]


class QuickCompare:
    """Answers who holds what headquarters has counted; all other calls go on to `app`. It is given whole bodies."""

    def __init__(self, app: ASGIApp, headquarters: Headquarters) -> None:
        self._app = app
        self._headquarters = headquarters

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] == "http" and scope["path"] == FEEDS and scope["method"] == "POST":
            body = (await receive())["body"]
            call = read_call(scope, self._headquarters, partial(_said, body), body)
            answer = None if call is None or call.following else await self._answer(call)
            if answer is not None:
                await answer_with(send, answer, digest(answer))
                return
            receive = given(body, receive)
        await self._app(scope, receive, send)

    async def _answer(self, call: _Call) -> bytes | None:
        try:
            return await asked(self._headquarters, lambda: self._compared(call))
        except DatabaseBusy:
            return None
        except Exception:  # noqa: BLE001 -- the route answers it, or says no in its words
            _log.exception("what a register holds could not be compared at once")
            return None

    def _compared(self, call: _Call) -> bytes | None:
        """That all is the same, once it is noted that it was heard; None where the route is to compare."""
        parts = self._headquarters
        if not parts.spoken.has(call.said.protocol):
            return None
        found = []
        with parts.database.asking() as connection:
            row = standing_of(connection, call, parts.clock.now())
            if row is None or row.paused_at or not row.proves(call):
                return None
            for each in call.said.feeds:
                if each.feed not in FEED_NAMES or not is_told(connection, each.feed, row.store):
                    return None
                reach = parts.heads.reach(connection, row.incarnation, each.feed, row.store)
                theirs = parts.feed_sums.known(each.feed, row.store, reach)
                if theirs is None or (each.count, each.total) != (theirs.sum.rows, theirs.sum.written()):
                    return None
                about = case_about(row.register, each.feed)
                if _OPEN.rows(connection, kind=CASE, about=about) != [(0,)]:
                    return None
                cursor = f"{row.incarnation}.{theirs.last.written()}"
                found.append(
                    ComparedFeed(feed=each.feed, standing="same", count=theirs.sum.rows, cursor=cursor)
                )
        if not parts.pacing.may(row.id, FEEDS):
            return None
        said = envelope_of(parts, call.nonce, row.tenant, row.incarnation)
        end = said.pop("end")
        said |= {"feeds": [each.model_dump() for each in found], "end": end}
        body = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
        return body if is_first_heard(parts, row.id, call.counter, call.nonce) else None


def _said(body: bytes, query: Mapping[str, str]) -> HeldFeedsRequest:
    return HeldFeedsRequest.model_validate_json(body)
