"""The change set: in what the drafts differ from what registers were told, and publishing it in one step."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.drafts.amounts import written
from headquarters.drafts.changed import Changed
from headquarters.drafts.deriving import derive
from headquarters.drafts.models import StoreDraft
from headquarters.drafts.parts import SETS, listed_of, values_of
from headquarters.drafts.staff import StaffChange, publish_staff_drafts, staff_changes
from headquarters.drafts.taking_over import whole
from headquarters.drafts.unmet import Fault, fault_of
from headquarters.office.audit import note
from headquarters.office.refusals import refuse
from headquarters.price_lists.publishing import ListChange, list_changes, publish_lists, said_of
from headquarters.settings.models import Store
from headquarters.settings.service import keep_stores
from headquarters.settings.terms_then import note_terms
from retail.messages import Message, say
from retail.settings import StoreSettings
from retail.wire.base import Json
from retail.wire.settings import settings_of, settings_values


@dataclass(frozen=True, slots=True)
class StoreChange:
    """What waits for one store, and what it lacks; `fault` is why it cannot be published.

    A new one was never published: `fields` are those it has other than a store has by itself.
    """

    store: str
    fields: tuple[Changed, ...]
    missing: tuple[Message, ...]
    fault: Fault | None
    is_new: bool = False

    @property
    def waits(self) -> bool:
        """Registers are to be told of it."""
        return self.is_new or bool(self.fields)


def drafted(session: Session, drafts: Iterable[StoreDraft]) -> dict[str, Json]:
    """The settings that these drafts come to, by store."""
    drafts = list(drafts)
    sets: dict[str, dict[str, Json]] = {}
    for kind, model in SETS.items():
        codes = {getattr(draft, kind) for draft in drafts}
        listed = listed_of(session, kind, codes)
        sets[kind] = {
            row.code: values_of(row) | listed[row.code]
            for row in session.scalars(select(model).where(model.code.in_(codes)))
        }
    found: dict[str, Json] = {}
    for draft in drafts:
        values = whole(draft.taken) | values_of(draft)
        for kind in SETS:
            values |= sets[kind][getattr(draft, kind)]
        values["fulfilment_group"] = [
            dict(place) for place in values["fulfilment_group"]
        ]  # each is filled by its own
        found[draft.store] = values
    derive(session, drafts, found)
    return found


def change_set(session: Session) -> list[StoreChange]:
    """What waits to be published, store by store; stores where nothing waits and nothing is missing are left out."""
    drafts = session.scalars(select(StoreDraft).order_by(StoreDraft.store)).all()
    published = {row.store: row.settings for row in session.scalars(select(Store))}
    found = []
    for store, values in drafted(session, drafts).items():
        is_new = not published[store]
        before = whole({"store": store} | published[store])
        fields = tuple(
            [
                Changed(name, before.get(name), value)
                for name, value in values.items()
                if before.get(name) != value
            ]
        )
        fault = fault_of(values) if fields or is_new else None
        change = StoreChange(store, fields, tuple(_missing(values)), fault, is_new)
        if change.waits or change.missing:
            found.append(change)
    return found


def digest_of(
    changes: Sequence[StoreChange], staff: Sequence[StaffChange] = (), lists: Sequence[ListChange] = ()
) -> str:
    """A short text that is another one as soon as anything else waits."""
    said: list[object] = [_said(each.store, each.fields, is_new=each.is_new) for each in changes]
    said += [_said(each.user, each.fields, is_new=each.is_new) for each in staff]
    said += said_of(lists)
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:32]


def _said(about: str, fields: Iterable[Changed], *, is_new: bool) -> list[object]:
    return [about, is_new, [[field.name, field.before, field.after] for field in fields]]


def publish(session: Session, shown: str, who: str, at: str) -> int:
    """Tell the registers of everything that waits; gives back for how many stores that was.

    Raises:
        OfficeRefusal: something else waits than what was `shown` (409), or settings that no store can have (422).
    """
    changes = [change for change in change_set(session) if change.waits]
    staff, lists = staff_changes(session), list_changes(session)
    if digest_of(changes, staff, lists) != shown:
        raise refuse(409, "Something else waits now. Look at the changes again, then publish them.")
    for change in changes:
        if change.fault is not None:
            fault = change.fault.said
            raise refuse(
                422, "Store {store}: {fault}. Change it, then publish.", store=change.store, fault=fault
            )
    stores = [change.store for change in changes]
    drafts = session.scalars(select(StoreDraft).where(StoreDraft.store.in_(stores))).all()
    ready = [(store, settings_of(values)) for store, values in drafted(session, drafts).items()]
    for draft, (_, settings) in zip(drafts, ready, strict=True):
        # What a draft takes from elsewhere it goes on taking from there: it is in line with this as it stands.
        draft.taken = settings_values(settings)
    note_terms(session, ready, at)
    keep_stores(session, [(store, _name(settings), settings) for store, settings in ready])
    currencies = {draft.store: draft.currency for draft in drafts}
    for change in changes:
        before = {field.name: field.before for field in change.fields}
        after = {field.name: field.after for field in change.fields}
        was, now = (str(said.get("currency") or currencies[change.store]) for said in (before, after))
        note(session, who, at, "publish", "store", change.store, written(before, was), written(after, now))
    publish_staff_drafts(session, staff, who, at)
    publish_lists(session, lists, who, at)
    return len(stores)


def _name(settings: StoreSettings) -> str:
    return settings.store_name or settings.store


def _missing(values: Json) -> Iterable[Message]:
    """What customer orders need and this store lacks, and which goods it would sell without tax."""
    if not values["delivery_modes"]:
        yield say("no mode of delivery that ships")
    if not values["pickup_mode"]:
        yield say("no mode of delivery for pickup")
    if not values["cancellation_charge_code"]:
        yield say("no charge code for cancellations")
    if not values["shipping_charge_code"] and not values["advanced_auto_charges"]:
        yield say("no charge code for shipping")
    taxes = {each["name"] for each in values["tax_codes"]}
    for group in values["item_tax_groups"] if taxes else ():
        if taxes.isdisjoint(group["taxes"]):
            yield say(
                "no tax of the item sales tax group {group}: its goods are sold without tax",
                group=group["name"],
            )
    if (
        values["cancellation_charge_code"]
        and values["cancellation_charge_code"] == values["shipping_charge_code"]
    ):
        yield say("one charge code for shipping and for cancellations: either may be taxed as the other")
