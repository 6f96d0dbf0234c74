"""What else a file says of a customer, and how it is merged: group, receipts, affiliations, attributes, consent."""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from headquarters.customers.consents import with_consents
from headquarters.importing.cells import Reader
from headquarters.importing.columns import Field, plain
from headquarters.importing.errors import CellRefused
from headquarters.importing.persons import read_email, words
from retail.attributes import Attribute, read_attribute
from retail.customer_changes import AFFILIATION_MAX
from retail.customer_extras import Consent, ContactKind, attribute_key
from retail.customers import ReceiptOption
from retail.errors import RuleBroken
from retail.settings import StoreSettings
from retail.wire.base import Json

SAID = "said"
"""The staged column of all that these fields say, as one JSON object."""
AFFILIATIONS = "affiliations"
SEPARATOR = "|"
IMPORTED = "import"
"""Who heard a consent that came by a file."""
_CONSENTS = {f"{kind}_consent": str(kind) for kind in ContactKind}
_CURRENCY = re.compile("[A-Z]{3}")
_CONSENT_WORDS = {
    **dict.fromkeys(("yes", "ja", "y", "j", "1", "true", "x", "given"), Consent.YES),
    **dict.fromkeys(("no", "nei", "nee", "n", "0", "false", "refused"), Consent.NO),
    **dict.fromkeys(("unknown", "ukjent", "onbekend"), Consent.UNKNOWN),
}


@dataclass(frozen=True, slots=True)
class Known:
    """What the stores know: groups with their financial dimensions, and the attributes they ask of customers."""

    groups: Mapping[str, Mapping[str, str]]
    attributes: tuple[Attribute, ...]


NOTHING_KNOWN = Known({}, ())


def known_by(stores: Iterable[StoreSettings]) -> Known:
    """What any of these stores knows; the first of them goes before."""
    groups: dict[str, Mapping[str, str]] = {}
    attributes: dict[str, Attribute] = {}
    for settings in stores:
        for group in settings.customer_groups:
            groups.setdefault(group.group, dict(group.dimensions))
        for attribute in settings.customer_attributes:
            attributes.setdefault(attribute.attribute, attribute)
    return Known(groups, tuple(attributes.values()))


def said_fields(known: Known, others: Sequence[Field]) -> tuple[Field, ...]:
    """The fields of all this; an attribute goes by its own name where no other field does."""
    fields = [
        Field("title", ("title", "tittel", "titel", "aanhef"), SAID, words("Title", 60)),
        Field("group", ("group", "customergroup", "kundegruppe", "klantgroep"), SAID, _group(known)),
        Field("currency", ("currency", "valuta", "munt"), SAID, _currency),
        Field("receipt_option", ("receiptoption", "receipt", "kvittering", "bon"), SAID, _receipt),
        Field("receipt_email", ("receiptemail", "epostforkvitteringer", "bonemail"), SAID, read_email),
        Field("affiliations", ("affiliations", "affiliation", "tilknytninger", "affiliaties"), AFFILIATIONS,
              _affiliations),
        *[Field(name, (plain(name), f"{kind}samtykke", f"toestemming{kind}"), SAID, _consent)
          for name, kind in _CONSENTS.items()],
    ]  # fmt: skip
    taken = {name for field in (*fields, *others) for name in field.names}
    for each in known.attributes:
        own = dict.fromkeys((plain(each.attribute), plain(each.name)))
        names = (plain(attribute_key(each.attribute)), *[name for name in own if name not in taken])
        fields.append(Field(attribute_key(each.attribute), names, SAID, _attribute(each)))
    return tuple(fields)


def said_text(values: Mapping[str, Any], known: Known) -> str | None:
    """What a row says, as it is staged; None where it says nothing."""
    said = {name: value for name, value in values.items() if value is not None}
    if not said:
        return None
    parts: dict[str, dict[str, Any]] = {"fields": {}, "extras": {}, "consents": {}}
    for name, value in said.items():
        if name in _CONSENTS:
            parts["consents"][_CONSENTS[name]] = value
        else:
            parts["extras" if ":" in name else "fields"][name] = value
    group = parts["fields"].get("group")
    if group is not None:
        parts["fields"]["dimensions"] = known.groups.get(group, {})
    return json.dumps(parts)


class Standing(NamedTuple):
    """A customer of the books as far as this is about them; of a new one, what the row says."""

    details: Json
    affiliations: Sequence[str]
    email: str
    phone: str


def details_with(standing: Standing, said: str | None, at: str) -> Json | None:
    """A customer's details with what a row says; None where nothing is different."""
    if said is None:
        return None
    before, row = standing.details, json.loads(said)
    after: Json = {**before, **row["fields"]}
    extras = dict(before.get("extras", ())) | row["extras"]
    reached = {"email": standing.email, "phone": standing.phone}
    said_of = {f"{kind}:{reached[kind]}": text for kind, text in row["consents"].items() if reached[kind]}
    news = [(key, text) for key, text in said_of.items() if extras.get(key) != text]
    after["extras"] = [[key, text] for key, text in sorted({**extras, **said_of}.items()) if text]
    after = {name: value for name, value in after.items() if value}
    after = with_consents(after, before, news, IMPORTED, "", at) if news else after
    return None if after == before else after


def affiliations_with(standing: Standing, said: str | None) -> list[str] | None:
    """A customer's affiliations with those of a row: what they have stays, as on a register. None: nothing is new."""
    names = list(standing.affiliations)
    folded = {each.casefold() for each in names}
    new = [each for each in json.loads(said or "[]") if each.casefold() not in folded]
    return [*names, *new] if new else None


def written(value: Json | list[str] | None) -> str | None:
    """As it is staged; None stays None."""
    return None if value is None else json.dumps(value)


def consent_of_nothing(standing: Standing, said: str | None) -> str:
    """The field of a consent of what neither the row nor the books have, an e-mail or a phone; "" for none."""
    consents = json.loads(said)["consents"] if said else {}
    reached = {"email": standing.email, "phone": standing.phone}
    return next((field for field, kind in _CONSENTS.items() if kind in consents and not reached[kind]), "")


def _group(known: Known) -> Reader:
    read = words("Customer group", 60)

    def read_group(cell: str) -> str | int | None:
        group = read(cell)
        if group is not None and known.groups and group not in known.groups:
            raise CellRefused(
                "there is no such group; there are {groups}", groups=", ".join(sorted(known.groups))
            )
        return group

    return read_group


def _attribute(attribute: Attribute) -> Callable[[str], str | None]:
    def read_value(cell: str) -> str | None:
        try:
            return read_attribute(attribute, cell) or None
        except RuleBroken as fault:
            raise CellRefused(fault.message) from None

    return read_value


def _currency(cell: str) -> str | None:
    code = cell.strip().upper()
    if code and not _CURRENCY.fullmatch(code):
        raise CellRefused("a currency has three letters")
    return code or None


def _receipt(cell: str) -> str | None:
    option = cell.strip().casefold()
    if option and option not in list(ReceiptOption):
        raise CellRefused("it is none of {words}", words=", ".join(ReceiptOption))
    return option or None


def _consent(cell: str) -> str | None:
    word = cell.strip().casefold()
    if word and word not in _CONSENT_WORDS:
        raise CellRefused("it is none of {words}", words="yes, no, unknown")
    return _CONSENT_WORDS[word].value if word else None


def _affiliations(cell: str) -> str | None:
    read = words("Affiliation", AFFILIATION_MAX)
    names = [name for part in cell.split(SEPARATOR) if (name := read(part))]
    return json.dumps(list(dict.fromkeys(names))) if names else None
