"""Amounts, days and quantities as people read them on the screen, in English."""

from datetime import date, datetime

from retail.money import Money

DECIMAL_MARK = "."
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def amount_text(minor: int, currency: str) -> str:
    """An amount with its thousands apart.

    >>> amount_text(-123456789, "USD"), amount_text(1500, "JPY")
    ('-1,234,567.89', '1,500')
    """
    plain = str(Money(abs(minor), currency))
    whole, mark, fraction = plain.partition(".")
    sign = "-" if minor < 0 else ""
    return f"{sign}{int(whole):,}{mark}{fraction}"


def day_text(day: date) -> str:
    """A day of the coming year.

    >>> day_text(date(2026, 11, 22))
    'Sun 22 Nov'
    """
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def moment_text(stamp: str, today: date) -> str:
    """When something was made: the time for today, else the day.

    >>> moment_text("2026-11-12T14:05:00.000+00:00", date(2026, 11, 21))
    '12 Nov'
    """
    moment = datetime.fromisoformat(stamp)
    if moment.date() == today:
        return f"today {moment:%H:%M}"
    year = "" if moment.year == today.year else f" {moment.year}"
    return f"{moment.day} {_MONTHS[moment.month - 1]}{year}"


def count_text(count: int, one: str) -> str:
    """A count with its word.

    >>> count_text(1, "line"), count_text(2, "line")
    ('1 line', '2 lines')
    """
    return f"{count} {one}" if count == 1 else f"{count} {one}s"


def state_text(state: str) -> str:
    """The word for a status: `partially_invoiced` is *Partially invoiced*."""
    return state.replace("_", " ").capitalize()
