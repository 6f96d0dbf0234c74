"""Why no store can work by what is set up: what one setting names has to be there in another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from retail.messages import Message, phrase, say
from retail.settings import StoreSettings
from retail.wire.base import Json
from retail.wire.settings import settings_of
from retail.wire.unfit import faults_in, first_place


@dataclass(frozen=True, slots=True)
class Fault:
    """Why no store can work by what is set up; `field` is to be changed, "" where the words themselves say what is.

    Where one setting names what another one does not have, `value` is what it names, `sides` are the fields of all rows
    in which that may stand, and `gone` is what to say of a row that had it and has it no more.
    """

    said: Message
    field: str = ""
    value: str = ""
    sides: tuple[str, ...] = ()
    gone: Message | None = None

    def among(self, names: Sequence[str]) -> str:
        """Which of these fields is to be changed: else one that the words name, or the last."""
        words = str(self.said)
        named = next((name for name in names if name in words), names[-1])
        return self.field if self.field in names else named


_SIDES = {
    "mode": ("mode", "modes", "pickup_mode", "carry_out_mode"), "mode_group": ("mode_group", "charges_group"),
    "code": ("code", "shipping_charge_code"), "customer_group": ("customer_group", "group"),
    "group": ("group",), "affiliation": ("affiliation", "affiliations"),
    "affiliations": ("affiliations", "affiliation"), "item_tax_group": ("item_tax_group", "name"),
}  # fmt: skip
"""By the field that names something, the fields of all rows in which its name may stand."""


def fault_of(values: Json) -> Fault | None:
    """Why no store can have these settings; None where one can."""
    return unsound(values) or next(clashes_of(values), None)


def clashes_of(values: Json) -> Iterator[Fault]:
    """Everything of these settings, which are sound each by itself, that cannot be together."""
    yield from _unmet(settings_of(values))


def unsound(values: Json) -> Fault | None:
    """What is wrong with these settings whatever stands beside them; None where nothing is."""
    try:
        settings_of(values)
    except ValidationError as error:
        return Fault(faults_in(error), first_place(error))
    return None


def _unmet(settings: StoreSettings) -> Iterator[Fault]:
    default = settings.default_customer
    groups = [each.group for each in settings.customer_groups]
    affiliations = [each.affiliation for each in settings.affiliations]
    by = say("the default customer")
    yield from _unknown("group", phrase("customer group"), [default.group], groups, by)
    yield from _unknown("affiliations", phrase("affiliation"), default.affiliations, affiliations, by)
    modes = _modes(settings)
    yield from _twice(settings)
    for rule in settings.delivery_rules:
        by = say("the delivery rule of {mode}", mode=rule.mode)
        yield from _unknown("mode", phrase("mode of delivery"), [rule.mode], modes, by, is_needed=True)
    taxed = [each.name for each in settings.item_tax_groups]
    for code in settings.charge_codes:
        by, named = say("charge code {code}", code=code.code), [code.item_tax_group]
        what = phrase("item sales tax group")
        yield from _unknown("item_tax_group", what, named, taxed, by, is_needed=True)
    codes = [each.code for each in settings.charge_codes]
    if settings.shipping_charge_code is not None:
        codes.append(settings.shipping_charge_code)
    mode_groups = sorted({each.charges_group for each in settings.delivery_rules} - {""})
    for charge in settings.auto_charges:
        by = say("automatic charge {code}", code=charge.code)
        ways, belongs = [charge.mode, *charge.modes], [charge.mode_group]
        yield from _unknown("code", phrase("charge code"), [charge.code], codes, by, is_needed=True)
        yield from _unknown("mode", phrase("mode of delivery"), ways, modes, by, is_needed=True)
        yield from _unknown("mode_group", phrase("charges group"), belongs, mode_groups, by, is_needed=True)
        yield from _unknown("customer_group", phrase("customer group"), [charge.customer_group], groups, by)
        yield from _unknown("affiliation", phrase("affiliation"), [charge.affiliation], affiliations, by)


def _modes(settings: StoreSettings) -> list[str]:
    ways = (*settings.delivery_modes, settings.pickup_mode, settings.carry_out_mode)
    return [each for each in dict.fromkeys(ways) if each]


def _twice(settings: StoreSettings) -> Iterator[Fault]:
    """A mode says how a line leaves: one code cannot mean two of the three ways."""
    sides = _SIDES["mode"]
    if settings.pickup_mode and settings.pickup_mode == settings.carry_out_mode:
        mode = settings.carry_out_mode
        words = say("{mode} is the mode of pickup already; type another", mode=mode)
        yield Fault(words, "carry_out_mode", mode, sides)
    for name, mode in (("pickup_mode", settings.pickup_mode), ("carry_out_mode", settings.carry_out_mode)):
        if mode and mode in settings.delivery_modes:
            words = say("{mode} is a mode of delivery that ships; type another", mode=mode)
            yield Fault(words, name, mode, sides)


def _unknown(
    field: str, what: str, named: Iterable[str], known: list[str], by: Message, *, is_needed: bool = False
) -> Iterator[Fault]:
    """What is named and not there. Where there are none at all, and none are needed, anything may be named."""
    for name in named:
        if name and name not in known and (known or is_needed):
            words = say("there is no {what} {name}; make it first", what=say(what), name=name)
            if known:
                there = ", ".join(known)
                words = say(
                    "there is no {what} {name}; there are {there}", what=say(what), name=name, there=there
                )
            gone = say(
                "{by} names the {what} {name}, and there would be none", by=by, what=say(what), name=name
            )
            yield Fault(words, field, name, _SIDES[field], gone)
