"""Which delivery modes take which lines: by product, by where they go, and by store."""

from collections.abc import Sequence

from retail.cart_values import CartLine
from retail.customers import Address
from retail.delivery_rules import DeliveryRule
from retail.errors import RuleBroken
from retail.messages import Message, Name, listed, say
from retail.settings import StoreSettings


def modes_of(settings: StoreSettings) -> tuple[str, ...]:
    """The modes this store may ship by."""
    rules = _rules(settings)
    return tuple(
        [
            each
            for each in settings.delivery_modes
            if each not in rules or rules[each].is_used_by(settings.store)
        ]
    )


def modes_for(line: CartLine, address: Address | None, settings: StoreSettings) -> tuple[str, ...]:
    """The modes that take this line there; wherever it goes, for no address."""
    rules = _rules(settings)
    return tuple(
        [each for each in modes_of(settings) if each not in rules or _takes(rules[each], line, address)]
    )


def common_modes(
    lines: Sequence[CartLine], address: Address | None, settings: StoreSettings
) -> tuple[str, ...]:
    """The modes that take every one of these lines there."""
    each_can = [modes_for(line, address, settings) for line in lines]
    return tuple([mode for mode in modes_of(settings) if all(mode in can for can in each_can)])


def mode_by_line(
    lines: Sequence[CartLine], address: Address | None, settings: StoreSettings
) -> dict[int, str]:
    """Each line by the first mode that takes it: how lines without a common mode are split.

    Raises:
        RuleBroken: one of them cannot be shipped there at all.
    """
    check_can_ship(lines, address, settings)
    return {line.number: modes_for(line, address, settings)[0] for line in lines}


def check_can_ship(lines: Sequence[CartLine], address: Address | None, settings: StoreSettings) -> None:
    """Let these lines be shipped there, by whatever mode.

    Raises:
        RuleBroken: the store ships by no mode, or none takes one of the lines.
    """
    if not modes_of(settings):
        raise RuleBroken("This store has no delivery mode. Have the goods picked up instead.")
    for line in lines:
        if not modes_for(line, address, settings):
            raise RuleBroken("No delivery mode takes {name} to {address}. Choose another address, or Pick up.",
                             name=line.name, address=address)  # fmt: skip


def check_mode(mode: str, lines: Sequence[CartLine], address: Address | None, settings: StoreSettings) -> str:
    """Give back a mode that takes these lines there.

    Raises:
        RuleBroken: the store does not ship by it, or it does not take one of the lines.
    """
    known = modes_of(settings)
    if mode not in known:
        raise RuleBroken("There is no delivery mode {mode}. Choose one of: {modes}.",
                         mode=mode, modes=_named(known))  # fmt: skip
    for line in lines:
        can = modes_for(line, address, settings)
        if mode not in can:
            check_can_ship([line], address, settings)
            raise RuleBroken("{mode} does not take {name} there. Choose one of: {modes}.",
                             mode=Name(mode), name=line.name, modes=_named(can))  # fmt: skip
    return mode


def _named(modes: Sequence[str]) -> Message:
    """Modes by their names, which every language has its own words for."""
    return listed([say("{mode}", mode=Name(each)) for each in modes])


def _rules(settings: StoreSettings) -> dict[str, DeliveryRule]:
    return {each.mode: each for each in settings.delivery_rules}


def _takes(rule: DeliveryRule, line: CartLine, address: Address | None) -> bool:
    there = address is None or rule.goes_to(address.country, address.region)
    return there and rule.takes(line.product, line.category)
