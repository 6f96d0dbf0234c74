"""What the window says no to before the register is asked: sheets of sections 3 to 15."""

from tests.refusals.retailer import SHOE
from tests.refusals.row import (
    Played,
    gone_on,
    goods,
    key,
    pickup,
    returned_by_number,
    row,
    sale,
    scanned,
    wanted,
    wanted_of,
)

ROWS = (
    row("3.4", "There is nothing to deliver. Scan or type an item first.", *sale(),
        Played(wanted("order.ship_selected"))),
    row("15", "There is nothing to pay. Scan or type an item first.", Played(wanted("payment.open"))),
    row("3.5", "There is no sale to void. Scan or type an item first.", Played(wanted("transaction.void"))),
    row("13", "There is nothing in the sale. Scan or type an item first.", Played(wanted("line.price_override"))),
    row("12.2", "There is nothing in the sale. Scan or type an item first.", Played(wanted("charges.open"))),
    row("3.5", "There is nothing in the sale. Scan or type an item first.", Played(wanted("line.serials"))),
    row("3.5", "There is no line to void. Scan or type an item first.", Played(key("Del"))),
    row("3.4", "Tap at least one line first.", *sale("A", "B"), wanted("order.ship_selected"), Played(gone_on)),
    row("8", "Say why: choose a reason first.", wanted_of("fetch", "order.cancel"), Played(gone_on)),
    row("11, D8", "Type the new deposit, as an amount or in percent.", *pickup("A"), wanted("deposit.override"),
        Played(gone_on)),
    row("13", "Type the new price, or a discount in percent.", *goods("A"), wanted("line.price_override"),
        Played(gone_on)),
    row("12.2", "There is no charge to change. Add one.", *goods("A"), wanted("charges.open"), Played(gone_on)),
    row("6", "All of this is counted already. Go on, or press None to count again.",
        wanted_of("fetch", "order.pick_up"), scanned(SHOE), Played(scanned(SHOE))),
    row("9", "No more of this can come back. Scan or tap another line.", wanted_of("sale", "sale.return"),
        scanned(SHOE), Played(scanned(SHOE))),
    row("9", "Everything that {order} stands on is back already, or was never handed out. Scan or type another number.",
        returned_by_number("sale back")),
    row("4.1", "All of this is picked. Pack it, or scan the next item.", wanted_of("picked", "fulfilment.open"),
        Played(scanned(SHOE))),
)  # fmt: skip
