"""What register and headquarters differ in, as a person at headquarters reads it."""

from collections.abc import Iterable, Mapping
from datetime import date

from headquarters.tallies.holding import Day
from retail.money import Money
from retail.wire.tally import DayTally, Tally

NUMBERS_SHOWN = 5
_BY = {
    "cash": "in cash",
    "card": "by card",
    "card_on_file": "by card on file",
    "customer_account": "on account",
}


def holds(register: str, tally: Tally, currency: str) -> str:
    """What a register still holds."""
    documents = "1 document" if tally.held == 1 else f"{tally.held} documents"
    attention = {0: "", 1: "; 1 needs attention"}.get(tally.attention, f"; {tally.attention} need attention")
    return f"{register} still holds {documents} worth {amount(tally.held_minor, currency)}{attention}."


def of_day(register: str, told: DayTally, held: Day, missing: Iterable[int], currency: str) -> str:
    """A business date of which the two do not hold the same."""
    differing = [name for name in sorted({*told.tendered, *held.tendered})
                 if told.tendered.get(name, 0) != held.tendered.get(name, 0)]  # fmt: skip
    is_plain = len(differing) == 1
    ours = f" worth {_sums(told.tendered, differing, currency)}" if differing else ""
    plain = amount(held.tendered.get(differing[0], 0), currency) if is_plain else ""
    theirs = f" worth {plain or _sums(held.tendered, differing, currency)}" if differing else ""
    transactions = "1 transaction" if told.count == 1 else f"{told.count} transactions"
    said = f"{register} says it has {transactions} of {_day(told.business_date)}{ours}"
    return f"{said}; headquarters has {held.count}{theirs}.{_missing(sorted(missing))}"


def of_last(register: str, told: int, held: int) -> str:
    """A number beyond the last one the register knows of."""
    return (
        f"{register} says its last transaction is number {told}; headquarters has number {held} of it. "
        "An older copy of its data was restored, or two machines run as this register."
    )


def of_journal_behind(register: str, told: int, known: int) -> str:
    """A chain that ends before what was told of it."""
    return (
        f"The journal of {register} ends at entry {told}; it had reached {known}. An older copy of its data was "
        "restored, or two machines run as this register. Enrol it anew before more is sold on it."
    )


def amount(minor: int, currency: str) -> str:
    """An amount with its thousands apart, without its currency."""
    whole, point, digits = str(Money(abs(minor), currency)).partition(".")
    return f"{'-' if minor < 0 else ''}{int(whole):,}{point}{digits}"


def _sums(tendered: Mapping[str, int], names: Iterable[str], currency: str) -> str:
    said = [f"{amount(tendered.get(name, 0), currency)} {_BY.get(name, f'by {name}')}" for name in names]
    return " and ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)


def _day(day: date) -> str:
    return f"{day.day} {day:%b}"


def _missing(numbers: list[int]) -> str:
    if not numbers:
        return ""
    shown = [str(number) for number in numbers[:NUMBERS_SHOWN]]
    more = len(numbers) - len(shown)
    if more:
        return f" Numbers {', '.join(shown)} and {more} more are missing."
    if len(shown) == 1:
        return f" Number {shown[0]} is missing."
    return f" Numbers {', '.join(shown[:-1])} and {shown[-1]} are missing."
