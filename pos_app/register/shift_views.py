"""Sales that are set aside, and shifts that are counted or closed, as the window draws them."""

from datetime import datetime

from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import Kind
from pos_app.operations.shifts import counts_of, read_counted
from pos_app.register.names import TENDERS
from pos_app.register.parameters import read_params
from pos_app.register.session import RegisterSession
from pos_app.till_views import BlindShiftView, CountView, MovementView
from pos_app.views import ChoiceView, FactView
from retail.messages import phrase
from retail.money import Money
from retail.settings import StoreSettings
from retail.shift import Shift
from retail.tender import TenderType
from retail.till import MOVEMENT_NAMES, MovementKind, by_kind, change

MOVED_BY = {
    "till.float": MovementKind.FLOAT,
    "till.remove": MovementKind.REMOVAL,
    "till.safe_drop": MovementKind.SAFE_DROP,
    "till.bank_drop": MovementKind.BANK_DROP,
}
"""Which operation moves cash in which way."""
_SENTENCES = {
    MovementKind.FLOAT: phrase("Count the cash, then put it into the till."),
    MovementKind.REMOVAL: phrase("Count the cash that is taken out."),
    MovementKind.SAFE_DROP: phrase("Count the cash for the safe. It is not counted with the till again."),
    MovementKind.BANK_DROP: phrase("Count the cash into a bag for the bank. The slip goes with it."),
}


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


def count_view(session: RegisterSession, settings: StoreSettings, id: str = "") -> CountView:
    """The open shift in facts, or the one with this id that was closed blind. What should be there is not shown before
    it was counted.
    """
    language = session.language
    shift = next((each for each in session.journal.blind_shifts() if each.id == id), session.shift)
    if shift is None:
        return CountView((), settings.currency)
    declared = session.journal.declared(shift.id)
    return CountView(
        (*_facts(session, settings, shift), *_moved(session, settings, shift)),
        settings.currency,
        _also_counted(session, settings, shift),
        {each.value: language.amount(amount, settings.currency) for each, amount in declared.items()},
        "" if shift.is_open else shift.id,
    )


def movement_view(session: RegisterSession, settings: StoreSettings, operation: str) -> MovementView:
    """What is asked when cash is put in or taken out of the till of the open shift."""
    kind, say = MOVED_BY[operation], session.language.say
    facts = () if session.shift is None else _facts(session, settings, session.shift)
    return MovementView(
        session.language.tell(MOVEMENT_NAMES[kind]), say(_SENTENCES[kind]), facts, settings.currency,
        has_bag=kind is MovementKind.BANK_DROP, needs_reason=kind is MovementKind.REMOVAL,
    )  # fmt: skip


def blind_shift_views(session: RegisterSession, settings: StoreSettings) -> tuple[BlindShiftView, ...]:
    """Each with what was declared of it so far."""
    return tuple([_blind(session, settings, each) for each in session.journal.blind_shifts()])


def _blind(session: RegisterSession, settings: StoreSettings, shift: Shift) -> BlindShiftView:
    say, currency = session.language.say, settings.currency
    declared = session.journal.declared(shift.id)
    opened, ended = _moment(shift.opened_at), _moment(shift.blind_closed_at or shift.opened_at)
    return BlindShiftView(
        shift.id,
        say(
            "Shift {number}, {day} {time}",
            number=str(shift.number),
            day=opened.date(),
            time=f"{opened:%H:%M}",
        ),
        say("{name} \u00b7 closed blind {time}", name=shift.opened_by, time=f"{ended:%H:%M}"),
        session.language.amount(shift.start_minor, currency),
        session.language.amount(declared[TenderType.CASH], currency) if declared else "",
        "" if declared else say("This shift is not counted yet. Declare its tenders first."),
    )


def _facts(session: RegisterSession, settings: StoreSettings, shift: Shift) -> tuple[FactView, ...]:
    language = session.language
    return (
        FactView(language.say("Shift"), str(shift.number)),
        FactView(language.say("Open since"), f"{_moment(shift.opened_at):%H:%M}"),
        FactView(language.say("Start amount"), language.amount(shift.start_minor, settings.currency)),
    )


def _moved(session: RegisterSession, settings: StoreSettings, shift: Shift) -> tuple[FactView, ...]:
    """What went into the till or out of it: whoever counts it did that, or saw the slips."""
    language = session.language
    return tuple([
        FactView(language.tell(MOVEMENT_NAMES[kind]), language.amount(change(kind, amount), settings.currency))
        for kind, (_, amount) in by_kind(session.journal.shift_movements(shift.id)).items()
    ])  # fmt: skip


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
    cash = counts_of(context, context.shift, read_counted(params["counted"], currency))[0]
    amounts = {
        "expected": Money(cash.expected_minor, currency),
        "difference": Money(abs(cash.over_short_minor), currency),
    }
    if cash.over_short_minor > 0:
        return language.say("Expected {expected} · over by {difference}", **amounts)
    if cash.over_short_minor < 0:
        return language.say("Expected {expected} · short by {difference}", **amounts)
    return language.say("Expected {expected} · as counted", **amounts)
