"""The page on which everything that waits is published in one step, and which registers have taken it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Response
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse

from headquarters.backoffice.goods_pages.product_form import currency_of
from headquarters.backoffice.page import HEADERS, page
from headquarters.backoffice.set_pages.labels import label
from headquarters.backoffice.visiting import ChangingForm, SeesAll, SetsUp
from headquarters.backoffice.work_pages.paging import Text
from headquarters.catalog.naming import unmet_names
from headquarters.context import Context
from headquarters.drafts.amounts import written
from headquarters.drafts.changed import Changed
from headquarters.drafts.changes import StoreChange, change_set, digest_of, publish
from headquarters.drafts.models import StoreDraft
from headquarters.drafts.staff import staff_changes
from headquarters.feeds.positions import Standing, Taking, standings
from headquarters.feeds.words import FEEDS
from headquarters.price_lists.publishing import list_changes

router = APIRouter(prefix="/office", include_in_schema=False)
REGISTERS_SHOWN = 200


@router.get("/publish")
def waiting(
    headquarters: Context, person: SeesAll, text: Text = "", store: Text = "",
    taking: Annotated[str, Query(alias="state", max_length=40)] = "", after: Text = "",
) -> Response:  # fmt: skip
    """What waits, what is missing for customer orders, and how far the registers are that are asked for."""
    with headquarters.database.reading() as session:
        changes, staff, lists = change_set(session), staff_changes(session), list_changes(session)
        every = standings(headquarters, session)
        said = Counter(each.taking for each in every)
        wanted = [
            each
            for each in every
            if each.register.startswith(text.strip())
            and store in ("", each.store)
            and taking in ("", each.taking.value)
        ]
        shown, more = _page_of(wanted, after)
        currencies = _currencies(session, changes)
        counts = {each.name.lower(): said[each] for each in Taking}
        return page(
            "publish.html", person, changes=[_short(each, currencies[each.store]) for each in changes if each.waits],
            unmet=unmet_names(session), missing=[each for each in changes if each.missing], counts=counts,
            digest=digest_of([each for each in changes if each.waits], staff, lists), staff=staff, lists=lists,
            currency=currency_of(session),
            registers=shown, more=more, states=[each.value for each in Taking],
            filters={"text": text, "store": store, "state": taking}, stores=sorted({each.store for each in every}),
            label=label, feeds=FEEDS,
        )  # fmt: skip


def _page_of(found: list[Standing], after: str) -> tuple[list[Standing], str | None]:
    """The registers after this one, those that need somebody first, and the last of them where there are more."""
    order = list(Taking)
    found.sort(key=lambda each: order.index(each.taking))
    begin = next((at for at, each in enumerate(found, 1) if each.register == after), 0)
    shown = found[begin : begin + REGISTERS_SHOWN]
    return shown, shown[-1].register if begin + REGISTERS_SHOWN < len(found) else None


def _currencies(session: Session, changes: Iterable[StoreChange]) -> dict[str, str]:
    stores = [each.store for each in changes]
    query = select(StoreDraft.store, StoreDraft.currency).where(StoreDraft.store.in_(stores))
    return {row.store: row.currency for row in session.execute(query)}


def _short(change: StoreChange, currency: str) -> StoreChange:
    """The same with what differs of long lists alone, and amounts in the currency of the store."""
    was = next(
        (str(each.before) for each in change.fields if each.name == "currency" and each.before), currency
    )
    fields = [_of_lists(field) for field in change.fields]
    return replace(
        change,
        fields=tuple([
            Changed(each.name, _amounts(each.name, each.before, was), _amounts(each.name, each.after, currency))
            for each in fields
        ]),
    )  # fmt: skip


def _amounts(name: str, value: object, currency: str) -> object:
    return written({name: value}, currency)[name]


def _of_lists(field: Changed) -> Changed:
    """Of two lists of entries those that are not in the other; both as they are where only their order differs."""
    before, after = field.before, field.after
    if not (_is_of_entries(before) and _is_of_entries(after)):
        return field
    gone, come = (
        [each for each in before if each not in after],
        [each for each in after if each not in before],
    )
    return Changed(field.name, gone, come) if gone or come else field


def _is_of_entries(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)


@router.post("/publish")
def tell(headquarters: Context, person: SetsUp, form: ChangingForm) -> Response:
    """Publish what was shown."""
    with headquarters.database.writing() as session:
        publish(session, form.get("digest", ""), person.name, headquarters.now())
    return RedirectResponse("/office/publish", 303, HEADERS)
