"""What a search of customers can be limited to, and the signs by which a store's people say so."""

from collections.abc import Sequence
from enum import StrEnum

from retail.errors import CannotBe
from retail.messages import phrase

SHORTCUTS_MAX = 12


class SearchField(StrEnum):
    """One field that a search can be limited to."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    CARD = "card"
    ADDRESS = "address"
    ACCOUNT = "account"


FIELD_WORDS = {
    SearchField.NAME: phrase("Name"),
    SearchField.EMAIL: phrase("E-mail"),
    SearchField.PHONE: phrase("Phone"),
    SearchField.CARD: phrase("Loyalty card"),
    SearchField.ADDRESS: phrase("Address"),
    SearchField.ACCOUNT: phrase("Number"),
}


def limited(typed: str) -> tuple[SearchField | None, str]:
    """The field that what was typed names before a colon, and what is behind it; everything where it names none.

    >>> limited("phone: 912 34"), limited("Anna: Berg")
    ((<SearchField.PHONE: 'phone'>, '912 34'), (None, 'Anna: Berg'))
    """
    sign, colon, rest = typed.partition(":")
    name = sign.strip().casefold()
    return (SearchField(name), rest.strip()) if colon and name in list(SearchField) else (None, typed)


def spelled_out(typed: str, shortcuts: Sequence[str]) -> str:
    """What was typed with the field's own name for the store's sign of it, as `limited` reads it.

    >>> spelled_out("t:912", ("t: phone",)), spelled_out("x:912", ("t: phone",))
    ('phone:912', 'x:912')
    """
    sign, colon, rest = typed.partition(":")
    field = dict(map(_read, shortcuts)).get(sign.strip().casefold()) if colon else None
    return f"{field}:{rest}" if field else typed


def signs_of(shortcuts: Sequence[str]) -> list[tuple[str, SearchField]]:
    """The signs of a store and their fields, in its order."""
    return [(sign, SearchField(field)) for sign, field in map(_read, shortcuts)]


def check_shortcuts(shortcuts: Sequence[str]) -> None:
    """Let shortcuts pass that people can type and tell apart.

    Raises:
        CannotBe: names the one that cannot be.
    """
    if len(shortcuts) > SHORTCUTS_MAX:
        raise CannotBe("there are at most {most} search shortcuts", most=SHORTCUTS_MAX)
    signs = []
    for each in shortcuts:
        sign, field = _read(each)
        if not sign.isalnum() or field not in list(SearchField):
            raise CannotBe(
                "search shortcut '{shortcut}': type letters, a colon, and one of {fields}",
                shortcut=each, fields=", ".join(SearchField),
            )  # fmt: skip
        if sign in signs or (sign in list(SearchField) and sign != field):
            raise CannotBe("search shortcut '{shortcut}': {sign} means something else already",
                           shortcut=each, sign=sign)  # fmt: skip
        signs.append(sign)


def _read(shortcut: str) -> tuple[str, str]:
    sign, _, field = shortcut.partition(":")
    return sign.strip().casefold(), field.strip().casefold()
