"""Automatic charges: which rules fire for a cart, what they come to, and which lines carry them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from retail.cart import is_billed
from retail.cart_values import Cart, CartLine
from retail.catalog import categories_of
from retail.charge_rules import AutoCharge, ChargeLevel
from retail.charge_taxes import charge_rate, leading_delivery
from retail.charges import Charge, ChargeSource, charge_of
from retail.customers import Customer
from retail.errors import RuleBroken
from retail.orders.acts import WHOLE
from retail.orders.delivery import Delivery
from retail.orders.fixed import check_whole
from retail.pricing import affiliations_of
from retail.rounding import percent_of, spread
from retail.settings import StoreSettings


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule that applies, what it comes to, and the lines it is for; all of them for a charge on the whole."""

    rule: AutoCharge
    amount_minor: int
    value_minor: int
    lines: tuple[int, ...]


def mode_of(line: CartLine, settings: StoreSettings) -> str:
    """The delivery mode of a line; carrying out is one too."""
    return settings.carry_out_mode if line.delivery is None else line.delivery.mode


def fired_rules(cart: Cart, settings: StoreSettings) -> tuple[Fired, ...]:
    """The rules that fire for this cart.

    One rule a charge code and level: the one that says most about what it is for and whose tier fits, the lowest
    such tier. A charge on the whole needs all lines to leave in one way, unless it is spread by mode.
    """
    return _fired(cart, settings, cart.active_lines)


def _fired(cart: Cart, settings: StoreSettings, asked: Sequence[CartLine]) -> tuple[Fired, ...]:
    """The rules that fire, those on lines only for the lines asked about."""
    lines = cart.active_lines
    if not lines:
        return ()
    rules = [rule for rule in settings.auto_charges if _is_for(rule, cart, settings)]
    of_modes = {each.mode: each.charges_group for each in settings.delivery_rules}
    groups: dict[str, list[CartLine]] = defaultdict(list)
    for line in lines:
        groups[mode_of(line, settings)].append(line)
    fired = []
    whole = [rule for rule in rules if rule.level is ChargeLevel.HEADER and not rule.prorate]
    if len(groups) == 1:
        (mode,) = groups
        fired += _of_group([rule for rule in whole if rule.is_by(mode, of_modes.get(mode, ""))], lines)
    shared = [rule for rule in rules if rule.prorate]
    if shared:
        for mode, group in groups.items():
            fired += _of_group([rule for rule in shared if rule.is_by(mode, of_modes.get(mode, ""))], group)
    on_lines = [rule for rule in rules if rule.level is ChargeLevel.LINE]
    return (*fired, *_of_lines(on_lines, asked, settings, of_modes))


def charged(cart: Cart, settings: StoreSettings, known: Sequence[CartLine] = ()) -> Cart:
    """The cart with its automatic charges as the rules say; one that was typed over stays, and so does what was billed.

    What is handed out or comes back of an order carries the charges of the order. Lines that are the same objects as
    in `known` were charged for the same customer already, and are asked about again only where a charge is spread.
    """
    if cart.act is not None and cart.act.kind not in WHOLE:
        return cart
    if not (settings.advanced_auto_charges and settings.auto_charges):
        return cart
    header: list[Charge] = []
    on_lines: dict[int, list[Charge]] = defaultdict(list)
    is_spread = any(rule.prorate for rule in settings.auto_charges)
    fresh = cart.active_lines if is_spread else _others(cart.active_lines, known)
    by_number = {line.number: line for line in fresh}
    for fired in _fired(cart, settings, fresh):
        if fired.rule.level is ChargeLevel.LINE or fired.rule.prorate:
            weights = [by_number[number].amount_minor for number in fired.lines]
            for number, share in zip(fired.lines, spread(fired.amount_minor, weights), strict=True):
                if share:
                    where = by_number[number].delivery
                    on_lines[number].append(_charge(fired.rule, share, settings, cart.customer, where))
        elif fired.amount_minor:
            where = leading_delivery(cart.lines)
            header.append(_charge(fired.rule, fired.amount_minor, settings, cart.customer, where))
    charges = cart.charges if is_billed(cart) else _merged(cart.charges, header)
    lines = list(cart.lines)
    for number, line in by_number.items():
        if not line.gone_thousandths and (line.charges or number in on_lines):
            merged = _merged(line.charges, on_lines.get(number, ()))
            if merged is not line.charges:
                lines[number - 1] = replace(line, charges=merged)
    changed = tuple(lines)
    if charges is cart.charges and all(new is old for new, old in zip(changed, cart.lines, strict=True)):
        return cart
    return replace(cart, charges=charges, lines=changed)


def _others(lines: Sequence[CartLine], known: Sequence[CartLine]) -> Sequence[CartLine]:
    there = len(known)
    return [line for line in lines if line.number > there or known[line.number - 1] is not line]


