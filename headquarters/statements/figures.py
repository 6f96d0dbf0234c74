"""What a statement has found, as it is kept with it: tenders, kinds of transactions, what is missing or differs."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from typing import Any

from retail.messages import Message
from retail.shift import ShiftSum
from retail.wire.coded import coded, message_of
from retail.wire.statements import KindFigures, TenderFigures, WorkedOut


@dataclass(frozen=True, slots=True)
class Figures:
    """The sums of all shifts of a statement; `missing` and `differs` are sentences."""

    tenders: tuple[TenderFigures, ...]
    kinds: tuple[KindFigures, ...]
    missing: tuple[Message, ...]
    differs: tuple[Message, ...]
    voided: int = 0

    @property
    def over_short(self) -> dict[str, int]:
        """What was counted less what should have been there, by tender type. While documents are missing, that is what
        the registers expected; after that what the documents come to.
        """
        return {
            each.type: each.declared_minor - (each.said_minor if self.missing else each.worked_minor)
            for each in self.tenders
        }

    def kept(self) -> dict[str, Any]:
        """As the column holds it."""
        return {
            "tenders": [list(astuple(each)) for each in self.tenders],
            "kinds": [[each.type, *astuple(each.said)[1:], *astuple(each.worked)[1:]] for each in self.kinds],
            "missing": [coded(each) for each in self.missing],
            "differs": [coded(each) for each in self.differs],
            "voided": self.voided,
        }


def figures_of(kept: dict[str, Any]) -> Figures:
    """Read from the column."""
    return Figures(
        tuple([TenderFigures(*each) for each in kept.get("tenders", ())]),
        tuple([
            KindFigures(each[0], ShiftSum(each[0], *each[1:4]), ShiftSum(each[0], *each[4:7]))
            for each in kept.get("kinds", ())
        ]),
        _messages(kept.get("missing", ())),
        _messages(kept.get("differs", ())),
        kept.get("voided", 0),
    )  # fmt: skip


def summed(every: Iterable[WorkedOut]) -> tuple[tuple[TenderFigures, ...], tuple[KindFigures, ...]]:
    """The figures of several shifts together, by tender type and by kind."""
    tenders: dict[str, TenderFigures] = {}
    kinds: dict[str, KindFigures] = {}
    for shift in every:
        for tender in shift.tenders:
            before = tenders.get(tender.type, TenderFigures(tender.type, 0, 0, 0))
            tenders[tender.type] = TenderFigures(
                tender.type,
                before.said_minor + tender.said_minor,
                before.worked_minor + tender.worked_minor,
                before.declared_minor + tender.declared_minor,
            )
        for kind in shift.kinds:
            nothing = ShiftSum(kind.type, 0, 0, 0)
            sums = kinds.get(kind.type, KindFigures(kind.type, nothing, nothing))
            kinds[kind.type] = KindFigures(
                kind.type, _plus(sums.said, kind.said), _plus(sums.worked, kind.worked)
            )
    return tuple(tenders.values()), tuple(kinds.values())


def _plus(one: ShiftSum, other: ShiftSum) -> ShiftSum:
    return ShiftSum(
        one.type,
        one.count + other.count,
        one.total_minor + other.total_minor,
        one.tax_minor + other.tax_minor,
    )


def _messages(kept: Iterable[str]) -> tuple[Message, ...]:
    return tuple([message for text in kept if (message := message_of(text)) is not None])
