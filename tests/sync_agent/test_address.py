"""An address of headquarters is encrypted, unless it is this very machine."""

import pytest

from sync_agent.address import hq_address
from sync_agent.errors import HqRefused


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://hq.example.com", "https://hq.example.com"),
        (" https://hq.example.com:8443/kassa/ ", "https://hq.example.com:8443/kassa"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000"),
        ("http://127.8.9.1", "http://127.8.9.1"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_may_be(text: str, address: str) -> None:
    assert hq_address(text) == address


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("http://hq.example.com", "not encrypted"),
        ("http://192.168.1.5", "not encrypted"),
        ("http://127.0.0.1.example.com", "not encrypted"),
        ("http://localhost.example.com", "not encrypted"),
        ("ftp://hq.example.com", "not an address"),
        ("hq.example.com", "not an address"),
        ("https://", "not an address"),
        ("", "not an address"),
        ("https://hq.example.com:port", "not an address"),
        ("https://[hq", "not an address"),
        ("https://user:secret@hq.example.com", "no user"),
        ("https://hq.example.com/?a=b", "no user"),
        ("https://hq.example.com/#a", "no user"),
    ],
)
def test_may_not_be(text: str, words: str) -> None:
    with pytest.raises(HqRefused, match=words) as caught:
        hq_address(text)
    assert "secret" not in str(caught.value)
