"""Sales that are set aside and the shift that is being closed, as the window draws them."""

from datetime import datetime

from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import Kind
from pos_app.operations.shifts import counts_of
from pos_app.register.names import TENDERS
from pos_app.register.parameters import read_params
from pos_app.register.session import RegisterSession
from pos_app.views import ChoiceView, CountView, FactView
from retail.money import Money
from retail.settings import StoreSettings
from retail.shift import Shift
from retail.tender import TenderType


def suspended_choices(session: RegisterSession) -> tuple[ChoiceView, ...]:
    """Each with its name or customer, and what it comes to; newest first."""
    language = session.language
    return tuple(
        ChoiceView(
            each.id,
            each.name or each.customer or language.say("Sale of {time}", time=f"{_moment(each.at):%H:%M}"),
            language.say(
                "{count} items · {total} · {time}",
                count=each.line_count,
                total=language.amount(each.total_minor, each.currency),
                time=f"{_moment(each.at):%H:%M}",
            ),
        )
        for each in session.journal.suspended_carts()
    )


def count_view(session: RegisterSession, settings: StoreSettings) -> CountView:
    """The shift in facts. What should be there is not shown before it was counted."""
    language, shift = session.language, session.shift
    if shift is None:
        return CountView((), settings.currency)
    facts = (
        FactView(language.say("Shift"), str(shift.number)),
        FactView(language.say("Open since"), f"{_moment(shift.opened_at):%H:%M}"),
        FactView(language.say("Start amount"), language.amount(shift.start_minor, settings.currency)),
    )
    return CountView(facts, settings.currency, _also_counted(session, settings, shift))


def _also_counted(session: RegisterSession, settings: StoreSettings, shift: Shift) -> tuple[ChoiceView, ...]:
    """What else a store that requires a whole declaration has counted."""
    if not settings.require_declaration:
        return ()
    taken = {each.type for each in session.journal.shift_tenders(shift.id)} - {TenderType.CASH}
    return tuple(
        ChoiceView(each.value, session.language.say(TENDERS[each])) for each in TenderType if each in taken
    )


def _moment(stamp: str) -> datetime:
    return datetime.fromisoformat(stamp)


def over_short_shown(context: RegisterContext, counted: object) -> str:
    """What should be in the till, and what is over or short, once something was counted."""
    language, currency = context.language, context.settings.currency
    if context.shift is None:
        return ""
    params = read_params({"counted": Kind.AMOUNTS}, {"counted": counted}, currency)
    cash = counts_of(context, context.shift, params["counted"])[0]
    amounts = {
        "expected": Money(cash.expected_minor, currency),
        "difference": Money(abs(cash.over_short_minor), currency),
    }
    if cash.over_short_minor > 0:
        return language.say("Expected {expected} · over by {difference}", **amounts)
    if cash.over_short_minor < 0:
        return language.say("Expected {expected} · short by {difference}", **amounts)
    return language.say("Expected {expected} · as counted", **amounts)
