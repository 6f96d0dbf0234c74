"""Who might do alone what a call does, by a right or by a limit of their own, and so may approve it."""

from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import Operation
from retail.permissions import OwnLimit
from retail.wire.feeds import StaffRow


def own_limit(
    person: StaffRow, right: str, operation: Operation, context: RegisterContext
) -> OwnLimit | None:
    """The limit of a person that stands in for a right that this call needs; None where none does."""
    own = [context.bound] if right == operation.permission and not context.is_within_limit else []
    bounds = [*own, *(bound for needed, bound in context.rights_needed if needed == right)]
    said = [bound for bound in bounds if bound is not None]
    if len(said) < len(bounds):
        return None  # the right is needed for something that no limit is about
    limit = context.limit_of(person)
    return OwnLimit(next((each.words(limit) for each in said if not each.allows(limit)), None))


def may_do(person: StaffRow, right: str, operation: Operation, context: RegisterContext) -> bool:
    """Whether this person needs nobody for what takes the right."""
    limit = own_limit(person, right, operation, context)
    return right in person.rights or (limit is not None and limit.short is None)


def approvers_by_limit(
    operation: Operation, missing: tuple[str, ...], context: RegisterContext
) -> tuple[str, ...]:
    """Who may approve this call although they lack a right to it, because their limit reaches so far."""
    if context.bound is None and not any(bound for _, bound in context.rights_needed):
        return ()
    return tuple([
        each.user
        for each in context.pins.people()
        if not set(missing) <= set(each.rights)
        and all(may_do(each, right, operation, context) for right in missing)
    ])  # fmt: skip
