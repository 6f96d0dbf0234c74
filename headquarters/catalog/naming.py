"""What a product may name of set-up, and what it cannot say together: the same on its form and in a file."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.drafts.models import ItemTaxGroupDraft, SalesUnitDraft
from retail.messages import phrase

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


def are_known(said: Iterable[str], known: frozenset[str]) -> bool:
    """Whether all that is named is there; nothing is no name."""
    return all(each in known for each in said if each)
