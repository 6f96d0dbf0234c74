"""Passwords of the back office: what one must be, and Argon2id hashes of them."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from headquarters.office.refusals import refuse

LENGTH_MIN = 12
LENGTH_MAX = 128
DIFFERENT_MIN = 5

_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_NOBODYS = _HASHER.hash("nobody has this password")


def check_password(password: str, name: str) -> None:
    """Accept what is long and not made of the name.

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
