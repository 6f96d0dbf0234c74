"""A refusal as a person at a browser sees it: a page with the words and the way back."""

from fastapi import Request, Response

from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import visitor_of
from headquarters.context import Headquarters
from headquarters.errors import DatabaseBusy, Refusal
from headquarters.office.refusals import OfficeRefusal
from headquarters.office.sessions import Visitor
from headquarters.words import refusal_response
from retail.messages import phrase, say

BUSY = phrase("Headquarters is busy. Try again in a moment.")
"""What a page says in other languages too, although it is said far from here."""
_KNOWN = {
    408: phrase("What was sent took too long to arrive. Send it again."),
    413: phrase("What was sent is too much at once. Send less of it."),
    503: BUSY,
}


def answer(headquarters: Headquarters, request: Request, refusal: Refusal) -> Response:
    """A page where a page was asked for, JSON for programs."""
    if not request.url.path.startswith("/office"):
        return refusal_response(refusal)
    try:
        visitor = visitor_of(request, headquarters)
    except DatabaseBusy:
        visitor = Visitor("en")
    message = (
        refusal.message
        if isinstance(refusal, OfficeRefusal)
        else say(_KNOWN.get(refusal.status, refusal.words))
    )
    response = page("refused.html", visitor, status=refusal.status, message=message)
    if refusal.retry_after_seconds is not None:
        response.headers["Retry-After"] = str(refusal.retry_after_seconds)
    return response
