"""What register and headquarters differ in, as a person at headquarters reads it."""

from collections.abc import Iterable, Mapping
from datetime import date

from headquarters.tallies.holding import Day
from retail.messages import Message, Name, listed, phrase, say
from retail.money import Money
from retail.wire.tally import DayTally, Tally

NUMBERS_SHOWN = 5
_BY = {
    "cash": phrase("{amount} in cash"), "card": phrase("{amount} by card"),
    "card_on_file": phrase("{amount} by card on file"), "customer_account": phrase("{amount} on account"),
}  # fmt: skip
_BY_OTHER = phrase("{amount} by {means}")


def holds(register: str, tally: Tally, currency: str) -> Message:
    """What a register still holds."""
    one, attention = tally.held == 1, tally.attention
    documents = say("1 document") if one else say("{number} documents", number=tally.held)
    worth = amount(tally.held_minor, currency)
    if not attention:
        return say("{register} still holds {documents} worth {amount}.",
                   register=register, documents=documents, amount=worth)  # fmt: skip
    need = say("1 needs attention") if attention == 1 else say("{number} need attention", number=attention)
    return say("{register} still holds {documents} worth {amount}; {need}.",
               register=register, documents=documents, amount=worth, need=need)  # fmt: skip


def of_day(register: str, told: DayTally, held: Day, missing: Iterable[int], currency: str) -> Message:
    """A business date of which the two do not hold the same."""
    differing = [name for name in sorted({*told.tendered, *held.tendered})
                 if told.tendered.get(name, 0) != held.tendered.get(name, 0)]  # fmt: skip
    transactions = (
        say("1 transaction") if told.count == 1 else say("{number} transactions", number=told.count)
    )
    theirs: Message | int = held.count
    if differing:
        is_plain = len(differing) == 1
        worth = Name(amount(held.tendered.get(differing[0], 0), currency)) if is_plain else None
        ours = _sums(told.tendered, differing, currency)
        transactions = say(
            "{what} of {day} worth {amount}", what=transactions, day=_day(told.business_date), amount=ours
        )
        theirs = say(
            "{what} worth {amount}", what=theirs, amount=worth or _sums(held.tendered, differing, currency)
        )
    else:
        transactions = say("{what} of {day}", what=transactions, day=_day(told.business_date))
    said = say("{register} says it has {ours}; headquarters has {theirs}.",
               register=register, ours=transactions, theirs=theirs)  # fmt: skip
    gone = _missing(sorted(missing))
    return said if gone is None else listed((said, gone), "{before} {each}")


def of_last(register: str, told: int, held: int) -> Message:
    """A number beyond the last one the register knows of."""
    return say(
        "{register} says its last transaction is number {told}; headquarters has number {held} of it. "
        "An older copy of its data was restored, or two machines run as this register.",
        register=register, told=told, held=held,
    )  # fmt: skip


def of_journal_behind(register: str, told: int, known: int) -> Message:
    """A chain that ends before what was told of it."""
    return say(
        "The journal of {register} ends at entry {told}; it had reached {known}. An older copy of its data was "
        "restored, or two machines run as this register. Enrol it anew before more is sold on it.",
        register=register, told=told, known=known,
    )  # fmt: skip


def amount(minor: int, currency: str) -> str:
    """An amount with its thousands apart, without its currency."""
    whole, point, digits = str(Money(abs(minor), currency)).partition(".")
    return f"{'-' if minor < 0 else ''}{int(whole):,}{point}{digits}"


def _sums(tendered: Mapping[str, int], names: Iterable[str], currency: str) -> Message:
    said = [
        say(_BY.get(name, _BY_OTHER), amount=amount(tendered.get(name, 0), currency), means=name)
        for name in names
    ]
    if len(said) == 1:
        return said[0]
    return say("{amounts} and {last}", amounts=listed(said[:-1]), last=said[-1])


def _day(day: date) -> str:
    return f"{day.day} {day:%b}"


def _missing(numbers: list[int]) -> Message | None:
    if not numbers:
        return None
    shown = [str(number) for number in numbers[:NUMBERS_SHOWN]]
    more = len(numbers) - len(shown)
    if more:
        return say("Numbers {numbers} and {more} more are missing.", numbers=", ".join(shown), more=more)
    if len(shown) == 1:
        return say("Number {number} is missing.", number=shown[0])
    return say("Numbers {numbers} and {last} are missing.", numbers=", ".join(shown[:-1]), last=shown[-1])
