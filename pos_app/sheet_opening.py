"""Which sheet gathers the answers of which operation, and what each sheet asks the desk while it is open."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from pos_app.customer_sheets import customer_openers, open_customer
from pos_app.delivery_opening import DeliveryOpening
from pos_app.details_opening import open_details, show_details
from pos_app.health_opening import open_health
from pos_app.lanes import Lane
from pos_app.operations.registry import Ask, Kind
from pos_app.order_opening import OrderOpening
from pos_app.order_sheets import show_if_open
from pos_app.preference_views import DetailsView
from pos_app.price_sheets import open_charges, open_price, open_why
from pos_app.serial_sheets import open_serials
from pos_app.session_sheets import open_scanner_test, open_session, open_sync_centre, open_welcome
from pos_app.till_opening import TillOpening
from pos_app.ui.sheets.customers import CustomerSearchSheet
from pos_app.ui.sheets.delivery import LinePicker
from pos_app.ui.sheets.fields import DayField
from pos_app.ui.sheets.money import DepositSheet, PaymentSheet
from pos_app.ui.sheets.new_customer import NewCustomerSheet
from pos_app.ui.sheets.places_and_days import CalendarSheet
from pos_app.ui.sheets.questions import ChoiceSheet, ProductSearchSheet, QuestionSheet, VoidSaleSheet
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr
from pos_app.views import (
    ChoiceView,
    CustomerFormView,
    DepositView,
    HeadquartersAnswer,
    PaymentView,
)

if TYPE_CHECKING:
    from pos_app.binder import Binder

Lines = tuple[int, ...]


class SheetOpening:
    """Opens sheets with their defaults from the desk; a draft left behind is filled in again."""

    def __init__(self, binder: "Binder", side_lane: Lane) -> None:
        self._binder = binder
        self._side_lane = side_lane
        self._drafts: dict[str, Mapping[str, object]] = {}
        self.orders = OrderOpening(self, binder, side_lane)
        self.delivery = DeliveryOpening(self, binder)
        self.till = TillOpening(self, binder)
        self._openers: dict[str, Callable[[], None]] = {
            "order.ship_all": lambda: self.with_customer(lambda: self.delivery.ship("order.ship_all", ())),
            "order.ship_selected": lambda: self.with_customer(
                lambda: self._with_lines(
                    tr("Ship"), lambda lines: self.delivery.ship("order.ship_selected", lines)
                )
            ),
            "order.pick_up_all": lambda: self.with_customer(
                lambda: self.delivery.pick_up("order.pick_up_all", ())
            ),
            "order.pick_up_selected": lambda: self.with_customer(
                lambda: self._with_lines(
                    tr("Pick up"), lambda lines: self.delivery.pick_up("order.pick_up_selected", lines)
                )
            ),
            "order.carry_out_selected": lambda: self._with_lines(
                tr("Carry out"),
                lambda lines: binder.dispatch("order.carry_out_selected", {"lines": list(lines)}),
            ),
            "deposit.override": self.deposit,
            "line.price_override": lambda: open_price(binder, self.show),
            "line.why_price": lambda: open_why(binder, self.show),
            "charges.open": lambda: open_charges(binder, self.show),
            "customer.search": self.customer_search,
            "customer.add": self.new_customer,
            **customer_openers(binder, self.show),
            "product.search": self.product_search,
            "payment.open": self.payment,
            "transaction.void": self.void_sale,
            "welcome.open": self.welcome,
            "sync.centre": lambda: open_sync_centre(binder, self.lay, self.orders.find),
            "scanner.test": lambda: open_scanner_test(binder, self.lay),
            "health.open": lambda: open_health(binder, side_lane, self.lay, self.show),
            "cart.details": lambda: open_details(binder, self),
            **self.till.openers,
        }

    def open_for(self, operation: str, params: Mapping[str, object]) -> bool:
        """Open the sheet of an operation that has one and was not answered in advance. False if there is none."""
        if self.orders.open_for(operation, params):
            return True
        if operation == "line.serials" and "serials" not in params:
            open_serials(self._binder, self.answering, params)
            return True
        opener = self._openers.get(operation)
        if opener is None or params:
            return False
        opener()
        return True

    # ---------------------------------------------------------------- the life of a sheet

    def show(self, sheet: Sheet) -> None:
        """Lay a sheet over entry and grid, with what was left behind in it."""
        sheet.operation_requested.connect(
            lambda operation, params: self._binder.request(operation, params, sheet)
        )
        self.lay(sheet)

    def lay(self, sheet: Sheet) -> None:
        """Lay a sheet that goes on after what it asked for was done."""
        sale = self._binder.window.sale
        sheet.closed.connect(lambda: self._leave(sheet))
        sheet.refused.connect(sale.refuse)
        if draft := self._drafts.get(sheet.name):
            sheet.restore(draft)
        sale.open_sheet(sheet)

    def _leave(self, sheet: Sheet) -> None:
        if draft := sheet.draft():
            self._drafts[sheet.name] = draft
        self._binder.window.sale.close_sheet(sheet)

    def forget(self, sheet: Sheet) -> None:
        """Its answers were used: the next one starts afresh."""
        self._drafts.pop(sheet.name, None)

    def forget_all(self) -> None:
        """The sale is over, and so are its drafts."""
        self._drafts.clear()

    def answering(
        self, sheet: Sheet, operation: str, previews: bool = False, follow: Callable[[], None] | None = None
    ) -> None:
        """Have the sheet's answers dispatched as `operation`, and shown what they would do while they change.

        `follow` comes after it is done.
        """
        binder, desk = self._binder, self._binder.desk
        sheet.operation = operation
        sheet.submitted.connect(lambda params: binder.dispatch(operation, params, sheet, follow))
        if previews:
            sheet.changed.connect(
                lambda params: binder.do(
                    lambda: desk.preview(operation, params),
                    lambda view: show_if_open(sheet, sheet.show_preview, view),
                )
            )
        self.show(sheet)

    # ---------------------------------------------------------------- delivery

    def with_customer(self, then: Callable[[], None]) -> None:
        """An order needs a customer: choose one first where there is none, and go on."""
        view = self._binder.view
        if view is not None and view.customer is None:
            self.customer_search(then)
        else:
            then()

    def _with_lines(self, will_be: str, then: Callable[[Lines], None]) -> None:
        """The selected lines; where none is, pick some first."""
        view = self._binder.view
        lines = view.lines if view is not None else ()
        selected = tuple(line.number for line in lines if line.selected)
        if selected:
            then(selected)
            return
        if not lines:
            self._binder.window.sale.refuse(tr("There is nothing to deliver. Scan or type an item first."))
            return
        sheet = LinePicker(self._binder.window.theme, lines, will_be)

        def picked(params: Mapping[str, object]) -> None:
            self._binder.window.sale.close_sheet(sheet)
            then(tuple(sheet.picked_in_order()))

        sheet.submitted.connect(picked)
        self.show(sheet)

    def calendar(self, title: str, field: DayField) -> None:
        """D07, for a day on a sheet."""
        sheet = CalendarSheet(self._binder.window.theme, title, field.days, field.day)

        def use(day: object) -> None:
            self._binder.window.sale.close_sheet(sheet)
            field.choose(sheet.day)

        sheet.day_chosen.connect(use)
        self.show(sheet)

    # ---------------------------------------------------------------- customers and articles

    def customer_search(self, then: Callable[[], None] | None = None) -> None:
        """D23, with what was typed on the sale screen."""
        binder, desk = self._binder, self._binder.desk
        sheet = CustomerSearchSheet(binder.window.theme, binder.window.sale.input.take())

        def search(text: str) -> None:
            binder.do(
                lambda: desk.search_customers(text, lambda: sheet.wanted != text),
                lambda found: _if_wanted(sheet, text, found),
            )

        def show_answer(text: str, answer: HeadquartersAnswer) -> None:
            if sheet.wanted == text:
                binder.do(
                    lambda: desk.search_customers(text, lambda: sheet.wanted != text, answer),
                    lambda found: _if_wanted(sheet, text, found),
                )

        def ask_headquarters(text: str) -> None:
            self._side_lane.submit(
                lambda: desk.ask_for_customers(text),
                lambda answer: show_answer(text, answer),
                lambda fault: show_answer(text, HeadquartersAnswer(reached=False)),
            )

        def new(typed: str) -> None:
            binder.window.sale.close_sheet(sheet)
            self.new_customer(typed, then)

        def search_again() -> None:
            text = sheet.wanted
            binder.do(
                lambda: desk.search_customers(text),
                lambda found: _if_wanted(sheet, text, found, sheet.show_again),
            )

        sheet.searched.connect(search)
        sheet.again_wanted.connect(search_again)
        sheet.new_wanted.connect(new)
        sheet.headquarters_wanted.connect(ask_headquarters)
        sheet.detail_wanted.connect(lambda found: open_customer(binder, self.show, found, sheet))
        sheet.submitted.connect(lambda params: binder.dispatch("customer.set", params, sheet, then))
        self.show(sheet)
        search(sheet.box.text().strip())

    def new_customer(self, typed: str = "", then: Callable[[], None] | None = None) -> None:
        """D24."""
        self._binder.do(
            self._binder.desk.customer_form, lambda form: self._open_new_customer(form, typed, then)
        )

    def _open_new_customer(self, form: CustomerFormView, typed: str, then: Callable[[], None] | None) -> None:
        binder, desk = self._binder, self._binder.desk
        sheet = NewCustomerSheet(binder.window.theme, form, typed)
        sheet.searched.connect(
            lambda typed: binder.do(
                lambda: desk.customer_duplicates(typed),
                lambda found: show_if_open(sheet, sheet.show_found, found),
            )
        )
        sheet.match_taken.connect(lambda found: binder.dispatch("customer.set", {"id": found}, sheet, then))
        sheet.submitted.connect(lambda params: binder.dispatch("customer.add", params, sheet, then))
        self.show(sheet)

    def product_search(self) -> None:
        """F3."""
        binder, desk = self._binder, self._binder.desk
        sheet = ProductSearchSheet(binder.window.theme, binder.window.sale.input.take())
        if binder.view is not None and not binder.view.suggests:
            sheet.wait_for_enter()

        def search(text: str) -> None:
            binder.do(
                lambda: desk.search_products(text, lambda: sheet.wanted != text),
                lambda found: _if_wanted(sheet, text, found),
            )

        sheet.searched.connect(search)
        self.answering(sheet, "product.add")
        search(sheet.box.text().strip())

    # ---------------------------------------------------------------- money

    def deposit(self) -> None:
        """D10."""

        def opened(view: DepositView) -> None:
            self.answering(DepositSheet(self._binder.window.theme, view), "deposit.override", previews=True)

        self._binder.do(self._binder.desk.deposit_view, opened)

    def payment(self) -> None:
        """D12."""
        shown = self._binder.view
        if shown is not None and not (shown.lines or shown.tenders or shown.act):
            self._binder.window.sale.refuse(tr("There is nothing to pay. Scan or type an item first."))
            return

        def opened(views: tuple[DetailsView, PaymentView]) -> None:
            details, view = views
            if details.missing:
                show_details(self._binder, self, details, self.payment)
                return
            sheet = PaymentSheet(self._binder.window.theme, view)
            sheet.tender_pressed.connect(self._binder.tender)
            self.show(sheet)

        desk = self._binder.desk
        self._binder.do(lambda: (desk.orders.details(), desk.payment_view()), opened)

    # ---------------------------------------------------------------- voiding, the session, questions

    def void_sale(self) -> None:
        """D26; the dispatcher decides who may."""
        view = self._binder.view
        if view is None or not (view.lines or view.customer or view.act):
            self._binder.window.sale.refuse(tr("There is no sale to void. Scan or type an item first."))
            return
        theme = self._binder.window.theme
        sheet = VoidSaleSheet(theme, view.void_reasons, view.totals.of_total or view.totals.amount)
        if view.act is not None:
            sheet = VoidSaleSheet(theme, (), "", view.act.discard)
        self.answering(sheet, "transaction.void")

    def welcome(self) -> None:
        """S10."""
        open_welcome(self._binder, self.lay)

    def session(self) -> None:
        """Lock, sign off, send, display: what the signed-in person does about the register itself."""
        open_session(self._binder, self.show)

    def question(self, ask: Ask, below: Sheet | None, then: Callable[[object], None]) -> None:
        """Put a question of an operation: numbers in the input, choices as buttons, words and details on a sheet."""
        binder, theme, prompt = self._binder, self._binder.window.theme, str(ask.prompt)
        if ask.kind in (Kind.AMOUNT, Kind.QUANTITY, Kind.PERCENT, Kind.NUMBER):
            binder.questions.ask(prompt, lambda text: then(int(text) if ask.kind is Kind.NUMBER else text))
            return
        if ask.kind is Kind.NUMBERS and binder.view is not None:
            self._with_lines(prompt, lambda lines: then(list(lines)))
            return
        if ask.kind is Kind.FIELDS:
            open_details(binder, self, lambda: then({}))
            return
        sheet: Sheet
        if ask.choices:
            choices = [ChoiceView(each.value, str(each.text), str(each.detail)) for each in ask.choices]
            sheet = ChoiceSheet(theme, prompt, ask.name, choices)
        else:
            sheet = QuestionSheet(theme, prompt, prompt, ask.name)

        def answered(params: Mapping[str, object]) -> None:
            binder.window.sale.close_sheet(sheet)
            if below is not None:
                binder.window.sale.close_sheet(below)
            then(params[ask.name])

        sheet.submitted.connect(answered)
        self.show(sheet)


def _if_wanted(
    sheet: CustomerSearchSheet | ProductSearchSheet,
    text: str,
    found: Any,
    show: Callable[..., None] | None = None,
) -> None:
    """Show what was found for a text, unless another one was typed meanwhile."""
    if sheet.wanted == text:
        show_if_open(sheet, show or sheet.show_found, found)
