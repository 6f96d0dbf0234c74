"""What went wrong on the line, in the words of this package: told apart by what is known of the work."""

from http.client import HTTPException, RemoteDisconnected  # noqa: TID251 -- only to recognise what urllib3 lets through

import requests  # noqa: TID251 -- only to recognise what it raises; exchange alone calls it
import urllib3.exceptions

from sync_agent.errors import ConnectionNotSafe, HqFault, HqUnreachable, ReplyBroken, ReplyLost


def as_hq_fault(fault: BaseException) -> BaseException:
    """The fault in the words of this package; what is none of the network's doing stays as it is."""
    if isinstance(fault, HqFault):
        return fault
    if isinstance(fault, requests.exceptions.SSLError):
        return ConnectionNotSafe(
            "The connection to headquarters is not safe, nothing was sent. Check the clock of this "
            "register and the certificate of headquarters ({why})",
            why=_reason(fault),
        )
    if isinstance(fault, requests.Timeout | urllib3.exceptions.TimeoutError):
        return HqUnreachable("Headquarters did not answer in time")
    if _innermost(fault) is RemoteDisconnected:
        return ReplyLost("Headquarters ended the connection before it answered")
    if isinstance(fault, urllib3.exceptions.HTTPError) or _is_no_http(fault):
        return ReplyBroken("The reply of headquarters was cut or is no HTTP ({why})", why=_reason(fault))
    if isinstance(fault, requests.RequestException | OSError):
        return HqUnreachable("Headquarters cannot be reached ({why})", why=_reason(fault))
    return fault


def _is_no_http(fault: BaseException) -> bool:
    """Whether something answered that was not HTTP; a connection that just ended is none of that."""
    chain: BaseException | None = fault
    while chain is not None:
        if isinstance(chain, HTTPException) and not isinstance(chain, ConnectionError):
            return True
        chain = chain.__context__
    return False


def _reason(fault: BaseException) -> str:
    """The kind of the innermost fault: short, and free of addresses, tokens and bodies."""
    return _innermost(fault).__name__


def _innermost(fault: BaseException) -> type[BaseException]:
    chain = fault
    while chain.__context__ is not None:
        chain = chain.__context__
    return type(chain)
