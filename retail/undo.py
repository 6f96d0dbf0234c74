"""The changes of the open cart that can be taken back, and those taken back that can be made again."""

from dataclasses import dataclass, replace

from retail.cart import Cart

CHANGES_MAX = 50
"""How many changes can be taken back; older ones are forgotten."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the open cart by an operation, named by its id and its title; None is no cart at all.

    `approved` says that somebody else had to consent: their consent is used up, so it cannot be made again.
    """

    operation: str
    title: str
    before: Cart | None
    after: Cart | None
    approved: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """What was done to the open cart, the last change at the end, and what of it was undone, the first to redo last."""

    done: tuple[Change, ...] = ()
    undone: tuple[Change, ...] = ()

    def after(self, change: Change, *, began: bool) -> "History":
        """The history once a change was kept; `began` says that its cart was begun by it, not taken up again.

        Nothing is forgotten by a selection. Nothing can be undone any more once money was taken, the cart ended, or
        one came that was built before, or that acts on an order: undoing that would lose it.
        """
        before, after = change.before, change.after
        if (
            before is not None
            and after is not None
            and _without_selection(before) == _without_selection(after)
        ):
            return self
        if after is None or after.tenders or (before is not None and before.tenders):
            return History()
        is_same = (began and after.act is None) if before is None else before.id == after.id
        return History((*self.done, change)[-CHANGES_MAX:]) if is_same else History()

    def undo(self) -> tuple[Change, "History"]:
        """The last change, to be taken back, and the history without it."""
        change = self.done[-1]
        return change, History(self.done[:-1], () if change.approved else (*self.undone, change))

    def redo(self) -> tuple[Change, "History"]:
        """The change taken back last, to be made again, and the history with it."""
        change = self.undone[-1]
        return change, History((*self.done, change), self.undone[:-1])


def _without_selection(cart: Cart) -> Cart:
    return replace(cart, selected=frozenset())
