"""Of what was heard so much is remembered as counts, and no more."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from headquarters.devices.heard import Heard


def public(key: str) -> str:
    """The public key of a private one; both in hexadecimal."""
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(key)).public_key().public_bytes_raw().hex()


def test_a_call_is_first_once_under_its_counter() -> None:
    heard = Heard()

    assert [heard.is_first(1, "0", "a") for _ in range(2)] == [True, False]
    assert heard.is_first(2, "0", "a"), "of another device"
    assert heard.is_first(1, "1.x", "b")
    assert not heard.is_first(1, "0", "a"), "the counter before still counts"


def test_memory_is_bounded_by_calls_counters_and_devices() -> None:
    heard = Heard(calls_max=2, devices_max=2)
    for device in range(5):
        for counter in ("1.a", "2.b", "3.c"):
            for nonce in "abcd":
                heard.is_first(device, counter, nonce)

    kept = heard._devices
    assert list(kept) == [3, 4]
    assert {name: list(nonces) for name, nonces in kept[4].items()} == {"2.b": ["c", "d"], "3.c": ["c", "d"]}
