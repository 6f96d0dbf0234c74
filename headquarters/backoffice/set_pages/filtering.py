"""The filters of the set-up lists: those that an index finds rows by, which a text in the middle is not."""

from typing import Any

from starlette_admin import BaseField, StringField
from starlette_admin.contrib.sqla import filters as known
from starlette_admin.filters import FilterApplyContext, filters
from starlette_admin.filters.base import BaseFilter
from starlette_admin.filters.string import StartsWithFilter

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


class IndexedFilters(known.SqlaFilterRegistry):
    """Filters by kind of field."""

    @filters(StringField)
    def string_filters(self, field: BaseField) -> list[type[BaseFilter]]:
        """Filters of texts."""
        return [
            BeginsFilter, known.EqualFilter, known.NotEqualFilter, known.IsNullFilter, known.IsNotNullFilter,
        ]  # fmt: skip
