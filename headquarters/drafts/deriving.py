"""What a store's settings take from elsewhere: unit, fulfilment group, texts of receipts, looks, features."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.base import Base
from headquarters.drafts.features import Feature, switched_off
from headquarters.drafts.looks import VisualProfile, put_looks
from headquarters.drafts.models import StoreDraft
from headquarters.drafts.parts import SETS, owner_of, values_of
from headquarters.drafts.places import OperatingUnit
from headquarters.drafts.receipts import ReceiptText
from headquarters.drafts.taking_over import whole
from retail.wire.base import Json


def derive(session: Session, drafts: Sequence[StoreDraft], values: Mapping[Any, Json]) -> None:
    """Put what these drafts take from elsewhere into their settings."""
    units = {unit.code: unit for unit in session.scalars(select(OperatingUnit))}
    for draft in drafts:
        _take_unit(values[draft.store], units.get(draft.unit or ""))
    put_looks(session, drafts, values)
    spoken = {text.language: text for text in session.scalars(select(ReceiptText))}
    for each in values.values():
        _take_texts(each, spoken.get(each["language"]))
    _fill_places(session, [place for each in values.values() for place in each["fulfilment_group"]])
    off = switched_off(session)
    for each in values.values():
        each.update(off)


def followed_by(row: Base) -> tuple[str, Any] | None:
    """By which column of their drafts stores follow this row, and what they say there; None where none follows it. The
    column "" is that of all stores.
    """
    if isinstance(row, StoreDraft):
        return "id", row.id
    if isinstance(row, OperatingUnit):
        return "unit", row.code
    if isinstance(row, VisualProfile):
        return "visual", row.code
    if isinstance(row, Feature):
        return "", ""
    if isinstance(row, ReceiptText):
        return "language", row.language
    kind = next((kind for kind, model in SETS.items() if isinstance(row, model)), None)
    if kind is not None:
        return kind, getattr(row, "code")  # noqa: B009 -- each of these sets has one
    kind = owner_of(type(row))
    return None if kind is None else (kind, getattr(row, kind))


def _take_unit(values: Json, unit: OperatingUnit | None) -> None:
    if unit is None:
        return
    values["country"] = values["country"] or unit.country
    values["receipt_lines"] = values["receipt_lines"] or list(unit.address_lines)


def _take_texts(values: Json, text: ReceiptText | None) -> None:
    if text is None:
        return
    values["receipt_lines"] = [*values["receipt_lines"], *text.header_lines]
    values["receipt_footer"] = values["receipt_footer"] or list(text.footer_lines)


def _fill_places(session: Session, places: Iterable[dict[str, Any]]) -> None:
    """What a place does not say is as the store of that name has it."""
    empty = [place for place in places if place["name"] is None or place["tax_percent"] is None]
    names = {place["place"] for place in empty}
    stores = {
        draft.store: whole(draft.taken) | values_of(draft)
        for draft in session.scalars(select(StoreDraft).where(StoreDraft.store.in_(names)))
    }
    for place in empty:
        store = stores.get(place["place"], {})
        if place["tax_percent"] is None:
            place["tax_percent"] = store.get("tax_percent", "0")
            for name in ("tax_codes", "closed_weekdays", "closed_dates"):
                place[name] = place[name] or store.get(name, [])
        place["name"] = place["name"] or store.get("store_name") or place["place"]
