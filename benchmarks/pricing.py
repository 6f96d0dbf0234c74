"""What pricing and charging a cart costs beside a bare loop, by its lines; ends with 1 when a bound is missed."""

import argparse
import random
import sys
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from retail.cart import Cart, CartLine, add_line
from retail.catalog import Product
from retail.charge_rules import AutoCharge, ChargeLevel
from retail.pricing import Pricing
from retail.promotions import PriceBook, Promotion, PromotionKind
from retail.settings import StoreSettings
from retail.settling import settle

MILLISECONDS_MAX = 50.0
LINEAR_MAX = 1.5
"""How much more a line of a long cart may cost than one of a short cart; and the last line added than the tenth."""
LINES, SHORT, LONG, DISCOUNTS = 200, 50, 700, 500
TODAY = date(2026, 11, 21)
CHARGED = StoreSettings(
    "HOUSTON", advanced_auto_charges=True,
    auto_charges=(
        AutoCharge(ChargeLevel.HEADER, "FREIGHT", 1000, up_to_minor=1_000_000),
        AutoCharge(ChargeLevel.HEADER, "CARE", 500, prorate=True),
        AutoCharge(ChargeLevel.LINE, "WRAP", 50),
    ),
)  # fmt: skip
PLAIN = StoreSettings("HOUSTON")


def goods(chance: random.Random) -> list[Product]:
    """A hundred articles."""
    return [
        Product(
            str(number), f"Article {number}", chance.randrange(100, 90_000), category=f"Goods/{number % 20}"
        )
        for number in range(100)
    ]


def discounts(chance: random.Random, products: list[Product]) -> list[Promotion]:
    """Active discounts of every kind on ten articles each, a tenth on a category too: over fifty compete for a line."""
    return [
        Promotion(
            f"P{number}", "Week", chance.choice(list(PromotionKind)),
            tuple({each.number for each in chance.sample(products, 10)}),
            Decimal(chance.randrange(1, 50)), chance.randrange(100, 20_000), ends=TODAY,
            categories=(f"Goods/{number % 20}",) if number % 10 == 0 else (),
            affiliations=("VIP",) if number % 7 == 0 else (),
        )
        for number in range(DISCOUNTS)
    ]  # fmt: skip


def cart_of(products: list[Product], chance: random.Random, lines: int) -> Cart:
    """So many lines, none of them priced yet."""
    cart = Cart(id="cart", order_id="order", currency="USD")
    for _ in range(lines):
        cart = add_line(cart, chance.choice(products), PLAIN, chance.randrange(1, 5) * 1000)
    return cart


def bare(lines: tuple[CartLine, ...]) -> int:
    """The least there is to do: price times quantity less a tenth, a line at a time."""
    return sum(line.price_minor * line.quantity_thousandths // 1000 * 9 // 10 for line in lines)


def milliseconds(work: Callable[[], object], rounds: int) -> float:
    """The best of so many rounds, in time of this process: what the machine does beside is no part of it."""
    times = []
    for _ in range(rounds):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times) * 1000


def adding(cart: Cart, product: Product, pricing: Pricing, rounds: int) -> float:
    """What the next line costs: adding it, and all that settles after it."""

    def add() -> None:
        settle(cart, add_line(cart, product, PLAIN), pricing, PLAIN)

    return milliseconds(add, rounds)


def compare(chance: random.Random, rounds: int) -> bool:
    """Print the figures beside their bounds; True where all are kept."""
    products = goods(chance)
    pricing = Pricing(PriceBook(discounts(chance, products)), lambda number: None, TODAY)
    whole, short = cart_of(products, chance, LINES), cart_of(products, chance, SHORT)
    settle(None, whole, pricing, CHARGED)  # the strongest of each article are found once a day
    our = milliseconds(lambda: settle(None, whole, pricing, CHARGED), rounds)
    ours_short = milliseconds(lambda: settle(None, short, pricing, CHARGED), rounds)
    least = milliseconds(lambda: bare(whole.lines), rounds)
    first = Pricing(PriceBook(discounts(chance, products)), lambda number: None, TODAY)
    begin = time.process_time()
    settle(None, whole, first, CHARGED)
    cold = (time.process_time() - begin) * 1000
    growth = (our / LINES) / (ours_short / SHORT)
    tenth = adding(settle(None, cart_of(products, chance, 9), pricing, PLAIN), products[0], pricing, rounds)
    last = adding(settle(None, cart_of(products, chance, LONG), pricing, PLAIN), products[0], pricing, rounds)
    print(f"pricing and charges of {LINES} lines with {DISCOUNTS} active discounts, best of {rounds}")
    kept = [
        _line(
            "the whole cart, ms",
            our,
            MILLISECONDS_MAX,
            f"bare loop {least:.3f} ms; first of the day {cold:.1f} ms",
        ),
        _line("a line of it to a line of a short cart, x", growth, LINEAR_MAX, f"of {SHORT} lines"),
    ]
    print(f"  line {LONG + 1} added and settled {last:.3f} ms, line 10 {tenth:.3f} ms (all but the commit)")
    return all(kept)


def _line(name: str, figure: float, bound: float, beside: str) -> bool:
    print(f"  {name:42} {figure:8.2f}   (bound {bound:g}, {beside}) {'ok' if figure <= bound else 'MISSED'}")
    return figure <= bound


def main(arguments: list[str]) -> int:
    """Run the benchmark; 0 when its bounds are kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pricing", description=__doc__)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    return 0 if compare(random.Random(chosen.seed), chosen.rounds) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
