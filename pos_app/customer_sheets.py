"""How the sheets of a customer are opened: in full, and from there each of those that change them."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from pos_app.order_sheets import show_if_open
from pos_app.sheet_views import CustomerPartView
from pos_app.ui.sheets.customer import (
    AddAddressSheet,
    AffiliationSheet,
    ContactSheet,
    CustomerSheet,
    EditAddressSheet,
    EditCustomerSheet,
    LoyaltyCardSheet,
)
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.views import ButtonView, CustomerDetailView

if TYPE_CHECKING:
    from pos_app.binder import Binder

Show = Callable[[Sheet], None]

FORMS: Mapping[str, Callable[[Theme, CustomerDetailView], Sheet]] = {
    "customer.edit": EditCustomerSheet,
    "customer.add_address": AddAddressSheet,
    "customer.issue_loyalty_card": LoyaltyCardSheet,
    "customer.add_affiliation": AffiliationSheet,
    "customer.add_contact": ContactSheet,
}


def customer_openers(binder: "Binder", show: Show) -> dict[str, Callable[[], None]]:
    """What opens a sheet about the customer of the sale."""
    return {
        "customer.open": lambda: open_customer(binder, show),
        **{operation: partial(_open_alone, binder, show, operation) for operation in FORMS},
    }


def open_customer(binder: "Binder", show: Show, id: str = "", search: Sheet | None = None) -> None:
    """S30, of the customer of the sale where no other is named; `search` is where one is looked for."""

    def opened(view: CustomerDetailView) -> None:
        sheet = CustomerSheet(binder.window.theme, view, may_use=search is not None)

        def show_again() -> None:
            if not sheet.is_closed:
                _with_customer(binder, view.id, lambda again: show_if_open(sheet, sheet.show_detail, again))

        def take(params: Mapping[str, object]) -> None:
            binder.window.sale.close_sheet(sheet)
            if search is not None:
                search.submitted.emit(params)

        sheet.action_wanted.connect(lambda button: _open_form(binder, show, sheet.view, button, show_again))
        sheet.address_wanted.connect(lambda part: _open_address(binder, show, sheet.view, part, show_again))
        sheet.submitted.connect(take)
        sheet.again_wanted.connect(show_again)
        show(sheet)

    _with_customer(binder, id, opened)


def _open_alone(binder: "Binder", show: Show, operation: str) -> None:
    def opened(view: CustomerDetailView) -> None:
        button = next((each for each in view.actions if each.operation == operation), None)
        if button is None:
            binder.window.sale.refuse(
                tr("This store keeps one e-mail and one phone of a customer. Change those instead.")
            )
        else:
            _open_form(binder, show, view, button, None)

    _with_customer(binder, "", opened)


def _open_form(
    binder: "Binder",
    show: Show,
    view: CustomerDetailView,
    button: ButtonView,
    follow: Callable[[], None] | None,
) -> None:
    """The sheet of an action, or why it cannot be done now."""
    if button.why_not:
        binder.window.sale.refuse(button.why_not)
        return
    sheet = FORMS[button.operation](binder.window.theme, view)
    sheet.submitted.connect(
        lambda params: binder.dispatch(button.operation, {"id": view.id, **params}, sheet, follow)
    )
    show(sheet)


def _open_address(
    binder: "Binder",
    show: Show,
    view: CustomerDetailView,
    part: CustomerPartView,
    follow: Callable[[], None],
) -> None:
    """The sheet of an address, or why the customer cannot be edited now."""
    edit = next(each for each in view.actions if each.operation == "customer.edit")
    if edit.why_not:
        binder.window.sale.refuse(edit.why_not)
        return
    sheet = EditAddressSheet(binder.window.theme, view, part)
    sheet.submitted.connect(
        lambda params: binder.dispatch("customer.edit_address", {"id": view.id, **params}, sheet, follow)
    )
    show(sheet)


def _with_customer(binder: "Binder", id: str, then: Callable[[CustomerDetailView], None]) -> None:
    def answered(view: CustomerDetailView | None) -> None:
        if view is None:
            binder.window.sale.refuse(tr("Choose a customer first."))
        else:
            then(view)

    binder.do(lambda: binder.desk.customer_detail(id), answered)
