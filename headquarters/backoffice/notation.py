"""How a page writes figures and moments in a language: its signs from Unicode's locale data, moments in UTC."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from babel import Locale
from markupsafe import Markup

from retail.money import Money, apart

DAYS: Mapping[str, str] = {"en": "%Y-%m-%d", "nb": "%d.%m.%Y", "nl": "%d-%m-%Y"}
"""English days are written so that Europe and America read the same one."""


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount that a sentence says with its currency."""

    minor: int
    currency: str

    def __str__(self) -> str:
        return f"{Money(self.minor, self.currency)} {self.currency}"


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many or how much, in a sentence."""

    thousandths: int

    def __str__(self) -> str:
        return quantity("en", self.thousandths)


def _signs() -> dict[str, tuple[str, str, str]]:
    """Decimal mark, thousands mark and minus of each language."""
    known = {language: Locale.parse(language).number_symbols["latn"] for language in DAYS}
    return {
        language: (signs["decimal"], signs["group"], signs["minusSign"]) for language, signs in known.items()
    }


_SIGNS = _signs()
_FIGURE = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def amount(language: str, money: Money) -> str:
    """An amount with its thousands apart, without its currency.

    >>> amount("nl", Money(123450, "EUR")), amount("en", Money(-1500, "JPY"))
    ('1.234,50', '-1,500')
    """
    return apart(str(money), *_SIGNS[language])


def money(language: str, minor: int, currency: str) -> str:
    """An amount with its currency.

    >>> money("en", 120350, "EUR")
    '1,203.50 EUR'
    """
    return f"{amount(language, Money(minor, currency))} {currency}"


def number(language: str, value: Decimal) -> str:
    """A number with the digits it has, its thousands together.

    >>> number("nl", Decimal("12.5"))
    '12,5'
    """
    mark, _, minus = _SIGNS[language]
    return f"{value:f}".replace(".", mark).replace("-", minus)


def quantity(language: str, thousandths: int) -> str:
    """How many or how much, without needless zeros.

    >>> quantity("nl", 1250), quantity("en", 3000)
    ('1,25', '3')
    """
    return number(language, Decimal(thousandths).scaleb(-3).normalize())


def day(language: str, stored: str | date) -> str:
    """A day in figures.

    >>> day("nl", "2026-11-05"), day("nb", "2026-11-05"), day("en", "2026-11-05")
    ('05-11-2026', '05.11.2026', '2026-11-05')
    """
    return f"{date.fromisoformat(str(stored)):{DAYS[language]}}"


def figure(language: str, name: str, kept: object) -> object:
    """A kept amount or rate, known by the name of its field; any other value as it is.

    >>> figure("nl", "most_minor", "1234.50"), figure("nl", "tax_percent", "12.5"), figure("nl", "version", "2.1")
    ('1.234,50', '12,5', '2.1')
    """
    if not isinstance(kept, str) or not _FIGURE.fullmatch(kept):
        return kept
    if name.endswith("_minor"):
        return apart(kept, *_SIGNS[language])
    return number(language, Decimal(kept)) if name.endswith("_percent") else kept


def written(language: str, value: object) -> str:
    """A value of a sentence: figures and days in the way of the language, anything else as it is.

    >>> written("nl", Sum(150000, "EUR")), written("nb", date(2026, 11, 5)), written("nl", "1.50")
    ('1.500,00 EUR', '05.11.2026', '1.50')
    """
    match value:
        case Money():
            return amount(language, value)
        case Sum():
            return money(language, value.minor, value.currency)
        case Quantity():
            return quantity(language, value.thousandths)
        case Decimal():
            return number(language, value)
        case datetime():
            return str(value)
        case date():
            return day(language, value)
    return str(value)


def moment(language: str, stored: str | None) -> Markup:
    """A moment as it was stored or as a register wrote it, to the second; nothing of none."""
    if not stored:
        return Markup()
    shown = f"{datetime.fromisoformat(stored).astimezone(UTC):{DAYS[language]} %H:%M:%S}"
    return Markup('<time datetime="{}">{} UTC</time>').format(stored, shown)