def recalculate_charges(cart: Cart, settings: StoreSettings) -> Cart:
    """The cart with every charge that was typed over worked out again by the rules; typed ones stay.

    Raises:
        RuleBroken: the cart is not the whole order, or charges are typed by hand here, so that there is nothing to
            work out (decision 12).
    """
    check_whole(cart)
    if not settings.advanced_auto_charges:
        raise RuleBroken(
            "Charges are typed by hand in this store. Change a charge to another amount instead."
        )
    lines = tuple([line if line.gone_thousandths else _line_restored(line) for line in cart.lines])
    header = cart.charges if is_billed(cart) else _restored(cart.charges)
    return charged(replace(cart, charges=header, lines=lines), settings)


def _is_for(rule: AutoCharge, cart: Cart, settings: StoreSettings) -> bool:
    customer = cart.customer
    return (
        rule.currency in ("", cart.currency)
        and (settings.store in rule.stores if rule.stores else rule.store in ("", settings.store))
        and (not rule.affiliation or rule.affiliation in affiliations_of(cart))
        and (not rule.customer or (customer is not None and rule.customer in (customer.id, customer.account)))
        and (not rule.customer_group or (customer is not None and customer.group == rule.customer_group))
        and (rule.business is None or (customer is not None and customer.business) is rule.business)
    )


def _of_group(rules: Sequence[AutoCharge], lines: Sequence[CartLine]) -> list[Fired]:
    if not rules:
        return []
    value = sum([line.amount_minor for line in lines])
    chosen = _chosen(rules, value)
    numbers = tuple([line.number for line in lines])
    return [Fired(rule, _amount(rule, value), value, numbers) for rule in chosen]


def _of_lines(
    rules: list[AutoCharge], lines: Sequence[CartLine], settings: StoreSettings, of_modes: Mapping[str, str]
) -> list[Fired]:
    if not rules:
        return []
    of_item: dict[str, list[AutoCharge]] = defaultdict(list)
    of_category: dict[str, list[AutoCharge]] = defaultdict(list)
    for rule in rules:
        if rule.category and not rule.item:
            of_category[rule.category].append(rule)
        else:
            of_item[rule.item].append(rule)
    fired = []
    for line in lines:
        mode, value = mode_of(line, settings), line.amount_minor
        candidates = [*of_item.get(line.product, ()), *of_item.get("", ())]
        for category in categories_of(line.category) if of_category else ():
            candidates += of_category.get(category, ())
        group = of_modes.get(mode, "")
        chosen = _chosen([rule for rule in candidates if rule.is_by(mode, group)], value)
        fired += [Fired(rule, _amount(rule, value), value, (line.number,)) for rule in chosen]
    return fired


def _chosen(rules: Iterable[AutoCharge], value_minor: int) -> list[AutoCharge]:
    """One rule a code: of those whose tier fits the most particular one, and of its tiers the lowest."""
    best: dict[str, AutoCharge] = {}
    for rule in rules:
        if rule.up_to_minor is not None and value_minor > rule.up_to_minor:
            continue
        known = best.get(rule.code)
        if known is None or _rank(rule) < _rank(known):
            best[rule.code] = rule
    return list(best.values())


def _rank(rule: AutoCharge) -> tuple[int, int, int, bool, int]:
    """One customer, item, mode or store says more than a group of them, and a narrow category more than a wide one."""
    ones = (rule.customer, rule.item, rule.mode, rule.store, rule.currency)
    groups = (
        rule.affiliation, rule.customer_group, rule.category, rule.modes, rule.mode_group, rule.stores,
    )  # fmt: skip
    of_one, of_group = sum([bool(each) for each in ones]), sum([bool(each) for each in groups])
    said = of_one + of_group + (rule.business is not None)
    return -said, -of_one, -len(categories_of(rule.category)), rule.up_to_minor is None, rule.up_to_minor or 0


def _amount(rule: AutoCharge, value_minor: int) -> int:
    return rule.amount_minor if rule.percent is None else percent_of(value_minor, rule.percent)


def _charge(
    rule: AutoCharge,
    amount_minor: int,
    settings: StoreSettings,
    customer: Customer | None,
    where: Delivery | None,
) -> Charge:
    code = settings.charge_code(rule.code)
    rate = charge_rate(code, where, customer, settings)
    return charge_of(rule.code, amount_minor, rate, ChargeSource.AUTOMATIC, refundable=code.refundable)


def _merged(present: tuple[Charge, ...], automatic: Iterable[Charge]) -> tuple[Charge, ...]:
    """The charges that stay, with the automatic ones; none of these beside one of the same code typed over."""
    stay = [
        each
        for each in present
        if each.source is not ChargeSource.AUTOMATIC or each.original_minor is not None
    ]
    typed_over = {each.code for each in stay if each.original_minor is not None}
    merged = (*stay, *[each for each in automatic if each.code not in typed_over])
    return present if merged == present else merged


def _line_restored(line: CartLine) -> CartLine:
    return replace(line, charges=_restored(line.charges)) if line.charges else line


def _restored(charges: tuple[Charge, ...]) -> tuple[Charge, ...]:
    """The charges without what was typed over them."""
    return tuple(
        [each if each.original_minor is None else _as_before(each, each.original_minor) for each in charges]
    )


def _as_before(charge: Charge, amount_minor: int) -> Charge:
    return replace(charge, amount_minor=amount_minor, original_minor=None, override=None)
