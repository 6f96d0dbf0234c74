"""Which addresses headquarters may have: encrypted everywhere, plain only on this very machine."""

import ipaddress
from urllib.parse import urlsplit

from sync_agent.errors import HqRefused


def hq_address(text: str) -> str:
    """The address without its trailing slash.

    Raises:
        HqRefused: it is no web address, carries a password, or would send the token in the clear.
    """
    try:
        parts = urlsplit(text.strip())
        host, _ = parts.hostname or "", parts.port
    except ValueError as fault:
        raise HqRefused(
            "{address} is not an address of headquarters: {why}", address=text, why=fault
        ) from None
    if parts.scheme not in ("http", "https") or not host:
        raise HqRefused(
            "{address} is not an address of headquarters: write it as https://hq.example.com", address=text
        )
    if parts.username is not None or parts.query or parts.fragment:
        raise HqRefused("The address of headquarters must carry no user, password, query or fragment")
    if parts.scheme == "http" and not _is_this_machine(host):
        raise HqRefused(
            "{address} is not encrypted: use https. Plain http is only for headquarters on this machine",
            address=text,
        )
    return text.strip().rstrip("/")


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
