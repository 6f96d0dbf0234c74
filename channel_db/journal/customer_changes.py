"""What was changed of customers here: shown at once, until headquarters' own row contains it."""

import json
from collections.abc import Collection

from sqlalchemy import bindparam, func, or_, select

from channel_db.journal.models import CustomerChangeRow
from channel_db.journal.part import Part
from channel_db.journal.search import has_code, has_phone, has_words
from channel_db.statements import Statement, insertion
from retail.customer_changes import CustomerChange
from retail.customer_extras import contacts_in
from retail.customers import Customer
from retail.folding import digits_of, fold, fold_code
from retail.wire.customers import change_of
from retail.wire.uploads import CustomerChangeDocument

_ADD = insertion(CustomerChangeRow.__table__, "uuid", "customer", "folded", "text")
_OF_CUSTOMER = Statement(
    select(CustomerChangeRow.text)
    .where(CustomerChangeRow.customer == bindparam("customer"))
    .order_by(CustomerChangeRow.id)
)
_LISTED = func.json_each(bindparam("customers")).table_valued("value")
_CHANGED = Statement(
    select(CustomerChangeRow.customer)
    .distinct()
    .where(CustomerChangeRow.customer.in_(select(_LISTED.c.value)))
)


class CustomerChangeReading(Part):
    """Finds what was changed of customers here."""

    def customer_changes(self, customer: str) -> list[CustomerChange]:
        """What was changed of this customer, oldest first."""
        texts = _OF_CUSTOMER.run(self._connection, customer=customer).scalars()
        return [change_of(CustomerChangeDocument.read(text)) for text in texts]

    def changed_customers(self, text: str, limit: int, *, any_word: bool = False) -> list[str]:
        """The ids of customers whose name, e-mail, phone or card was changed to one with this in it, newest first; with
        `any_word` also those with one of several words.
        """
        wanted = or_(
            has_words(CustomerChangeRow.folded, text, any_word=any_word),
            has_code(CustomerChangeRow.folded, text),
            has_phone(CustomerChangeRow.folded, text),
        )
        last = func.max(CustomerChangeRow.id)
        query = select(CustomerChangeRow.customer).where(wanted).group_by(CustomerChangeRow.customer)
        return list(self._connection.execute(query.order_by(last.desc()).limit(limit)).scalars())

    def changed_among(self, customers: Collection[str]) -> set[str]:
        """Which of these customers were changed here."""
        return set(_CHANGED.run(self._connection, customers=json.dumps(list(customers))).scalars())


class CustomerChangeWriting(Part):
    """Keeps what is changed of customers here."""

    def add_customer_change(self, id: str, customer: Customer, text: str) -> None:
        """Keep a change of this customer, who is given as they stand with it; `text` is its document.

        Raises:
            StorageBug: the id is taken.
        """
        sought = (
            fold(customer.name), fold_code(customer.email), digits_of(customer.phone),
            *map(fold_code, customer.loyalty_cards), *[fold(str(each)) for each in customer.addresses],
            *[f"{fold_code(each.value)} {digits_of(each.value)}" for each in contacts_in(customer.extras)],
        )  # fmt: skip
        _ADD.write(self._connection, uuid=id, customer=customer.id, folded=" ".join(sought), text=text)
