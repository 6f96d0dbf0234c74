"""PINs: proved against the synced hash, three wrong ones lock, and a restart does not unlock."""

from dataclasses import replace

import pytest

from tests.fixtures.fix_register import PINS, SETTINGS, Register, Shop


@pytest.fixture
def register(shop: Shop) -> Register:
    return shop.open()


def sign_in(register: Register, user: str, pin: str) -> str:
    outcome = register.ask("user.sign_in", user=user, pin=pin)
    return type(outcome).__name__ + ": " + str(getattr(outcome, "message", ""))


def test_the_hash_alone_proves_nothing(register: Register) -> None:
    """With another device secret the right PIN is wrong."""
    register.session.pins._secret = b"another secret"

    assert "not right" in sign_in(register, "cashier", PINS["cashier"])


@pytest.mark.parametrize(
    ("user", "pin"),
    [
        ("cashier", "000000"),
        ("nobody", "270431"),
        ("gone", PINS["gone"]),
        ("", "270431"),
        ("x" * 1000, "270431"),
    ],
)
def test_wrong_unknown_and_former_users_get_the_same_words(register: Register, user: str, pin: str) -> None:
    if user:
        assert sign_in(register, user, pin) == "Refused: User or PIN is not right. Try again."
    else:
        assert register.asks("user.sign_in", user=user, pin=pin) == ["user"]


def test_an_unknown_user_takes_the_same_work(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    verified: list[str] = []
    hasher = register.session.pins._hasher

    class Counting:
        def verify(self, pin_hash: str, proof: str) -> bool:
            verified.append(pin_hash)
            return hasher.verify(pin_hash, proof)

    monkeypatch.setattr(register.session.pins, "_hasher", Counting())
    for user in ("cashier", "nobody", "gone"):
        sign_in(register, user, "000000")

    assert len(verified) == 3


def test_the_third_wrong_pin_locks_for_a_minute_and_the_next_for_two(register: Register) -> None:
    for _ in range(3):
        sign_in(register, "cashier", "000000")
    assert register.kinds() == ["pin.failed", "pin.failed", "pin.locked"]
    assert sign_in(register, "cashier", PINS["cashier"]).endswith("Try again in 60 s.")

    register.clock.go_on(seconds=61)
    sign_in(register, "cashier", "000000")
    assert sign_in(register, "cashier", PINS["cashier"]).endswith("Try again in 120 s.")

    register.clock.go_on(seconds=121)
    assert sign_in(register, "cashier", PINS["cashier"]).startswith("Done")
    assert sign_in(register, "cashier", "000000").endswith("not right. Try again.")


def test_others_go_on_while_one_is_locked(register: Register) -> None:
    for _ in range(3):
        sign_in(register, "cashier", "000000")

    assert sign_in(register, "kari", PINS["kari"]).startswith("Done")


def test_a_restart_does_not_unlock(shop: Shop) -> None:
    register = shop.open()
    for _ in range(3):
        sign_in(register, "cashier", "000000")

    again = shop.open()

    assert "Too many wrong PINs" in sign_in(again, "cashier", PINS["cashier"])


def test_a_locked_register_knows_no_pin_in_its_files(register: Register) -> None:
    sign_in(register, "cashier", PINS["cashier"])
    sign_in(register, "cashier", "314159")

    texts = "".join(entry.text for entry in register.session.journal.entries())
    assert "314159" not in texts
    assert PINS["cashier"] not in texts
    files = b"".join(path.read_bytes() for path in register.folder.iterdir() if path.is_file())
    assert PINS["cashier"].encode() not in files
    assert b"314159" not in files


def test_without_word_from_headquarters_nobody_signs_in_after_the_days_the_store_allows(shop: Shop) -> None:
    shop.publish(replace(SETTINGS, sign_in_days=7))
    register = shop.open()
    shop.clock.go_on(days=7)
    register.do("user.sign_in", user="cashier", pin=PINS["cashier"])
    register.do("user.sign_off")

    shop.clock.go_on(seconds=1)

    why = register.refused("user.sign_in", user="cashier", pin=PINS["cashier"])
    assert "has not said for 7 days who may sign in here" in why
    shop.publish(SETTINGS)
    register.do("user.sign_in", user="cashier", pin=PINS["cashier"])
