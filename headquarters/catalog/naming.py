"""What a product may name of set-up, and what it cannot say together: the same on its form and in a file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, literal_column, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from headquarters.catalog.models import Product
from headquarters.drafts.models import ItemTaxGroupDraft, SalesUnitDraft
from retail.messages import Message, phrase, say

NAMES_MAX = 1000
"""So many names of products are looked at; who has more has not typed them by hand."""

NO_SUCH = phrase("There is none of this name. Set it up first, or type another.")
TWO_TAXES = phrase("State a rate of its own or an item sales tax group, not both.")
OWN_UNIT = phrase("A pack has another unit than the product itself.")


@dataclass(frozen=True, slots=True)
class Names:
    """The item sales tax groups and the sales units that are set up, of whatever commerce parameters."""

    groups: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()


def names_set_up(session: Session) -> Names:
    """Those there are now."""
    found = [
        frozenset(session.scalars(select(column).distinct()))
        for column in (ItemTaxGroupDraft.name, SalesUnitDraft.unit)
    ]
    return Names(*found)


@dataclass(frozen=True, slots=True)
class Unmet:
    """What products name and nothing that is set up is called, with the first of them."""

    what: Message
    number: str


def unmet_names(session: Session) -> list[Unmet]:
    """The groups and units that products name and that are not set up any more.

    Each name that products have is looked up once, by an index, however many products have it.
    """
    names, found = names_set_up(session), []
    for column, known, words in (
        (Product.item_tax_group, names.groups, phrase("item sales tax group {name}")),
        (Product.unit, names.units, phrase("sales unit {name}")),
    ):
        for name in _named(session, column):
            if name not in known:
                number = session.scalar(
                    select(Product.number).where(column == name, _is_named(column)).limit(1)
                )
                found.append(Unmet(say(words, name=name), number or ""))
    return found


def _named(session: Session, column: InstrumentedAttribute[str]) -> Iterator[str]:
    """What stands in a column of products, each once; no more than anybody sets up."""
    name: str | None = ""
    for _ in range(NAMES_MAX):
        name = session.scalar(
            select(column).where(column > name, _is_named(column)).order_by(column).limit(1)
        )
        if name is None:
            return
        yield name


def _is_named(column: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """Written out, so that the databases find the index that has such products alone."""
    return column != literal_column("''")


def are_known(said: Iterable[str], known: frozenset[str]) -> bool:
    """Whether all that is named is there; nothing is no name."""
    return all(each in known for each in said if each)
