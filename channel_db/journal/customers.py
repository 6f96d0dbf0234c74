"""Customers made here: found at once, *Pending sync* until their account id has arrived."""

from sqlalchemy import bindparam, or_, select, update
from sqlalchemy.orm import Session

from channel_db.journal.models import CustomerRow, OutboxRow
from channel_db.journal.part import Part
from channel_db.journal.search import has_code, has_phone, has_words
from channel_db.statements import Statement, insertion
from retail.customer_extras import contacts_in
from retail.customers import Customer
from retail.folding import digits_of, fold
from retail.wire.customers import customer_of
from retail.wire.uploads import CustomerDocument

_ADD = insertion(CustomerRow.__table__, "uuid", "account", "folded", "text")
_ONE = Statement(
    select(CustomerRow.text, CustomerRow.account).where(CustomerRow.uuid == bindparam("customer"))
)
_SET_ACCOUNT = Statement(
    update(CustomerRow)
    .where(CustomerRow.uuid == bindparam("customer"), CustomerRow.account.is_(None))
    .values(account=bindparam("account"))
)

_UNNUMBERED = Statement(
    select(CustomerRow.uuid)
    .join(OutboxRow, OutboxRow.uuid == CustomerRow.uuid)
    .where(CustomerRow.account.is_(None), OutboxRow.state == "acknowledged")
    .order_by(CustomerRow.id)
)
_PENDING = Statement(
    select(CustomerRow.uuid).where(CustomerRow.account.is_(None)).order_by(CustomerRow.id.desc())
)


class CustomerReading(Part):
    """Finds the customers made here."""

    def customer(self, uuid: str) -> Customer | None:
        """The customer with this id, with their account id if it has arrived."""
        row = _ONE.run(self._connection, customer=uuid).first()
        return None if row is None else customer_of(CustomerDocument.read(row.text), row.account)

    def unnumbered_customers(self, limit: int) -> list[str]:
        """The ids of customers whom headquarters was told of and whose account id has not come, the oldest first."""
        return list(_UNNUMBERED.run(self._connection).scalars().fetchmany(limit))

    def pending_customers(self) -> list[str]:
        """The ids of all customers made here whose account id is not kept here, the newest first."""
        return list(_PENDING.run(self._connection).scalars())

    def find_customers(self, text: str, limit: int, *, any_word: bool = False) -> list[Customer]:
        """Customers whose name, e-mail, phone, further contact or account has this in it, the newest first; with
        `any_word` also those with one of several words.
        """
        wanted = or_(
            has_words(CustomerRow.folded, text, any_word=any_word),
            has_code(CustomerRow.account, text),
            has_phone(CustomerRow.folded, text),
        )
        query = select(CustomerRow).where(wanted).order_by(CustomerRow.id.desc()).limit(limit)
        with Session(self._connection) as session:
            return [
                customer_of(CustomerDocument.read(row.text), row.account) for row in session.scalars(query)
            ]


class CustomerWriting(Part):
    """Keeps customers made here, and the account ids headquarters gave them."""

    def add_customer(self, customer: Customer, text: str) -> None:
        """Keep a new customer; `text` is their document as it will travel.

        Raises:
            StorageBug: the id is taken.
        """
        _ADD.write(
            self._connection,
            uuid=customer.id,
            account=customer.account,
            folded=" ".join(
                [
                    fold(customer.name),
                    fold(customer.email),
                    digits_of(customer.phone),
                    *[fold(str(each)) for each in customer.addresses],
                    *[f"{fold(each.value)} {digits_of(each.value)}" for each in contacts_in(customer.extras)],
                ]
            ),
            text=text,
        )

    def set_account(self, customer_uuid: str, account: str) -> None:
        """Keep the account id of a customer; the first one stays."""
        _SET_ACCOUNT.write(self._connection, customer=customer_uuid, account=account)
