"""Refusals when goods come back: of an order, of a plain sale, without a receipt; section 9."""

from retail.settings import OfflineReturns
from tests.refusals.orders import BACK
from tests.refusals.row import cut, goods, pickup, press, row, to

WHY = "Damaged"
TWO = [{"line": 1, "quantity": "2", "reason": WHY}]
NONE = [{"line": 1, "quantity": "0", "reason": WHY}]
NINTH = [{"line": 9, "quantity": "1", "reason": WHY}]
FOR_NOTHING = [{"line": 1, "quantity": "1", "reason": " "}]
OTHER_PIECE = [{"line": 1, "quantity": "1", "reason": WHY, "serials": ["S9"]}]

ROWS = (
    row("9", "Nothing of this order was handed out yet. Cancel or edit it instead.",
        to("fetch", "order.return", items=BACK)),
    row("9", "Everything that was handed out has come back already. Choose another order.",
        to("back", "order.return", items=BACK)),
    row("9", "Everything of this sale has come back already. Choose another sale.",
        to("sale back", "sale.return", items=BACK)),
    row("9", "The card on file was declined for goods that have gone. Take that payment first, then take them back.",
        to("card declined", "order.return", items=BACK)),
    row("9", "Nothing was chosen. Choose what comes back.", to("gone", "order.return", items=[])),
    row("9", "There is no line 9 on this order. Choose one of the list.", to("gone", "order.return", items=NINTH)),
    row("9", "Choose 1 or more of Trail shoe.", to("gone", "order.return", items=NONE)),
    row("9", "Only 1 of Trail shoe can come back: that many were handed out and are not back yet. Type 1 or less.",
        to("gone", "order.return", items=TWO)),
    row("9", "Say why Trail shoe comes back.", to("gone", "order.return", items=FOR_NOTHING)),
    row("9", "{order} has no invoice PAPER-1 that goods can come back of. Choose one of the list.",
        to("gone", "order.return", items=BACK, invoice="PAPER-1")),
    row("9", "Phone left with serial numbers: 0 given for 1. Scan or type that of each piece.",
        to("phone sold", "sale.return", items=BACK)),
    row("9", "Phone with the serial number S9 did not leave with this, or is back already. Check the number.",
        to("phone sold", "sale.return", items=OTHER_PIECE)),
    row("decision 32", "A refund of -1.00 for shipping cannot be. Type 0 or more.",
        to("gone", "order.return", items=BACK, shipping="-1")),
    row("9", "Nothing of this sale was shipped. Take the goods back without shipping.",
        to("sale", "order.return", items=BACK, shipping="5")),
    row("decision 41", "Refundable charges go back by themselves here. No amount is needed.",
        to("gone", "order.return", items=BACK, shipping="5"), settings={"advanced_auto_charges": True}),
    row("2", "This store does not refund shipping. Take the goods back without it.",
        to("gone", "order.return", items=BACK, shipping="5")),
    row("9", "There is no receipt, order or invoice PAPER-1. Check the number.",
        press("return.find", number="PAPER-1")),
    row("9", "Nothing with the number PAPER-1 is known here, and headquarters does not answer. Try again later.", cut,
        press("return.find", number="PAPER-1")),
    row("9", "L-HOUSTON-1-00001 is no receipt of a plain sale. Use Return on its order.", to("gone", "order.show"),
        press("sale.return", id="L-HOUSTON-1-00001", items=BACK)),
    row("9", "Headquarters does not answer, and this store takes goods back only with it. Try again later.", cut,
        to("sale", "sale.return", items=BACK), settings={"offline_sale_returns": OfflineReturns.REFUSE}),
    row("9", "Trail shoe comes back from an order and stays as it is. Discard it and begin again.",
        to("gone", "order.return", items=BACK), press("line.quantity", line=1, quantity="2")),
    row("decision 31", "Goods given in exchange are carried out. Make an order of its own for the others.",
        to("gone", "order.return", items=BACK), *goods("B"), press("order.pick_up_selected", lines=[2])),
    row("9", "Trail shoe comes back and stays as it is. Void the line and begin again.",
        press("product.return", number="A", reason=WHY), press("line.quantity", line=1, quantity="2")),
    row("9", "Trail shoe comes back and stays as it is. Void the line and begin again.",
        press("product.return", number="A", reason=WHY), press("line.price_override", price="5", reason="Other")),
    row("9", "Goods come back in a sale of their own. Conclude or suspend this order first.", *pickup("A"),
        press("product.return", number="A", reason=WHY)),
    row("9", "There is no item NONE. Search for it by name.", press("product.return", number="NONE", reason=WHY)),
    row("9", "Phone stays as it is. Select another line.",
        press("product.return", number="PHONE", reason=WHY, serials="S1"), press("line.serials", line=1, serials="S2")),
    row("9", "'Because' is not one of the choices. Why does it come back?",
        press("product.return", number="A", reason="Because")),
)  # fmt: skip
