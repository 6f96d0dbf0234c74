"""Erasing a customer, and how long customers are kept who buy nothing: for administrators alone."""

from fastapi import APIRouter, Response

from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import ChangingForm, LooksAfterPeople
from headquarters.backoffice.work_pages.seen import row_of, to
from headquarters.context import Context
from headquarters.customers.erase_list import erase_customer
from headquarters.customers.erasing import what_blocks
from headquarters.customers.models import Customer
from headquarters.customers.retention import DAYS_MAX, DAYS_MIN, count_due, days_kept, keep_days
from headquarters.office.audit import note
from headquarters.office.refusals import refuse

router = APIRouter(prefix="/office/customers", include_in_schema=False)
REASON_MAX = 200


@router.get("/retention")
def retention(headquarters: Context, person: LooksAfterPeople) -> Response:
    """How long customers are kept, and how many the job would erase today."""
    with headquarters.database.reading() as session:
        days = days_kept(session)
        due = 0 if days is None else count_due(session, days, headquarters.clock.now().date())
        return page("retention.html", person, days=days, due=due, least=DAYS_MIN, most=DAYS_MAX)


@router.post("/retention")
def keep_retention(headquarters: Context, person: LooksAfterPeople, form: ChangingForm) -> Response:
    """Keep customers so long from now on; without a number, for ever."""
    typed = form.get("days", "").strip()
    if typed and not (typed.isdecimal() and typed.isascii() and DAYS_MIN <= int(typed[:9]) <= DAYS_MAX):
        raise refuse(
            422, "Days are a whole number from {least} to {most}, or nothing: {typed} is none.",
            least=DAYS_MIN, most=DAYS_MAX, typed=typed[:20],
        )  # fmt: skip
    days = int(typed) if typed else None
    with headquarters.database.writing() as session:
        before = days_kept(session)
        keep_days(session, days)
        note(session, person.name, headquarters.now(), "change", "retention", "customers",
             {"days": before}, {"days": days})  # fmt: skip
    return to("/office/customers/retention")


@router.get("/{row}/erase")
def ask(headquarters: Context, person: LooksAfterPeople, row: int) -> Response:
    """What erasing this customer means, and what stands in the way."""
    with headquarters.database.reading() as session:
        customer = row_of(session, Customer, row)
        if customer is None:
            raise refuse(404, "There is no such customer. Go back to the list.")
        blocks = what_blocks(session, customer, headquarters.clock.now().date())
        return page("erase.html", person, customer=customer, blocks=blocks, most=REASON_MAX)


@router.post("/{row}/erase")
def erase(headquarters: Context, person: LooksAfterPeople, form: ChangingForm, row: int) -> Response:
    """Erase this customer."""
    erase_customer(headquarters, row, person.name, form.get("reason", "").strip()[:REASON_MAX])
    return to(f"/office/customers/{row}")
