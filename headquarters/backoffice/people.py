"""The pages about the people of the back office, and about what was done."""

from collections.abc import Sequence

from fastapi import APIRouter, Response
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse

from headquarters.backoffice.deeds import kinds
from headquarters.backoffice.languages import translated
from headquarters.backoffice.page import HEADERS, page
from headquarters.backoffice.visiting import ChangingForm, LooksAfterPeople, ReadsAudit
from headquarters.backoffice.work_pages.paging import ROWS, Text
from headquarters.backoffice.work_pages.sorting import AT_FIRST, Head, Place, narrowing, read_sorted, sorting
from headquarters.context import Context
from headquarters.office.audit import narrowed_entries, note
from headquarters.office.models import AuditEntry, OfficePerson
from headquarters.office.passwords import LENGTH_MIN
from headquarters.office.people import KIND, Wish, add_person, all_people, change_person, set_password
from headquarters.office.refusals import refuse
from headquarters.office.roles import Role
from headquarters.office.sessions import end_all
from headquarters.settings.service import known_stores

router = APIRouter(prefix="/office", include_in_schema=False)


@router.get("/people")
def people(headquarters: Context, person: LooksAfterPeople, after: Text = "") -> Response:
    """Those who may sign in here, by name."""
    with headquarters.database.reading() as session:
        found = all_people(session, after, ROWS + 1)
        more = found[ROWS - 1].name_key if len(found) > ROWS else None
        return page("people.html", person, people=found[:ROWS], more=more, roles=list(Role),
                    stores=sorted(known_stores(session)), least=LENGTH_MIN)  # fmt: skip


@router.post("/people")
def add(headquarters: Context, person: LooksAfterPeople, form: ChangingForm) -> Response:
    """Make a person."""
    with headquarters.database.writing() as session:
        add_person(
            session,
            form.get("name", ""),
            form.get("password", ""),
            _wish(form),
            person.name,
            headquarters.now(),
        )
    return _back()


@router.post("/people/{row}")
def change(headquarters: Context, person: LooksAfterPeople, form: ChangingForm, row: int) -> Response:
    """Another role, other stores, or no way in any more."""
    version = form.get("version", "")
    with headquarters.database.writing() as session:
        change_person(
            session, _found(session, row), _wish(form), int(version) if version.isdecimal() else 0, person.name,
            headquarters.now(),
        )  # fmt: skip
    return _back()


@router.post("/people/{row}/password")
def give_password(headquarters: Context, person: LooksAfterPeople, form: ChangingForm, row: int) -> Response:
    """Another password for somebody who lost theirs."""
    with headquarters.database.writing() as session:
        set_password(session, _found(session, row), form.get("password", ""), person.name, headquarters.now())
    return _back()


@router.post("/people/{row}/sign-out")
def sign_out(headquarters: Context, person: LooksAfterPeople, form: ChangingForm, row: int) -> Response:
    """End every session of a person."""
    with headquarters.database.writing() as session:
        found = _found(session, row)
        end_all(session, found.id)
        note(session, person.name, headquarters.now(), "sign off everywhere", KIND, found.name)
    return _back()


@router.get("/audit")
def audit(
    headquarters: Context, person: ReadsAudit, who: str = "", kind: str = "", about: str = "",
    at: Place = AT_FIRST,
) -> Response:  # fmt: skip
    """What was done, the newest first, or by who did it."""
    filters = {"who": who, "kind": kind, "about": about}
    by = sorting(AuditEntry.id, {"who": Head(AuditEntry.who)}, narrowing(person, filters), at)
    with headquarters.database.reading() as session:
        listed = read_sorted(session, narrowed_entries(who=who, kind=kind, about=about), by)
        named = {code: translated(person.language, words) for code, words in kinds().items()}
        return page("audit.html", person, listed=listed, filters=filters,
                    kinds=sorted(named.items(), key=lambda each: each[1].lower()))  # fmt: skip


def _wish(form: dict[str, str]) -> Wish:
    roles: Sequence[Role] = [role for role in Role if role.value == form.get("role")]
    if not roles:
        raise refuse(422, "There is no such role. Choose one of the list.")
    stores = tuple([store for store in form.get("stores", "").split("\n") if store])
    return Wish(
        roles[0], stores if roles[0] is Role.STORE_MANAGER else (), form.get("active", "yes") == "yes"
    )


def _found(session: Session, row: int) -> OfficePerson:
    found = session.get(OfficePerson, row) if row < 2**31 else None
    if found is None:
        raise refuse(404, "There is no such person. Go back to the list.")
    return found


def _back() -> Response:
    return RedirectResponse("/office/people", 303, HEADERS)
