"""How long the certificate of headquarters still holds, as this register would prove it."""

import socket
import ssl
import tomllib
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from channel_db.device import read_device
from channel_db.errors import StorageError
from pos_app.config import FILE
from pos_app.findings import Finding, State
from retail.messages import say

SECONDS = 3.0
DAYS_WARNING = 30
HTTPS_PORT = 443


def examine_certificate(folder: Path, now: datetime) -> Finding | None:
    """Until when headquarters' certificate holds; None where nothing is encrypted, or this register is not enrolled."""
    try:
        address = urlsplit(read_device(folder).hq_url)
    except StorageError:
        return None
    if address.scheme != "https" or address.hostname is None:
        return None
    try:
        ends = _end_of(address.hostname, address.port or HTTPS_PORT, _authority(folder))
    except ssl.SSLCertVerificationError as fault:
        words = say(
            "it is not proved: {why}; look at the clock first, then call headquarters",
            why=fault.verify_message,
        )
        return Finding("certificate", State.BROKEN, words)
    except (OSError, ValueError):
        return Finding(
            "certificate", State.WELL, say("not seen now: {host} does not answer", host=address.hostname)
        )
    days = (ends - now) // timedelta(days=1)
    words = say("it holds for {days} days, until {day}", days=days, day=f"{ends:%Y-%m-%d}")
    if days < DAYS_WARNING:
        return Finding("certificate", State.WARNING, say("{what}; headquarters renews it", what=words))
    return Finding("certificate", State.WELL, words)


def _end_of(host: str, port: int, authority: str | None) -> datetime:
    context = ssl.create_default_context(cafile=authority)
    with (
        socket.create_connection((host, port), SECONDS) as line,
        context.wrap_socket(line, server_hostname=host) as proved,
    ):
        certificate = proved.getpeercert() or {}
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(str(certificate["notAfter"])), UTC)


def _authority(folder: Path) -> str | None:
    """The retailer's own authority, where the agent is told of one."""
    with suppress(OSError, ValueError):
        table = tomllib.loads((folder / FILE).read_text(encoding="utf-8")).get("agent", {})
        file = table.get("ca_file") if isinstance(table, dict) else None
        return str(folder / file) if isinstance(file, str) else None
    return None
