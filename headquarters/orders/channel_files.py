"""A CSV file of orders of other channels: every row is a line of an order, with the order's own cells beside it."""

import csv
import io
from collections.abc import Iterator

from pydantic import ValidationError

from headquarters.errors import Refusal
from headquarters.orders.channels import REFUSED, ChannelLine, ChannelOrderPart, Numbered, Outcome
from retail.messages import Message, say
from retail.wire.unfit import faults_in

OF_LINES = tuple(ChannelLine.model_fields)
OF_ORDERS = tuple([name for name in ChannelOrderPart.model_fields if name not in ("lines", "completion")])
COLUMNS = (*OF_ORDERS, *OF_LINES)
NEEDED = ("channel", "id", "store", "customer", "product")


class _Read:
    """An order as far as it was read: the line it begins at, its own cells, its goods, and why it cannot be."""

    def __init__(self, line: int, cells: dict[str, str]) -> None:
        self.line, self.cells = line, cells
        self.goods: list[dict[str, str]] = []
        self.refused: Outcome | None = None

    def add(self, line: int, cells: dict[str, str], goods: dict[str, str]) -> None:
        """One more row; what it says of the order as a whole is empty, or the same again."""
        other = next((name for name, cell in cells.items() if cell and cell != self.cells[name]), None)
        if other is not None:
            words = say(
                "The first row of this order says {first}. Say the same, or nothing.", first=self.cells[other]
            )
            self.leave_out(line, other, cells[other], words)
        self.goods.append(goods)

    def leave_out(self, line: int, field: str, value: str, rule: Message | str) -> None:
        """It cannot be, because of this cell; the first such cell counts."""
        channel, id = self.cells["channel"], self.cells["id"]
        self.refused = self.refused or Outcome(
            line, channel, id, REFUSED, field=field, value=value, rule=rule
        )


def orders_of_csv(text: str) -> tuple[list[Numbered], list[Outcome]]:
    """The orders of a file with the lines they begin at, and those that cannot be read, with the cell that is why.

    Raises:
        Refusal: it is no such file (422).
    """
    found: dict[tuple[str, str], _Read] = {}
    for line, cells in _rows(text):
        own = {name: cells.get(name, "").strip() for name in OF_ORDERS}
        goods = {name: cells.get(name, "").strip() for name in OF_LINES}
        order = found.setdefault((own["channel"], own["id"]), _Read(line, own))
        order.add(line, own, goods)
        if "" in cells:
            order.leave_out(
                line, "", cells[""], say("This row has more cells than there are columns. Put it right.")
            )
    numbered = []
    for order in found.values():
        said = {name: cell for name, cell in order.cells.items() if cell or name in NEEDED}
        try:
            lines = tuple([ChannelLine(**goods) for goods in order.goods])
            part = ChannelOrderPart.model_validate({**said, "lines": lines})
        except ValidationError as error:
            order.leave_out(order.line, "", "", faults_in(error))
        else:
            numbered += [(order.line, part)] if order.refused is None else []
    return numbered, [order.refused for order in found.values() if order.refused is not None]


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows by the names of the columns, with their lines; cells that are too many stand under no name."""
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    try:
        header = [name.strip() for name in next(reader, [])]
        _check(header)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                row = dict(zip(header, cells, strict=False))
                more = cells[len(header) :]
                yield reader.line_num, row | ({"": more[0]} if more else {})
    except csv.Error as error:
        raise Refusal(
            422, f"Line {reader.line_num} cannot be read: {error}. Put it right and send all of it again."
        ) from None


def _check(header: list[str]) -> None:
    unknown = [name for name in header if name not in COLUMNS]
    lacking = [name for name in NEEDED if name not in header]
    twice = {name for name in header if header.count(name) > 1}
    if unknown or lacking or twice:
        raise Refusal(
            422,
            f"The first line names the columns. Unknown: {', '.join(unknown)[:200] or 'none'}; twice: "
            f"{', '.join(sorted(twice)) or 'none'}; missing: {', '.join(lacking) or 'none'}. "
            f"There are: {', '.join(COLUMNS)}.",
        )
