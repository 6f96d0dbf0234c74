"""What the people of the replayed shop do at its registers: sell, take orders, hand them out, take goods back."""

import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from benchmarks.online_retail import DISCOUNT, POSTAGE, Invoice, Line, to_penny
from benchmarks.replay_linking import Sale, SoldLine, SoldLines
from benchmarks.replay_shop import MANAGER, REGISTERS, customer_id
from benchmarks.troubled import EntryFailed, TroubledShop, discard, must
from rehearsal.stage import Register
from retail.quantity import ONE, QUANTITY_MAX_THOUSANDTHS

PIECES_MAX = QUANTITY_MAX_THOUSANDTHS // ONE
DAYS_LATER = 2
REASON, BACK = "Regular customer", "Customer changed mind"


class People:
    """Enters invoices; `entered` says which transactions each became, `handed` which only handed goods out."""

    def __init__(self, shop: TroubledShop) -> None:
        self.shop = shop
        self.entered: dict[str, str] = {}
        self.handed: dict[str, str] = {}
        self.orders: dict[str, Sale] = {}
        self.due: dict[date, list[Sale]] = defaultdict(list)
        self.longest: list[float] = []
        """How long each line of the longest sale took to be added."""
        self.linked = self.blind = self.discounted = 0
        self.notes: list[str] = []
        self._sold = SoldLines()

    def enter(self, invoice: Invoice) -> None:
        """Enter one invoice; what a register does not take is noted, and nothing of it stays open."""
        register = self.shop.one_of(list(REGISTERS))
        self.shop.trouble(register, invoice.number)
        self.shop.at(invoice.made_at)
        try:
            if invoice.is_cancellation:
                self._take_back(invoice, register)
            else:
                self._sell(invoice, register)
        except EntryFailed as failed:
            self.notes.append(f"{invoice.number}: {failed}")
            for each in self.shop.stage.registers.values():
                discard(each)

    def hand_out(self, sale: Sale, desk: str = "") -> None:
        """Ship an order, or have it fetched and its rest paid, at a register of its store."""
        store = REGISTERS[sale.desk]
        register = (
            self.shop.stage.registers[desk]
            if desk
            else self.shop.one_of([name for name in REGISTERS if REGISTERS[name] == store])
        )
        self.shop.trouble(register, f"{sale.invoice} goes")
        if sale.ships:
            quantities = {str(number): str(pieces) for number, pieces in sale.quantities.items()}
            self.shop.connected(register, "fulfilment.ship", id=sale.id, quantities=quantities)
        else:
            self.shop.connected(register, "order.pick_up", id=sale.id)
            self.handed[self._settled(register)] = sale.invoice
        sale.desk, sale.is_gone = register.name, True

    def _sell(self, invoice: Invoice, register: Register) -> None:
        goods = [line for line in invoice.lines if line.code not in POSTAGE]
        postage = [line for line in invoice.lines if line.code in POSTAGE] if goods else []
        if invoice.customer:
            must(register, "customer.set", id=customer_id(invoice.customer))
        numbers = self._add(invoice, goods or list(invoice.lines), register)
        is_order = bool(invoice.customer and (postage or self.shop.random.random() < 1 / 2))
        if not is_order:
            for fee in postage:
                must(register, "charge.add_line", line=1, code=fee.code, amount=str(fee.quantity * fee.price))
        elif postage:
            self._ship(invoice, postage, register)
        else:
            day = (invoice.made_at.date() + timedelta(days=DAYS_LATER)).isoformat()
            must(register, "order.pick_up_all", store=REGISTERS[register.name], date=day)
        done = self._concluded(register, rest_later=is_order and not postage)
        self.entered[done["transaction"]] = invoice.number
        sale = Sale(
            invoice.number, done["order"] if is_order else done["transaction"], register.name, is_order,
            {number: pieces for number, pieces, _ in numbers}, bool(postage), not is_order,
        )  # fmt: skip
        if is_order:
            self.orders[sale.id] = sale
            self.due[invoice.made_at.date() + timedelta(days=DAYS_LATER)].append(sale)
        for number, pieces, line in numbers:
            self._sold.add(invoice.customer, SoldLine(sale, number, line.code, line.price, pieces, pieces))

    def _add(self, invoice: Invoice, lines: list[Line], register: Register) -> list[tuple[int, int, Line]]:
        """Enter these lines; the number and the pieces of each line it became."""
        seconds: list[float] = []
        numbers: list[tuple[int, int, Line]] = []
        for line in lines:
            price = to_penny(line.price)
            if price != line.price:
                self.notes.append(f"{invoice.number}: {line.code} at {line.price} was keyed in as {price}")
            for pieces in portions(line.quantity):
                begin = time.perf_counter()
                added = must(
                    register, "product.add", number=line.code, quantity=str(pieces), price=str(price)
                )
                seconds.append(time.perf_counter() - begin)
                numbers.append((added["line"], pieces, line))
            if line.quantity > PIECES_MAX:
                self.notes.append(f"{invoice.number}: {line.quantity} of {line.code} were entered in parts")
        self.longest = max(self.longest, seconds, key=len)
        return numbers

    def _ship(self, invoice: Invoice, postage: list[Line], register: Register) -> None:
        """Have everything sent to the customer's country, with what that costs, paid in full."""
        day = (invoice.made_at.date() + timedelta(days=DAYS_LATER)).isoformat()
        address = {
            "name": f"Customer {invoice.customer}",
            "city": invoice.country,
            "country": invoice.country,
        }
        must(register, "order.ship_all", address=address, date=day)
        for fee in postage:
            must(register, "charge.add_header", code=fee.code, amount=str(fee.quantity * fee.price))
        must(register, "deposit.pay_in_full")

    def _take_back(self, invoice: Invoice, register: Register) -> None:
        """Take back what one earlier line covers with its sale, a later discount as an exchange, the rest blind."""
        linked: dict[str, list[tuple[SoldLine, int]]] = defaultdict(list)
        sales: dict[str, Sale] = {}
        discounts, postage, blind = [], [], []
        for line in invoice.lines:
            sold = None if line.code == DISCOUNT else self._sold.covering(invoice.customer, line)
            if sold is not None:
                linked[sold.sale.id].append((sold, -line.quantity))
                sales[sold.sale.id] = sold.sale
            elif line.code == DISCOUNT and invoice.customer:
                discounts.append(line)
            elif line.code in POSTAGE:
                postage.append(line)
            else:
                blind.append(line)
        shipped = next((id for id in linked if sales[id].ships), None)
        refund = sum((-fee.quantity * fee.price for fee in postage), Decimal(0)) if shipped else Decimal(0)
        for id, parts in linked.items():
            desk = self._open_return(sales[id], parts, refund if id == shipped else Decimal(0))
            self._keep(invoice, sales[id], desk)
            self.linked += len(parts)
        for line in discounts:
            self._discount(invoice, line, blind)
        blind += [] if shipped else postage
        if blind:
            self._take_back_blind(invoice, blind, register)

    def _open_return(self, sale: Sale, parts: list[tuple[SoldLine, int]], shipping: Decimal) -> Register:
        """Open the return of these pieces of one sale at the register that last did something to it."""
        if not sale.is_gone:
            self.hand_out(sale, sale.desk)
        register = self.shop.stage.registers[sale.desk]
        pieces: dict[int, int] = defaultdict(int)
        for sold, count in parts:
            pieces[sold.number] += count
        items = [{"line": number, "quantity": str(count), "reason": BACK} for number, count in pieces.items()]
        more = {"shipping": str(shipping)} if shipping else {}
        operation = "order.return" if sale.is_order else "sale.return"
        self.shop.connected(register, operation, MANAGER, id=sale.id, items=items, **more)
        return register

    def _discount(self, invoice: Invoice, line: Line, blind: list[Line]) -> None:
        """Take goods back and sell them again for less; without goods worth that much, it comes back as itself."""
        amount = -line.quantity * line.price
        found = self._sold.worth(invoice.customer, amount)
        if found is None:
            blind.append(line)
            return
        sold, pieces = found
        register = self._open_return(sold.sale, [(sold, pieces)], Decimal(0))
        added = must(
            register, "product.add", number=sold.code, quantity=str(pieces), price=str(to_penny(sold.price))
        )
        must(register, "line.discount_amount", line=added["line"], amount=str(amount), reason=REASON)
        self._keep(invoice, sold.sale, register)
        self.discounted += 1

    def _take_back_blind(self, invoice: Invoice, lines: list[Line], register: Register) -> None:
        """Take back what nobody knows the sale of, which needs the manager."""
        if invoice.customer:
            must(register, "customer.set", id=customer_id(invoice.customer))
        for line in lines:
            for pieces in portions(-line.quantity):
                must(
                    register, "product.return", MANAGER, number=line.code, quantity=str(pieces),
                    price=str(to_penny(line.price)), reason=BACK,
                )  # fmt: skip
        self.entered[self._settled(register)] = invoice.number
        self.blind += len(lines)

    def _keep(self, invoice: Invoice, sale: Sale, register: Register) -> None:
        self.entered[self._settled(register)] = invoice.number
        sale.desk = register.name

    def _settled(self, register: Register) -> str:
        """Pay or give back what is due, and conclude; the id of the transaction."""
        return str(self._concluded(register)["transaction"])

    def _concluded(self, register: Register, *, rest_later: bool = False) -> dict[str, Any]:
        cart = register.view("cart")
        if cart["due_minor"] > 0:
            must(register, "tender.cash", amount=None)
        if cart["due_minor"] < 0:
            must(register, "tender.refund_cash", MANAGER, amount=None)
        if rest_later and cart["balance_minor"] > 0:
            must(register, "order.balance", arrangement="pay_at_pickup")
        return must(register, "transaction.conclude", MANAGER)


def portions(quantity: int) -> Iterator[int]:
    """The quantity in parts that one line can hold."""
    while quantity > PIECES_MAX:
        yield PIECES_MAX
        quantity -= PIECES_MAX
    yield quantity
