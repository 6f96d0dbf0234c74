"""The desk as far as it is about customers: finding them here and at headquarters, and reading one in full."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from channel_db.catalog.asking import SearchGivenUp
from pos_app.register.customer_views import customer_detail
from pos_app.register.finding import searchable
from pos_app.register.possible import customer_actions_of
from pos_app.register.realtime import HeadquartersSilent
from pos_app.register.search_views import (
    also_asked,
    found_customers,
    possible_duplicates,
    to_be_asked,
    with_answer,
)
from pos_app.register.session import RegisterSession
from pos_app.views import ChoiceView, CustomerDetailView, FoundCustomersView, HeadquartersAnswer
from retail.customer_search import FIELD_WORDS, signs_of, spelled_out
from retail.settings import StoreSettings


class CustomerDesk:
    """Answers what the sheets of a customer ask."""

    def __init__(self, session: RegisterSession) -> None:
        self._session = session

    def search(
        self,
        text: str,
        is_stale: Callable[[], bool] = lambda: False,
        answer: HeadquartersAnswer | None = None,
    ) -> FoundCustomersView:
        """Customers by name, number, phone, e-mail, address; with no text the recent ones, nothing once it is stale.

        What headquarters answered stands below who is known here. A sign of the store limits it to one field.
        """
        return replace(self._found(text, is_stale, answer), shortcuts=self._shortcuts())

    def _found(
        self, text: str, is_stale: Callable[[], bool], answer: HeadquartersAnswer | None
    ) -> FoundCustomersView:
        session = self._session
        with suppress(SearchGivenUp):
            settings = session.settings or StoreSettings(store=session.device.store)
            text = spelled_out(text, settings.customer_shortcuts)
            found = found_customers(
                session.finding, text, session.language, is_stale, settings.search_max, any_word=True
            )
            is_elsewhere = settings.filter_shared_customer_data
            if answer is not None:
                return with_answer(
                    session.finding, found, answer, text, session.language, is_elsewhere=is_elsewhere
                )
            if is_elsewhere:
                return to_be_asked(found, text, session.language)
            return also_asked(found, text, session.language) if settings.search_customers_hq else found
        return FoundCustomersView(())

    def _shortcuts(self) -> tuple[ChoiceView, ...]:
        """The signs of the store, each with the field it stands for."""
        settings, language = self._session.settings, self._session.language
        signs = () if settings is None else signs_of(settings.customer_shortcuts)
        return tuple(ChoiceView(f"{sign}:", language.say(FIELD_WORDS[field])) for sign, field in signs)

    def ask_headquarters(self, text: str) -> HeadquartersAnswer:
        """Search headquarters. Touches no database, so it may run beside the lane; never raises."""
        try:
            settings = self._session.settings_read_last
            sought = spelled_out(text, () if settings is None else settings.customer_shortcuts)
            found = self._session.real_time.find_customers(searchable(sought))
            return HeadquartersAnswer(reached=True, rows=tuple(found))
        except HeadquartersSilent:
            return HeadquartersAnswer(reached=False)

    def duplicates(self, typed: Mapping[str, Any]) -> FoundCustomersView:
        """Who may be the new customer who is being typed."""
        session = self._session
        country = "" if session.settings is None else session.settings.country
        return possible_duplicates(session.finding, typed, session.language, country)

    def detail(self, id: str, settings: StoreSettings, *, online: bool) -> CustomerDetailView | None:
        """One customer in full: the one of the sale for no id, None where there is none."""
        session = self._session
        on_sale = None if session.cart is None else session.cart.customer
        customer = session.finding.customer(id or ("" if on_sale is None else on_sale.id))
        if customer is None:
            return None
        verdicts = customer_actions_of(settings, customer, online=online)
        unsent = session.finding.unsent_changes(customer.id)
        said = session.catalog.consents(customer.id)
        return customer_detail(customer, unsent, said, verdicts, settings, session.language)
