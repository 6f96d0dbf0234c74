"""The line speaks no TLS that is long broken, whatever the machine would still allow."""

import ssl
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
import urllib3.connection
import urllib3.util.ssl_

from retail.clock import ReadClock
from sync_agent.errors import ConnectionNotSafe
from sync_agent.hq_client import HqClient
from tests.sync_agent.conftest import counted_nonces, device_at
from tests.sync_agent.test_hq_client import CERTIFICATES, tls_server


@pytest.mark.parametrize("oldest", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_tls_older_than_1_2_gets_no_byte_of_the_call_even_where_the_machine_allows_it(
    oldest: ssl.TLSVersion, clock: ReadClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    allows_everything = partial(lenient, urllib3.util.ssl_.create_urllib3_context)
    monkeypatch.setattr(urllib3.connection, "create_urllib3_context", allows_everything)
    server = tls_server("proper", oldest)
    client = HqClient(device_at(server.address), clock, counted_nonces(), ca_file=CERTIFICATES / "ca.pem")

    try:
        with pytest.raises(ConnectionNotSafe, match="nothing was sent"):
            client.hello()
    finally:
        client.close()
        server.stop()
    assert not server.seen


def lenient(make: Callable[..., ssl.SSLContext], *args: Any, **kwargs: Any) -> ssl.SSLContext:
    """As on a machine whose policy still allows what is long broken."""
    context = make(*args, **kwargs)
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    if kwargs.get("ssl_minimum_version") is None:
        context.minimum_version = ssl.TLSVersion.TLSv1
    return context
