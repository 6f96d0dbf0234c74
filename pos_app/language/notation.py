"""How a language writes amounts, numbers and days: its signs from Unicode's locale data, our own patterns."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date

from retail.money import Money, apart

DAYS_KEPT = 1000
"""How many written days are kept: a year in every pattern and language is more than a screen ever asks for."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """Days by Unicode's pattern letters: in figures, with the weekday, without it."""

    figures: str
    day: str
    short: str


PATTERNS = {
    "en": Patterns("d MMM y", "EEE d MMM", "d MMM"),
    "nb": Patterns("dd.MM.y", "EEE d. MMM", "d. MMM"),
    "nl": Patterns("dd-MM-y", "EEE d MMM", "d MMM"),
}
"""English days are written so that Europe and America read the same one."""


class Notation:
    """Writes figures and days for one language."""

    def __init__(self, code: str) -> None:
        locale = Locale.parse(code)
        signs = locale.number_symbols["latn"]
        self._code = code
        self._patterns = PATTERNS[code]
        self.decimal_mark: str = signs["decimal"]
        self._group: str = signs["group"]
        self._minus: str = signs["minusSign"]
        names = locale.days["stand-alone"]["abbreviated"]
        self.weekdays = tuple(str(names[number]).rstrip(".") for number in range(7))

    def amount(self, minor: int, currency: str) -> str:
        """An amount with its thousands apart.

        >>> Notation("nl").amount(123450, "EUR"), Notation("en").amount(-1500, "JPY")
        ('1.234,50', '-1,500')
        """
        return apart(str(Money(minor, currency)), self.decimal_mark, self._group, self._minus)

    def count(self, count: int) -> str:
        """How many, with thousands apart.

        >>> Notation("nl").count(1234567)
        '1.234.567'
        """
        return f"{count:,}".replace(",", self._group)

    def number(self, value: Decimal) -> str:
        """A number with the digits it has, its thousands together.

        >>> Notation("nb").number(Decimal("12.5"))
        '12,5'
        """
        return f"{value:f}".replace(".", self.decimal_mark).replace("-", self._minus)

    def figures(self, day: date) -> str:
        """A day in figures, for paper and for sentences.

        >>> [Notation(code).figures(date(2026, 11, 5)) for code in PATTERNS]
        ['5 Nov 2026', '05.11.2026', '05-11-2026']
        """
        return _written(day, self._patterns.figures, self._code)

    def day(self, day: date) -> str:
        """A day of the coming year, with its weekday.

        >>> [Notation(code).day(date(2026, 11, 22)) for code in PATTERNS]
        ['Sun 22 Nov', 'søn. 22. nov.', 'zo 22 nov']
        """
        return _written(day, self._patterns.day, self._code)

    def full_day(self, day: date) -> str:
        """A day with its weekday and its year.

        >>> [Notation(code).full_day(date(2026, 11, 22)) for code in PATTERNS]
        ['Sun 22 Nov 2026', 'søn. 22. nov. 2026', 'zo 22 nov 2026']
        """
        return _written(day, f"{self._patterns.day} y", self._code)

    def short_day(self, day: date) -> str:
        """A day of a year that is known.

        >>> [Notation(code).short_day(date(2026, 11, 5)) for code in PATTERNS]
        ['5 Nov', '5. nov.', '5 nov']
        """
        return _written(day, self._patterns.short, self._code)


@lru_cache(DAYS_KEPT)
def _written(day: date, pattern: str, code: str) -> str:
    return format_date(day, pattern, locale=code)
