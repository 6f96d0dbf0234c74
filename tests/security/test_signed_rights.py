"""What somebody writes into the catalogue of a register gives nobody a right: with a real headquarters and its key."""

import json
import random
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from channel_db.engine import open_catalog
from pos_app.bootstrap import opened_session
from pos_app.doctor import examine
from pos_app.operations.known import REGISTRY
from pos_app.operations.registry import Approval, Outcome
from pos_app.register.dispatcher import Dispatcher
from pos_app.register.presenting import sign_in_view
from pos_app.register.scanned_codes import ScannedCodes
from pos_app.register.session import RegisterSession
from retail.permissions import Right, RoleLimit
from tests.faults.test_signing import put_in_catalog
from tests.faults.till import Till, files, running, till

__all__ = ["files", "running", "till"]
CHANGED = "was changed and is not what headquarters signed"
PIN = "123456"
EVERY_RIGHT = sorted(Right)


@contextmanager
def at_work(till: Till) -> Iterator[tuple[RegisterSession, Dispatcher]]:
    with opened_session(till.folder, clock=till.clock, randomness=random.Random(1)) as session:
        yield session, Dispatcher(session, REGISTRY)


def stands(till: Till, feed: str) -> dict[str, Any]:
    with closing(open_catalog(till.folder, till.clock, writer=False)) as catalog:
        return next(iter(catalog.signed_values(feed).values()))


def edit_cashier(till: Till, **changes: object) -> None:
    put_in_catalog(till, "staff", "user", "cashier", stands(till, "staff") | changes)


def said(outcome: Outcome) -> str:
    return type(outcome).__name__ + ": " + str(getattr(outcome, "message", ""))


def test_s07_a_person_signs_in_with_the_rights_that_headquarters_signed(till: Till) -> None:
    till.sync()

    with at_work(till) as (session, dispatcher):
        assert said(dispatcher.dispatch("user.sign_in", {"user": "cashier", "pin": PIN})).startswith("Done")
        assert session.user is not None
        assert session.user.rights == ("edit_order",)


def test_s07_rights_a_cashier_gave_themselves_let_them_in_nowhere(till: Till) -> None:
    till.sync()
    edit_cashier(till, rights=EVERY_RIGHT, role="manager")

    with at_work(till) as (session, dispatcher):
        signing_in = said(dispatcher.dispatch("user.sign_in", {"user": "cashier", "pin": PIN}))
        approving = said(
            dispatcher.dispatch("user.sign_in", {"user": "cashier", "pin": PIN}, Approval("cashier", PIN))
        )

    assert session.user is None
    assert signing_in.startswith("Refused: What stands on this register about cashier")
    assert CHANGED in signing_in
    assert "somebody else has to sign in" in signing_in
    assert CHANGED in approving


def test_s07_somebody_at_work_has_no_new_rights_after_the_edit_nor_after_a_restart(till: Till) -> None:
    till.sync()
    with at_work(till) as (session, dispatcher):
        dispatcher.dispatch("user.sign_in", {"user": "cashier", "pin": PIN})
        edit_cashier(till, rights=EVERY_RIGHT)
        assert session.user is not None
        assert session.user.rights == ("edit_order",)
        assert session.staff.everybody() == [], "nor do they approve anything for others"

    with at_work(till) as (session, _):
        session.resume_user()
        assert session.user is None


def test_s07_neither_a_tile_nor_a_badge_shows_who_is_not_as_headquarters_signed_them(till: Till) -> None:
    till.sync()

    def shown() -> tuple[list[str], str]:
        with at_work(till) as (session, _):
            settings = session.settings
            assert settings is not None
            badge = ScannedCodes(session, lambda: settings).badge_user("STAFF-cashier")
            return [each.name for each in sign_in_view(session, settings).users], badge

    assert shown() == (["Cashier"], "cashier")
    edit_cashier(till, name="Somebody else")

    assert shown() == ([], "")


def test_s07_limits_that_were_edited_are_none_at_all(till: Till) -> None:
    till.sync()
    settings = stands(till, "settings")
    values = settings["values"] | {"role_limits": [{"role": "cashier", "total_discount_percent": "100"}]}
    put_in_catalog(till, "settings", "store", "HOUSTON", settings | {"values": values})

    with at_work(till) as (session, _):
        assert session.settings is not None
        limit = session.settings.limit_of("cashier")

    assert limit == RoleLimit("cashier", return_line_minor=0, return_total_minor=0, blind_return_minor=0)


def test_s07_the_row_of_another_store_or_person_is_nobodys(till: Till) -> None:
    """It is signed; but for somebody else."""
    till.sync()
    row = stands(till, "staff")
    with closing(open_catalog(till.folder, till.clock, writer=False)) as catalog:
        assert catalog.staff("cashier") is not None
    put_in_catalog(
        till, "staff", "user", "cashier", json.loads(json.dumps(row).replace("Cashier", "Manager"))
    )

    with at_work(till) as (_, dispatcher):
        assert CHANGED in said(dispatcher.dispatch("user.sign_in", {"user": "cashier", "pin": PIN}))


def test_s07_the_doctor_names_who_was_changed(till: Till) -> None:
    till.sync()
    edit_cashier(till, rights=EVERY_RIGHT)

    (found,) = [each for each in examine(till.folder, till.clock) if each.what == "rights"]

    assert found.words.startswith("cashier is not as headquarters signed it")
