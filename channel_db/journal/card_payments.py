"""What the card terminal was asked: kept before it is asked, so that no crash loses or doubles money."""

from collections.abc import Collection

from sqlalchemy import bindparam, select, text, update

from channel_db.errors import StorageBug
from channel_db.journal.models import CardPaymentRow
from channel_db.journal.part import Part
from channel_db.statements import Statement, insertion
from retail.cards import CardAsk, CardPayment, CardSlip, CardStep

_COLUMNS = (
    CardPaymentRow.reference, CardPaymentRow.cart, CardPaymentRow.kind, CardPaymentRow.amount_minor,
    CardPaymentRow.currency, CardPaymentRow.state, CardPaymentRow.token,
)  # fmt: skip
_OPEN = Statement(
    select(*_COLUMNS).where(text("state IN ('asked', 'reversing')")).order_by(CardPaymentRow.id)
)
_LOOKED_BACK = 20_000
"""So many of the last rows are looked through for what is reserved."""
_RESERVED = Statement(
    select(CardPaymentRow.reference, CardPaymentRow.cart)
    .where(
        text(f"id > (SELECT coalesce(max(id), 0) FROM card_payments) - {_LOOKED_BACK}"),
        CardPaymentRow.kind == CardAsk.AUTHORISE.value,
        CardPaymentRow.state == CardStep.KEPT.value,
        CardPaymentRow.made_at >= bindparam("since"),
    )
    .order_by(CardPaymentRow.id)
)
_ADD = insertion(
    CardPaymentRow.__table__, *[each.name for each in CardPaymentRow.__table__.columns if each.name != "id"]
)
_STEP = Statement(
    update(CardPaymentRow)
    .where(CardPaymentRow.reference == bindparam("which"))
    .values(
        state=bindparam("state"), token=bindparam("token"), brand=bindparam("brand"),
        last_four=bindparam("last_four"), approval_code=bindparam("approval_code"),
        terminal_reference=bindparam("terminal_reference"),
    )
)  # fmt: skip
_MOVE = Statement(
    update(CardPaymentRow)
    .where(CardPaymentRow.reference == bindparam("which"), CardPaymentRow.state == bindparam("before"))
    .values(state=bindparam("state"))
)
_CONCLUDE = Statement(
    update(CardPaymentRow)
    .where(CardPaymentRow.cart == bindparam("of_cart"), CardPaymentRow.state == bindparam("before"))
    .values(state=bindparam("state"))
)


class CardPaymentReading(Part):
    """Knows what is not settled with the terminal."""

    def open_card_payments(self) -> list[CardPayment]:
        """What was asked and not answered, and what is to be undone and is not confirmed; oldest first."""
        return [
            CardPayment(reference, cart, CardAsk(kind), amount, currency, CardStep(state), token)
            for reference, cart, kind, amount, currency, state, token in _OPEN.run(self._connection).all()
        ]

    def reserved_cards(self, since: str) -> list[tuple[str, str]]:
        """What was reserved for the rest of orders since then and stands: its reference, and its transaction."""
        found = _RESERVED.run(self._connection, since=since).all()
        return [(reference, transaction) for reference, transaction in found]


class CardPaymentWriting(Part):
    """Keeps each step of a card payment."""

    def add_card_payment(self, payment: CardPayment, at: str, user: str) -> None:
        """Keep what the terminal is about to be asked."""
        _ADD.write(
            self._connection,
            reference=payment.reference, cart=payment.cart, kind=payment.ask, amount_minor=payment.amount_minor,
            currency=payment.currency, made_at=at, user=user, state=CardStep.ASKED, token=payment.token,
            brand="", last_four="", approval_code="", terminal_reference="",
        )  # fmt: skip

    def answer_card_payment(self, slip: CardSlip, step: CardStep) -> None:
        """Keep what the terminal said.

        Raises:
            StorageBug: nothing was asked under this reference.
        """
        found = _STEP.write(
            self._connection,
            which=slip.reference, state=step, token=slip.token, brand=slip.brand, last_four=slip.last_four,
            approval_code=slip.approval_code, terminal_reference=slip.terminal_reference,
        )  # fmt: skip
        if found.rowcount != 1:
            raise StorageBug(f"card payment {slip.reference} was never asked")

    def move_card_payment(self, reference: str, before: CardStep, after: CardStep) -> None:
        """Let a payment take its next step, where it still stands at `before`."""
        _MOVE.write(self._connection, which=reference, before=before, state=after)

    def release_card_payments(self, references: Collection[str]) -> None:
        """Have the terminal undo what stood in the open cart and does not any more."""
        for reference in references:
            self.move_card_payment(reference, CardStep.TAKEN, CardStep.REVERSING)

    def conclude_card_payments(self, cart: str) -> None:
        """The cart is a transaction now: what was taken for it stays."""
        _CONCLUDE.write(self._connection, of_cart=cart, before=CardStep.TAKEN, state=CardStep.KEPT)
