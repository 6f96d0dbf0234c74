"""Set-up pages of staff: who signs in at registers, and the roles that say what they may do."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette_admin import BaseField, BooleanField, PasswordField, RequestAction, StringField

from headquarters.backoffice.languages import LANGUAGES
from headquarters.backoffice.set_pages.columns import (
    DIRECTIONS,
    choice,
    field,
    key,
    named,
    said_once,
    several,
    several_named,
)
from headquarters.backoffice.set_pages.labels import label
from headquarters.backoffice.set_pages.views import NEEDED, SetUpView
from headquarters.backoffice.set_pages.words import lazily
from headquarters.drafts.models import FunctionalityProfile
from headquarters.people.models import StaffDraft, StaffRole
from headquarters.people.service import hash_of, mark_of
from headquarters.people.taking_over import LIMITS
from headquarters.settings.models import Store
from retail.errors import RuleBroken
from retail.messages import phrase
from retail.permissions import PIN_DIGITS_MAX, Right, is_pin
from retail.staff_cards import PaymentCard, card_number

SHORT_PIN = phrase("A functionality profile asks for longer PINs. Type one with more digits.")
CARD_KEPT = "••••••"
"""Stands for a card that is kept; whoever leaves it there leaves the card as it is."""
CARD_HELP = phrase("Read it by a reader, or type its number. Emptied, the person has no card any more.")
NO_CARD = phrase("No staff card has this number: it has 4 to 40 letters and digits. Read the card again.")
PAYMENT_CARD = phrase("This is the number of a payment card, which is kept nowhere. Take a staff card.")
SOMEBODYS = phrase("This is somebody else's card. Take another one, or empty it there first.")
RIGHTS = tuple((right.value, right.value.replace("_", " ")) for right in Right)


def _limit(name: str) -> BaseField:
    """A limit of somebody's own; empty, it is their role's."""
    said: dict[str, Any] = {"exclude_from_list": True, "required": False}
    if name == "price_override_direction":
        return choice(name, DIRECTIONS, **said)
    made = field(StaffDraft, name)
    made.exclude_from_list = True
    return made


class Staff(SetUpView):
    """Staff; a PIN is typed anew or left as it is, and neither what is kept nor what was typed is shown."""

    hint = phrase("A limit that is left empty is that of the role.")

    fields = (
        key(),
        said_once("user"),
        StringField("name", label=lazily(label("name")), required=True, maxlength=100),
        named("role", StaffRole.code),
        PasswordField(
            "pin", label=lazily(label("pin")), form_template="pin.html", maxlength=PIN_DIGITS_MAX,
            getter=lambda *_: "", searchable=False, orderable=False, filters=[], exclude_from_list=True,
            exclude_from_detail=True, exclude_from_export=True,
        ),
        StringField(
            "card", label=lazily(label("card")), maxlength=100, form_template="card.html",
            getter=lambda _, row: CARD_KEPT if row.card else "",
            searchable=False, orderable=False, filters=[], exclude_from_list=True, exclude_from_export=True,
            help_text=lazily(CARD_HELP),
        ),
        several_named("stores", Store.store, label=lazily(label("store_choice"))),
        choice("language", tuple(LANGUAGES.items()), required=False),
        BooleanField("active", label=lazily(label("active")), default=True),
        several("given", RIGHTS),
        several("withheld", RIGHTS),
        *(_limit(name) for name in LIMITS),
    )  # fmt: skip

    def _wrong(self, request: Request, field: BaseField, value: Any) -> str:
        if field.name == "pin":
            is_new = request.state.action == RequestAction.CREATE
            if not value:
                return NEEDED if is_new else ""
            if not is_pin(value):
                return phrase("A PIN has 4 to 8 digits. Type it again.")
            least = request.state.session.scalar(select(func.max(FunctionalityProfile.pin_length_min)))
            return SHORT_PIN if least and len(value) < least else ""
        if field.name == "card" and value and value != CARD_KEPT:
            return self._wrong_card(request, value)
        return super()._wrong(request, field, value)

    def _wrong_card(self, request: Request, read: str) -> str:
        session: Session = request.state.session
        try:
            mark = mark_of(session, card_number(read))
        except PaymentCard:
            return PAYMENT_CARD
        except RuleBroken:
            return NO_CARD
        others = select(StaffDraft.id).where(StaffDraft.card == mark)
        own = request.query_params.get("pk", "") or request.path_params.get("pk", "")
        return SOMEBODYS if any(str(row) != str(own) for row in session.scalars(others)) else ""

    async def _populate_obj(
        self, request: Request, obj: StaffDraft, data: dict[str, Any], is_edit: bool = False
    ) -> StaffDraft:
        session: Session = request.state.session
        pin = data.pop("pin", None)
        if not is_edit:
            obj.taken = {}
        if pin:
            obj.pin_hash = hash_of(session, pin)
        read = data.pop("card", CARD_KEPT) or ""
        card = obj.card or "" if read == CARD_KEPT else mark_of(session, card_number(read)) if read else ""
        changed: StaffDraft = await super()._populate_obj(request, obj, data, is_edit)
        changed.card = card
        return changed


class Roles(SetUpView):
    """Roles of staff."""

    hint = phrase(
        "A change of a role is one for everybody who has it. How far it goes is set up under limits of roles."
    )
    fields = (key(), said_once("code"), several("rights", RIGHTS))
    related = (("staff", phrase("Staff"), "role", "code"),)


VIEWS: tuple[tuple[type[SetUpView], type[Any], str, str, str], ...] = (
    (Staff, StaffDraft, "staff", phrase("Staff"), phrase("person")),
    (Roles, StaffRole, "roles", phrase("Roles"), phrase("role")),
)
