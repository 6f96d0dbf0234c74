"""The one way anything happens at a register: every check in its order, the handler, one commit, the outcome."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import TypeVar

from channel_db.errors import DiskFull, DiskTrouble, StorageError
from channel_db.journal.repository import Work
from pos_app.operations.context import RegisterContext
from pos_app.operations.context import Work as WorkOfACall
from pos_app.operations.registry import (
    Answered,
    Approval,
    Ask,
    Asking,
    Asks,
    Choice,
    Done,
    Handled,
    Kept,
    Kind,
    NeedsApproval,
    Operation,
    Outcome,
    Params,
    Refused,
    Registry,
)
from pos_app.register.card_payments import clear_up, references_of
from pos_app.register.consenting import approvers_by_limit, may_do, own_limit
from pos_app.register.info_asking import (
    answers_of,
    codes_asked,
    info_document,
    questions,
    with_defaults,
    without_answers,
)
from pos_app.register.journaling import journal_text
from pos_app.register.needs import missing_need
from pos_app.register.parameters import read_params
from pos_app.register.reserved_cards import let_go_of_what_is_over
from pos_app.register.session import LastSale, RegisterSession
from retail.cart import Cart
from retail.clock import stamp
from retail.errors import RuleBroken
from retail.messages import Message, Name, say
from retail.permissions import check_approver
from retail.settling import settle
from retail.undo import Change, History
from retail.wire.erasing import seal

T = TypeVar("T")


class Dispatcher:
    """Carries out operations on one session.

    The order is always: known id, needs, questions, parameters, handler, info codes, right or approval, commit. The
    handler works on a draft, so that an approval is only asked for what would be done, and only that is approved. An
    operation in which somebody outside decides has two commits: the question, and the answer (`Asking`).
    """

    def __init__(self, session: RegisterSession, registry: Registry) -> None:
        self._session = session
        self._registry = registry

    def dispatch(
        self, operation_id: str, params: Mapping[str, object], approval: Approval | None = None
    ) -> Outcome:
        """Do one operation; anything but Done has changed nothing."""
        cart = self._session.cart
        try:
            return self._dispatch(operation_id, params, approval)
        except RuleBroken as refusal:
            return Refused(refusal.message)
        except DiskTrouble as trouble:
            return self._found_out(operation_id, cart, trouble)
        except StorageError as trouble:
            self._session.restore()
            return Refused(trouble.message)

    def _found_out(self, operation: str, cart: Cart | None, trouble: DiskTrouble) -> Outcome:
        """What came of a call during which the disk failed: the file is opened anew, the sale looked up by its id."""
        session = self._session
        try:
            session.look_after_disk(operation)
            session.restore()
            session.history = History()  # what was kept of it is read, and what could be undone is not known
            number = "" if cart is None else session.is_kept(cart.id)
        except StorageError:
            return Refused(trouble.message)
        if cart is None or not number:
            return Refused(say("The disk failed for a moment, and nothing of this was kept. Try again."))
        words = say("The disk failed for a moment. The sale is kept: receipt {number}.", number=number)
        return Done(words, {"transaction": cart.id})

    def clear_up(self) -> None:
        """At a start: find out what became of card payments whose answer the register did not live to see.

        What is reserved for an order that does not need it any more is undone.
        """
        with suppress(StorageError):  # there is room, or a whole file, at a later start
            let_go_of_what_is_over(self._session)
        if self._session.card_payments:
            self.dispatch("tender.card_check", {})

    def try_out(
        self, operation_id: str, params: Mapping[str, object], context: RegisterContext
    ) -> Message | None:
        """Carry an operation out on a draft that nobody keeps: why it would be refused, or None.

        Raises:
            RuleBroken: as `dispatch` would refuse with.
        """
        operation = self._registry.get(operation_id)
        if operation is None:
            return _unknown(operation_id)
        result = self._handled(operation, params, context)
        if isinstance(result, Asks):
            return result.questions[0].prompt
        return result.message if isinstance(result, Refused) else None

    def _dispatch(self, id: str, params: Mapping[str, object], approval: Approval | None) -> Outcome:
        operation = self._registry.get(id)
        if operation is None:
            return Refused(_unknown(id))
        self._session.look_after_catalog()
        gone = self._session.look_after_user()
        if gone is not None and id != "user.sign_in":
            return Refused(gone)
        self._session.look_after_clock()
        self._session.look_after_numbers()
        settings = self._session.settings
        if settings is None:
            return Refused(say("The register's data is still being fetched. Try again in a moment."))
        context = self._session.draft(settings)
        given, params = params, without_answers(params)
        if approval is not None and (operation.permission is None or not _has(operation.permission, context)):
            context.approved_by = approval.user
        result = self._handled(operation, params, context)
        if not isinstance(result, Done | Kept | Asking):
            return result
        codes = codes_asked(id, self._session.cart, context)
        given = with_defaults(codes, given, context)
        asked = questions(codes, given)
        if asked:
            return Asks(asked)
        context.answers = answers_of(codes, given)
        missing = _missing_rights(operation, context)
        if missing:
            if approval is None:
                self._remember_refused(operation=operation.id, rights=list(missing))
                within = approvers_by_limit(operation, missing, context)
                return NeedsApproval(missing[0], say(operation.title), missing[1:], within)
            approver = self._approver(operation, missing, context, approval)
            for right in missing:
                context.note("approval", operation=operation.id, right=right, approved_by=approver)
        if isinstance(result, Asking):
            return self._ask_outside(operation, context, result)
        return self._keep(operation, context, result, approved=bool(missing))

    def _remember_refused(self, **facts: object) -> None:
        """Have a missing right written down with what is kept next: a refusal itself keeps nothing."""
        session = self._session
        user = "" if session.user is None else session.user.user
        session.refused.append((stamp(session.clock.now()), user, journal_text(**facts)))

    def _ask_outside(self, operation: Operation, context: RegisterContext, asking: Asking) -> Outcome:
        """Keep the question, ask it, keep the answer. What the first commit keeps is no part of the cart."""
        self._commit(context, asking.write, operation.id)
        self._session.read_card_payments()
        draft = self._session.draft(context.settings)
        answered = asking.ask(draft)
        self._keep(operation, draft, Kept(lambda work: _written(answered, work)), approved=False)
        return answered.outcome

    def _handled(
        self, operation: Operation, given: Mapping[str, object], context: RegisterContext
    ) -> Handled:
        """What the handler makes of the draft, once its needs are met, its questions answered, its params read."""
        missing = missing_need(operation.needs, context)
        if missing is not None:
            return Refused(missing)
        asks = _asked(operation, context)
        questions = tuple(ask for ask in asks if given.get(ask.name) in (None, ""))
        if questions:
            return Asks(questions)
        params = read_params(operation.kinds, given, context.settings.currency)
        _check_choices(operation, params, context)
        before = context.cart
        result = operation.handler(context, params)
        if context.cart is not None and context.cart is not before and not context.is_calculated:
            context.cart = settle(before, context.cart, context.pricing, context.settings)
        return result

    def _approver(
        self, operation: Operation, missing: tuple[str, ...], context: RegisterContext, approval: Approval
    ) -> str:
        """Who approved this call: somebody else who might do it alone, having every right that is missing or a limit
        that reaches so far, proved by their PIN.

        Raises:
            RuleBroken: the approval does not count.
        """
        requester = "" if self._session.user is None else self._session.user.user
        if approval.user == requester:
            check_approver(requester, approval.user, (), missing[0])
        person = context.pins.verify(approval.user, approval.pin)
        lacking = [right for right in missing if not may_do(person, right, operation, context)]
        if lacking:
            self._remember_refused(operation=operation.id, rights=lacking, approver=person.user)
        for right in missing:
            limit = own_limit(person, right, operation, context)
            check_approver(requester, person.user, person.rights, right, limit)
        return person.user

    def _keep(
        self, operation: Operation, context: RegisterContext, result: Done | Kept, *, approved: bool
    ) -> Outcome:
        """Commit the draft and what else has to be kept, and only then let the session have it."""
        before, session = self._session.cart, self._session
        released = references_of(before) - references_of(context.cart)
        if isinstance(result, Kept):
            done = self._commit(context, result.write, operation.id)
        elif context.notes or context.answers or context.cart is not before:
            done = self._commit(context, lambda work: result, operation.id)
        else:
            done = result
        session.history = self._history(operation, context, approved=approved)
        session.cart, session.shift = context.cart, context.shift
        session.user, session.is_locked = context.user, context.is_locked
        session.chosen_language = context.chosen_language
        session.work_offline(context.offline_by)
        if released or session.card_payments:
            session.read_card_payments()
        if before is not context.cart:
            session.last_sale = _last_sale(done, context)
        if isinstance(result, Kept) and result.then is not None:
            done = result.then(done)
            if session.last_sale is not None and before is not context.cart:
                session.last_sale = _last_sale(done, context)
        if released and session.card_payments:
            # What left the cart is undone at the terminal at once, or later where it does not answer now.
            self._ask_outside(operation, session.draft(context.settings), Asking(lambda work: None, clear_up))
        return done

    def _history(self, operation: Operation, context: RegisterContext, *, approved: bool) -> History:
        """What can be undone after this call: undoing and redoing say so themselves."""
        before, after = self._session.cart, context.cart
        if before is after or context.history is not self._session.history:
            return context.history
        change = Change(operation.id, operation.title, before, after, approved)
        return context.history.after(change, began=context.has_begun)

    def _write(self, work: Work, context: RegisterContext, write: Callable[[Work], T], operation: str) -> T:
        before, after = self._session.cart, context.cart
        done = write(work)
        if after is not before:
            work.release_card_payments(references_of(before) - references_of(after))
            work.keep_cart(before, after)
        for at, who, text in self._session.refused:
            work.add_journal_entry(at, "right.refused", who, text)
        user = self._session.user or context.user
        for note in context.notes:
            facts = dict(note.facts)
            who = facts.pop("user", None) or ("" if user is None else user.user)
            cart = context.cart or self._session.cart
            text = journal_text(cart=None if cart is None else cart.id, **facts)
            work.add_journal_entry(stamp(context.now), note.kind, who, text)
        if context.answers:
            told = info_document(context, context.cart or self._session.cart, operation)
            written = told.written()
            codes = [each.code for each in told.answers]
            text = journal_text(
                cart=told.about or None,
                operation=operation,
                document=told.id,
                codes=codes,
                sealed=seal(written),
            )
            work.add_journal_entry(stamp(context.now), "info", told.made_by, text)
            work.add_outbox(told.id, "info", written)
        return done

    def _commit(self, context: RegisterContext, write: Callable[[Work], T], operation: str) -> T:
        """Write in one unit of work. A full disk gives up its reserve for the sale whose money was taken."""
        journal, cart, notes = self._session.journal, self._session.cart, tuple(context.notes)
        try:
            return self._commit_once(context, write, operation)
        except DiskFull:
            money_taken = cart is not None and (cart.tenders or self._session.card_payments)
            if not money_taken or not journal.release_room():
                raise
        context.notes[:] = notes
        return self._commit_once(context, write, operation)

    def _commit_once(self, context: RegisterContext, write: Callable[[Work], T], operation: str) -> T:
        with self._session.journal.unit_of_work() as work:
            done = self._write(work, context, write, operation)
        self._session.refused.clear()
        return done


def _written(answered: Answered, work: WorkOfACall) -> Done:
    answered.write(work)
    return answered.outcome if isinstance(answered.outcome, Done) else Done(answered.outcome.message)


def _unknown(operation_id: str) -> Message:
    return say("This register has no operation {id}. Ask for another button.", id=operation_id)


def _has(right: str, context: RegisterContext) -> bool:
    return context.user is not None and right in context.user.rights


def _missing_rights(operation: Operation, context: RegisterContext) -> tuple[str, ...]:
    """The rights that this call needs and its user lacks: the operation's own, and for what it does here."""
    own = None if context.is_within_limit else operation.permission
    needed = dict.fromkeys([own, *(right for right, _ in context.rights_needed)])
    return tuple([right for right in needed if right is not None and not _has(right, context)])


def _asked(operation: Operation, context: RegisterContext) -> list[Ask]:
    """The questions of an operation, with the choices that this store gives."""
    asks = [_with_choices(ask, context) for ask in operation.asks]
    return [ask for ask in asks if ask.choices or not ask.is_left_out]


def _with_choices(ask: Ask, context: RegisterContext) -> Ask:
    if not ask.choices_from:
        return ask
    texts: tuple[str, ...] = getattr(context.settings, ask.choices_from)
    return replace(ask, choices=tuple(Choice(text, say("{name}", name=Name(text))) for text in texts))


def _check_choices(operation: Operation, params: Params, context: RegisterContext) -> None:
    for ask in _asked(operation, context):
        if ask.kind is Kind.CHOICE and params[ask.name] not in {choice.value for choice in ask.choices}:
            raise RuleBroken("'{answer}' is not one of the choices. {prompt}", answer=params[ask.name],
                             prompt=ask.prompt)  # fmt: skip


def _last_sale(done: Done, context: RegisterContext) -> LastSale | None:
    transaction, change = done.values.get("transaction"), done.values.get("change_minor")
    if isinstance(transaction, str) and isinstance(change, int):
        return LastSale(transaction, change, context.settings.currency, done.message)
    return None
