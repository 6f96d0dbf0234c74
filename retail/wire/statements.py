"""What a closed shift should be by its transactions, and where that is not what its register said."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from retail.shift import ShiftSum
from retail.wire.shifts import ShiftDocument
from retail.wire.tally import tendered_of
from retail.wire.uploads import TransactionDocument

CASH = "cash"


@dataclass(frozen=True, slots=True)
class TenderFigures:
    """One tender type of a shift: what its register expected, what its transactions come to, what was counted."""

    type: str
    said_minor: int
    worked_minor: int
    declared_minor: int


@dataclass(frozen=True, slots=True)
class KindFigures:
    """The transactions of one kind: as the register said, and as they are here."""

    type: str
    said: ShiftSum
    worked: ShiftSum


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure of which the register says something else: of a tender type or of a kind of transactions."""

    about: str
    figure: Literal["expected", "count", "total", "tax"]
    said: int
    worked: int


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A shift worked out again. `missing` are the numbers of its transactions that are not here."""

    tenders: tuple[TenderFigures, ...]
    kinds: tuple[KindFigures, ...]
    missing: tuple[int, ...]

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Every figure that is another than the register said."""
        found = [
            Difference(each.type, "expected", each.said_minor, each.worked_minor)
            for each in self.tenders
            if each.said_minor != each.worked_minor
        ]
        for each in self.kinds:
            said, worked = each.said, each.worked
            pairs: tuple[tuple[Literal["count", "total", "tax"], int, int], ...] = (
                ("count", said.count, worked.count),
                ("total", said.total_minor, worked.total_minor),
                ("tax", said.tax_minor, worked.tax_minor),
            )
            found += [
                Difference(each.type, name, first, second) for name, first, second in pairs if first != second
            ]
        return tuple(found)


def worked_out(shift: ShiftDocument, transactions: Sequence[TransactionDocument]) -> WorkedOut:
    """The shift by those of these transactions that stand on it."""
    own = [each for each in transactions if each.shift == shift.id]
    here = {each.number for each in own}
    missing = [
        number for first, last in shift.numbers for number in range(first, last + 1) if number not in here
    ]
    return WorkedOut(_tenders(shift, own), _kinds(shift, own), tuple(missing))


def _tenders(shift: ShiftDocument, own: Iterable[TransactionDocument]) -> tuple[TenderFigures, ...]:
    held = {CASH: shift.start_minor + sum(each.change_minor for each in shift.movements)}
    for each in own:
        for name, minor in tendered_of(each).items():
            held[name] = held.get(name, 0) + minor
    said = {each.type.value: each for each in shift.counts}
    return tuple([
        TenderFigures(
            name,
            said[name].expected_minor if name in said else 0,
            held.get(name, 0),
            said[name].declared_minor if name in said else 0,
        )
        for name in (*said, *[each for each in held if each not in said])
    ])  # fmt: skip


def _kinds(shift: ShiftDocument, own: Iterable[TransactionDocument]) -> tuple[KindFigures, ...]:
    worked: dict[str, ShiftSum] = {}
    for each in own:
        before = worked.get(each.type, ShiftSum(each.type, 0, 0, 0))
        worked[each.type] = ShiftSum(
            each.type,
            before.count + 1,
            before.total_minor + each.total_minor,
            before.tax_minor + each.tax_minor,
        )
    said: dict[str, ShiftSum] = {
        each.type: ShiftSum(each.type, each.count, each.total_minor, each.tax_minor) for each in shift.sums
    }
    return tuple([KindFigures(name, _of(said, name), _of(worked, name)) for name in {**said, **worked}])


def _of(sums: Mapping[str, ShiftSum], name: str) -> ShiftSum:
    return sums.get(name, ShiftSum(name, 0, 0, 0))
