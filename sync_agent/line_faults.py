"""What went wrong on the line, in the words of this package: told apart by what is known of the work."""

import ssl
from http.client import HTTPException, RemoteDisconnected  # noqa: TID251 -- only to recognise what urllib3 lets through

import requests  # noqa: TID251 -- only to recognise what it raises; exchange alone calls it
import urllib3.exceptions

from sync_agent.errors import ConnectionNotSafe, HqFault, HqUnreachable, ReplyBroken, ReplyLost

_NOT_YET, _EXPIRED, _SIGNED_BY_ITSELF, _NO_ISSUER, _NO_ROOT, _NO_LEAF, _HOST, _ADDRESS = (
    9,
    10,
    18,
    20,
    19,
    21,
    62,
    64,
)
"""What OpenSSL calls the ways in which a certificate proves nothing (`X509_V_ERR_...`)."""

_UNSAFE = (
    "The connection to headquarters is not safe, nothing was sent: what answers there speaks no TLS that this register "
    "trusts. Check the address of headquarters ({why})"
)
_CLOCK = (
    "The certificate of headquarters is not valid yet by the clock of this register, nothing was sent. "
    "Set the clock right ({why})"
)
_OLD = (
    "The certificate of headquarters has expired by the clock of this register, nothing was sent. Look at the clock; "
    "if it is right, headquarters needs a new certificate ({why})"
)
_UNKNOWN = (
    "The certificate of headquarters was made by nobody this register trusts, nothing was sent. Ask who runs "
    "headquarters for the authority's certificate and name it in the register's settings ({why})"
)
_ANOTHER = (
    "The certificate belongs to another host than the address of headquarters, nothing was sent. "
    "Check that address ({why})"
)
_UNPROVED = {
    _NOT_YET: _CLOCK, _EXPIRED: _OLD, _HOST: _ANOTHER, _ADDRESS: _ANOTHER,
    **dict.fromkeys((_SIGNED_BY_ITSELF, _NO_ISSUER, _NO_ROOT, _NO_LEAF), _UNKNOWN),
}  # fmt: skip


def as_hq_fault(fault: BaseException) -> BaseException:
    """The fault in the words of this package; what is none of the network's doing stays as it is."""
    if isinstance(fault, HqFault):
        return fault
    if isinstance(fault, requests.exceptions.SSLError):
        return ConnectionNotSafe(_UNPROVED.get(_verdict(fault), _UNSAFE), why=_reason(fault))
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


def _verdict(fault: BaseException) -> int:
    """Why a certificate proved nothing; 0 where it was not the certificate."""
    chain: BaseException | None = fault
    while chain is not None:
        if isinstance(chain, ssl.SSLCertVerificationError):
            return chain.verify_code
        chain = chain.__context__
    return 0


def _reason(fault: BaseException) -> str:
    """The kind of the innermost fault: short, and free of addresses, tokens and bodies."""
    return _innermost(fault).__name__


def _innermost(fault: BaseException) -> type[BaseException]:
    chain = fault
    while chain.__context__ is not None:
        chain = chain.__context__
    return type(chain)
