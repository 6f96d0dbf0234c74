"""The filters of the set-up lists: those that an index finds rows by, which a text in the middle is not."""

from typing import Any

from starlette_admin import BaseField, StringField
from starlette_admin.contrib.sqla import filters as known
from starlette_admin.filters import FilterApplyContext, filters
from starlette_admin.filters.base import BaseFilter, FilterDataType
from starlette_admin.filters.string import StartsWithFilter

from headquarters.backoffice.set_pages.amounts import AmountField

LAST = "\U0010ffff"
"""Behind everything that a text can go on with."""
RANGES = ("startswith", "gt", "lt", "gte", "lte", "between")
"""The filters that find a stretch of a column's order."""


class BeginsFilter(StartsWithFilter):
    """Texts that begin so, letter by letter."""

    def apply(self, ctx: FilterApplyContext) -> Any:
        """The condition for one column."""
        column = known._column(ctx)  # noqa: SLF001 -- as its own filters find it
        return (column >= ctx.value) & (column < ctx.value + LAST)


class _AsTyped:
    """An amount stays as it was typed until its currency is known."""

    data_type = FilterDataType.STRING

    def parse_value(self, raw: Any) -> str:
        """What was typed; what has a comma comes in parts, for lists."""
        return (",".join(raw) if isinstance(raw, list) else str(raw)).strip('" ')


AMOUNTS: list[type[Any]] = [
    type(each.__name__, (_AsTyped, each), {})
    for each in (
        known.NumericEqualFilter, known.NumericNotEqualFilter, known.GreaterThanFilter, known.LessThanFilter,
        known.GreaterThanOrEqualFilter, known.LessThanOrEqualFilter, known.BetweenFilter,
    )
]  # fmt: skip


class IndexedFilters(known.SqlaFilterRegistry):
    """Filters by kind of field."""

    @filters(StringField)
    def string_filters(self, field: BaseField) -> list[type[BaseFilter]]:
        """Filters of texts."""
        return [
            BeginsFilter, known.EqualFilter, known.NotEqualFilter, known.IsNullFilter, known.IsNotNullFilter,
        ]  # fmt: skip

    @filters(AmountField)
    def amount_filters(self, field: BaseField) -> list[type[BaseFilter]]:
        """Filters of amounts."""
        return [*AMOUNTS, known.IsNullFilter, known.IsNotNullFilter]
