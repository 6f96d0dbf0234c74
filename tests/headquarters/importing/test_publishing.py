"""What a file publishes bears the digests by which registers are compared."""

from sqlalchemy import select

from headquarters.feeds.models import Change
from retail.wire.sums import row_digest
from tests.headquarters.conftest import both_engines
from tests.headquarters.importing.conftest import Imports

pytestmark = both_engines


def test_each_row_bears_the_digest_of_what_it_says(imports: Imports) -> None:
    imports("products", "number,name,price\nP,Pære,1\nQ,Quince,2\n")
    imports("products", "number,name,price\nP,Pear,1\n")

    with imports.books.parts.database.reading() as session:
        said = {
            (each.feed, each.key): (each.digest, row_digest(each.key, each.value or {}))
            for each in session.scalars(select(Change).where(Change.key.in_(("P", "Q"))))
        }
    assert set(said) == {("products", "P"), ("products", "Q"), ("prices", "P"), ("prices", "Q")}
    assert all(kept == worked_out for kept, worked_out in said.values())
