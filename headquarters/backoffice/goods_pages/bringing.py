"""CSV of discounts and of price lists: rows are read as their forms read them, told one by one, then all taken in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.backoffice.goods_pages import discount_form, list_price_form
from headquarters.backoffice.goods_pages.product_form import currency_of
from headquarters.backoffice.languages import LANGUAGES, translated, worded
from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import ChangingForm, SetsUp
from headquarters.backoffice.work_pages.list_files import ELSE, FILE_MAX_BYTES, SHOWN_MAX, open_by
from headquarters.context import Context, Headquarters
from headquarters.drafts.changed import Changed
from headquarters.office.audit import note
from headquarters.office.refusals import OfficeRefusal, refuse
from headquarters.office.sessions import Visitor
from headquarters.price_lists.models import PriceList
from headquarters.price_lists.service import keep_list
from headquarters.promotions.models import Promotion
from headquarters.promotions.service import keep_promotions
from headquarters.settings.service import known_stores
from retail.messages import Message, phrase, say
from retail.wire.feeds import PromotionRow

if TYPE_CHECKING:
    from headquarters.backoffice.set_pages.reporting import Report

router = APIRouter(prefix="/office/goods-import", include_in_schema=False)
Typed = dict[str, str]
Faults = dict[str, Message]


@dataclass(frozen=True, slots=True)
class Goods:
    """One kind of rows: its list, what its fields are called, and how a form of it is begun, read, shown and kept."""

    name: str
    listed: str
    kind: str
    key: str
    labels: Mapping[str, str]
    begun: Callable[[], Typed]
    there: Callable[[Session], dict[str, Typed]]
    read: Callable[[Session, Typed], tuple[Any, Faults]]
    shown: Callable[[Session, Any], Typed]
    keep: Callable[[Session, Sequence[Any]], None]


@dataclass(frozen=True, slots=True)
class _Tried:
    """What a file would do: the report, and of each row that changes something what it was, is, and is to be kept."""

    report: "Report"
    kept: tuple[tuple[str, Typed | None, Typed, Any], ...]


def _discounts(session: Session) -> dict[str, Typed]:
    currency = currency_of(session)
    rows = session.scalars(select(Promotion))
    return {row.code: discount_form.typed_of(PromotionRow.of(row.value), currency) for row in rows}


def _lists(session: Session) -> dict[str, Typed]:
    return {row.code: list_price_form.list_typed_of(row) for row in session.scalars(select(PriceList))}


def _read_list(session: Session, typed: Typed) -> tuple[Any, Faults]:
    values, faults = list_price_form.read_list(typed, known_stores(session))
    return (None if faults else values), faults


def _keep_lists(session: Session, kept: Sequence[Any]) -> None:
    for values in kept:
        keep_list(session, values)


KINDS = {
    "discounts": Goods(
        phrase("Discounts"), "/office/discounts", "discount", "id",
        {
            "id": phrase("Code"), "name": phrase("Name"), "kind": phrase("Kind"), "percent": phrase("Percent off"),
            "amount": phrase("Amount"), "starts": phrase("First day"), "ends": phrase("Last day"),
            "products": phrase("Products"), "categories": phrase("Categories"), "affiliations": phrase("Affiliations"),
        },
        discount_form.new_typed, _discounts,
        lambda session, typed: discount_form.read_discount(session, typed, currency_of(session)),
        lambda session, row: discount_form.typed_of(row, currency_of(session)), keep_promotions,
    ),
    "price-lists": Goods(
        phrase("Price lists"), "/office/price-lists", "price list", "code",
        {"code": phrase("Code"), "name": phrase("Name"), "stores": phrase("Stores")},
        list_price_form.new_list_typed, _lists, _read_list,
        lambda session, values: values | {"stores": "\n".join(values["stores"])}, _keep_lists,
    ),
}  # fmt: skip


@router.post("/{kind}/take")
def take(headquarters: Context, person: SetsUp, form: ChangingForm, kind: str) -> Response:
    """Take in what was shown, all of it or nothing."""
    text, goods = form.get("csv", ""), _goods(kind)
    with headquarters.database.writing() as session:
        tried = _try(session, person, kind, text)
        report = tried.report
        if report.digest != form.get("shown") or report.is_refused or not report.changes:
            return _page(person, kind, report, text, ELSE, status=409)
        goods.keep(session, [kept for *_, kept in tried.kept])
        session.flush()
        for key, before, after, _ in tried.kept:
            act = "add" if before is None else "change"
            note(session, person.name, headquarters.now(), act, goods.kind, key, before or {}, after)
    return _page(person, kind, report, is_done=True)


def _told(headquarters: Headquarters, person: Visitor, kind: str, data: bytes) -> Response:
    from headquarters.backoffice.set_pages.tables import (  # noqa: PLC0415 -- who serves registers alone does without it
        text_of,
    )

    try:
        text = text_of(data)
        with headquarters.database.reading() as session:
            report = _try(session, person, kind, text).report
    except OfficeRefusal as refused:
        return _page(person, kind, notice=refused.message, status=refused.status)
    return _page(person, kind, report, text)


def _try(session: Session, person: Visitor, kind: str, text: str) -> _Tried:
    """What the text comes to in the books as they are; nothing is written.

    Raises:
        OfficeRefusal: there is no such kind (404), or the text is no table of it (422).
    """
    from headquarters.backoffice.set_pages import (  # noqa: PLC0415 -- who serves registers alone does without them
        reporting,
        tables,
        taking,
    )

    goods = _goods(kind)
    table = tables.table_in(text)
    columns = _columns(goods, table.columns)
    there, seen = goods.there(session), set[str]()
    told, kept = [], []
    for line, cells in table.rows:
        said = dict(zip(columns, [each.replace("\r\n", "\n").strip() for each in cells], strict=False))
        key = said.get(goods.key, "")
        before = there.get(key)
        value, faults = goods.read(session, (before or goods.begun()) | said)
        if len(cells) != len(columns):
            faults = {goods.key: say("This row has more or fewer cells than there are columns.")}
        elif key in seen:
            faults = {goods.key: say("The file has this row twice. Leave one of them out.")}
        seen.add(key)
        if faults:
            words = {name: worded(person.language, rule) for name, rule in faults.items()}
            found = [taking.Fault(name, said.get(name, ""), rule) for name, rule in words.items()]
            told.append(taking.Told(line, key, taking.REFUSED, faults=tuple(found)))
            continue
        after, was = goods.shown(session, value), before or dict.fromkeys(goods.labels, "")
        changes = [Changed(name, was[name], after[name]) for name in after if was[name] != after[name]]
        outcome = taking.SAME if not changes else taking.CHANGED if before else taking.NEW
        told.append(taking.Told(line, key, outcome, tuple(changes)))
        if changes:
            kept.append((key, before, after, value))
    labels = {name: translated(person.language, label) for name, label in goods.labels.items()}
    return _Tried(reporting.Report(told, labels, taking.digest_of(told)), tuple(kept))


def _columns(goods: Goods, columns: Sequence[str]) -> list[str]:
    """The fields that the columns stand for: by name, or by what they are called in any of our languages."""
    names = {name: name for name in goods.labels} | {
        translated(language, label): name for language in LANGUAGES for name, label in goods.labels.items()
    }
    found: list[str] = []
    for column in columns:
        if column not in names or names[column] in found:
            raise refuse(
                422, "There is no column {column} here, or it is there twice. The columns are: {columns}.",
                column=column[:60], columns=", ".join(goods.labels),
            )  # fmt: skip
        found.append(names[column])
    if goods.key not in found:
        raise refuse(
            422, "The column {column} is missing: rows are known by it. Export the list, and change that file.",
            column=goods.key,
        )  # fmt: skip
    return found


def _goods(kind: str) -> Goods:
    if kind not in KINDS:
        raise refuse(404, "There is no such list. Go back to the set-up pages.")
    return KINDS[kind]


def _page(
    person: Visitor, kind: str, report: "Report | None" = None, text: str = "", notice: str | Message = "",
    *, status: int = 200, is_done: bool = False,
) -> Response:  # fmt: skip
    shown = [] if report is None else sorted(report.rows, key=lambda row: (not row.faults, not row.changes))
    goods = _goods(kind)
    name = translated(person.language, goods.name)
    return page(
        "set_import.html", person, status=status, notice=notice, kind=kind, name=name,
        report=report, rows=shown[:SHOWN_MAX], left_out=max(0, len(shown) - SHOWN_MAX), csv=text, is_done=is_done,
        most=FILE_MAX_BYTES // (1024 * 1024), address="/office/goods-import", listed=goods.listed,
    )  # fmt: skip


open_by(router, _page, _told)
