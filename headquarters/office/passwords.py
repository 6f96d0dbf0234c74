"""Passwords of the back office: what one must be, and Argon2id hashes of them."""

from functools import cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from headquarters.office.refusals import refuse

LENGTH_MIN = 12
LENGTH_MAX = 128
DIFFERENT_MIN = 5
COMMON = Path(__file__).resolve().parents[2] / "resources" / "passwords" / "common.txt"

_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_NOBODYS = _HASHER.hash("nobody has this password")


def check_password(password: str, name: str) -> None:
    """Accept what is long, not made of the name, and no common password that was only made longer.

    Raises:
        OfficeRefusal: it is not (422).
    """
    if not LENGTH_MIN <= len(password) <= LENGTH_MAX:
        raise refuse(
            422, "A password has {least} to {most} characters; this one has {length}. Choose another.",
            least=LENGTH_MIN, most=LENGTH_MAX, length=len(password),
        )  # fmt: skip
    if len(set(password)) < DIFFERENT_MIN:
        raise refuse(
            422, "A password has at least {least} different characters. Choose another.", least=DIFFERENT_MIN
        )
    if name.casefold() in password.casefold():
        raise refuse(422, "A password does not contain the name. Choose another.")
    if is_common(password):
        raise refuse(
            422,
            "This is a password that many people use, maybe with digits or signs around it. Choose another.",
        )


def is_common(password: str) -> bool:
    """Whether it stands on the list of common passwords; so too without the digits and signs around it, or repeated.

    >>> is_common("Password2026!"), is_common("qwertyuiopqwertyuiop"), is_common("correct horse battery")
    (True, True, False)
    """
    folded = password.casefold()
    letters = [place for place, sign in enumerate(folded) if sign.isalpha()]
    bare = folded[letters[0] : letters[-1] + 1] if letters else folded
    return any(_once(each) in _common() for each in (folded, bare))


def password_hash(password: str) -> str:
    """What is kept of a password."""
    return _HASHER.hash(password.encode("utf-8", "surrogatepass"))


def is_password(kept: str | None, password: str) -> bool:
    """Whether this is the password behind a hash; without one it takes as long, and is never right."""
    try:
        _HASHER.verify(kept or _NOBODYS, password.encode("utf-8", "surrogatepass"))
    except (VerifyMismatchError, InvalidHashError):
        return False
    return kept is not None


def is_weak_hash(kept: str) -> bool:
    """Whether a hash was made when hashing took less work than today."""
    return _HASHER.check_needs_rehash(kept)


def _once(text: str) -> str:
    """The part that a text repeats from its beginning to its end; the whole text where it repeats none."""
    start = (text + text).find(text, 1)
    return text[:start]


@cache
def _common() -> frozenset[str]:
    return frozenset(COMMON.read_text(encoding="utf-8").split())
