"""What can go wrong between agent and headquarters, told apart by what to do next."""

from typing import Any

from retail.messages import Message


class HqFault(Exception):
    """A call did not bring a reply that can be used. Its message is fit for people.

    `retry_after_seconds` is how long headquarters asked to be left alone, where it said so; `status` is the code of
    its answer, 0 where there was none.
    """

    def __init__(self, template: str, *, retry_after_seconds: float | None = None, **values: Any) -> None:
        self.message = Message(template, values)
        self.retry_after_seconds = retry_after_seconds
        self.status = 0
        super().__init__(str(self.message))


class HqUnreachable(HqFault):
    """No answer in time, or one that says *not now*. Try again later; nothing is known about the work."""


class ReplyLost(HqUnreachable):
    """The call was taken and the connection ended before an answer: the work may have been done."""


class HqBusy(HqUnreachable):
    """Headquarters (or something before it) is there and says *not now*: 408, 409, 425, 429 and every 5xx."""


class HqFailed(HqBusy):
    """Headquarters broke down over this very call (500): what it carries may be the reason."""


class ConnectionNotSafe(HqUnreachable):
    """The certificate of headquarters could not be proved; not a byte of the call was sent."""


class NetworkAsksForLogin(HqUnreachable):
    """A web page or a redirect came instead of headquarters: the network wants somebody to sign in."""


class ReplyBroken(HqFault):
    """A reply came, but it is cut, changed, foreign or out of date: nothing in it may be believed."""


class TokenRefused(HqFault):
    """Headquarters does not accept this register's token; it has to be enrolled anew."""


class HqRefused(HqFault):
    """Headquarters understood and says no: the same call again brings the same answer."""


class NewIncarnation(HqFault):
    """Headquarters was restored from a backup or made anew: cursors and acknowledgements are of another life."""

    def __init__(self, incarnation: str) -> None:
        super().__init__("Headquarters was restored or made anew: what is recent is offered again")
        self.incarnation = incarnation


class DocumentsRefused(HqRefused):
    """Headquarters cannot read the documents of this call (400, 413, 422): one of them is at fault."""


class HqTooOld(HqBusy):
    """Headquarters cannot read these documents before it is updated: nothing of the call was sent."""


class CursorTooOld(HqRefused):
    """Headquarters no longer holds the changes after this cursor (410): the feed starts again."""


class ProgramTooOld(HqRefused):
    """Headquarters takes what this program sends and tells it nothing new until it is updated (426)."""


class ForeignHq(HqRefused):
    """Another service, retailer or protocol answers at this address: nothing is sent to it."""
