"""A list of set-up read a page at a time: by an index from one row on, however many rows there are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from anyio.to_thread import run_sync
from sqlalchemy import ColumnElement, Select, Text, UniqueConstraint, func, literal, or_, select, tuple_
from sqlalchemy.exc import DataError
from sqlalchemy.orm import InstrumentedAttribute, Session
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette_admin.contrib.sqla import ModelView
from starlette_admin.contrib.sqla.filters import build_filter_clause
from starlette_admin.exceptions import ActionFailed
from starlette_admin.filters import FilterGroup, FilterRegistry, FilterRule
from starlette_admin.types import ListParams

from headquarters.backoffice.languages import translated
from headquarters.backoffice.set_pages.amounts import read_filters
from headquarters.backoffice.set_pages.filtering import LAST, RANGES, IndexedFilters
from headquarters.backoffice.set_pages.rules import explained
from headquarters.base import Base, table_of
from headquarters.office.refusals import refuse
from retail.messages import phrase

MANY = 10_000
"""So many rows are counted, searched word by word or taken as a whole; longer lists are read by indexes alone."""
CUT = phrase("There are more. Type more of it to find fewer.")
TOO_MANY = phrase("That would be more than {most} rows. Narrow the list by a filter first.")
_MARK = "~"
_NUMBER_DIGITS_MAX = 18


@dataclass(frozen=True, slots=True)
class Place:
    """The row that a page ended with: its key, and what it says in the column that the list is sorted by."""

    row: int
    value: str

    def written(self) -> str:
        """As an address says it."""
        return f"{self.row}{_MARK}{self.value}"


@dataclass(frozen=True, slots=True)
class Listed:
    """What a page shows: its rows, where the next begins, None at the end, and whether a search found more."""

    rows: Sequence[Any]
    next_page: str | None = None
    is_cut: bool = False


class PagedView(ModelView):
    """Rows of a table that are sorted and found by its indexes; a page begins where the one before ended."""

    action_select_all_limit = MANY

    def __init__(self, model: type[Base], **more: Any) -> None:
        columns = table_of(model).c
        self.fields = [explained(table_of(model).name, field) for field in self.fields]
        indexed = indexed_columns(model)
        named = [field.name for field in self.fields if field.name in indexed]
        self.searchable_fields = named
        self.sortable_fields = [name for name in named if not columns[name].nullable]
        super().__init__(model, **more)

    def get_filter_registry(self) -> FilterRegistry:
        """Filters that an index finds rows by."""
        return IndexedFilters()

    def told(self, request: Request) -> str:
        """How many rows there are, as the page says it."""
        language: str = request.state.visitor.language
        if request.state.listed.is_cut:
            return translated(language, CUT)
        count: int = request.state.counted
        return (
            translated(language, "more than {many}", many=MANY)
            if count > MANY
            else translated(language, "{count} in all", count=count)
        )

    async def find_all(
        self, request: Request, skip: int = 0, limit: int = 100, q: str | None = None,
        sorts: Sequence[tuple[str, str]] | None = None, filters: FilterGroup | None = None,
    ) -> Sequence[Any]:  # fmt: skip
        """The rows of a page; all of them where there is no `limit`.

        Raises:
            ActionFailed: all of them are too many.
            OfficeRefusal: a filter names what no row can say.
        """
        listed = await run_sync(self._listed, request, limit, q, sorts or [], filters or FilterGroup())
        request.state.listed = listed
        return listed.rows

    async def count(self, request: Request, q: str | None = None, filters: FilterGroup | None = None) -> int:
        """How many rows are found, of very many only those that are shown: nobody takes so many at once."""
        listed: Listed | None = getattr(request.state, "listed", None)
        if q and listed is not None:
            count = len(listed.rows)
        else:
            count = await run_sync(self._counted, request, q, filters or FilterGroup())
        request.state.counted = count
        return len(listed.rows) if count > MANY and listed is not None else count

    def _parse_list_params(self, request: Request, query_params: QueryParams | None = None) -> ListParams:
        """As the address says; a list is sorted by one column, and a page begins behind a place."""
        said = query_params if query_params is not None else request.query_params
        shown = QueryParams([(name, value.replace("\0", "\ufffd")) for name, value in said.multi_items()])
        asked: ListParams = super()._parse_list_params(request, shown)
        request.state.behind = _place(shown.get("page", ""))
        sorts = asked.sorts if shown.getlist("sort") else self._sorted_by_filter(asked)
        return replace(asked, page=1, sorts=sorts[:1])

    def _sorted_by_filter(self, asked: ListParams) -> list[tuple[str, Any]]:
        """A list that is narrowed to a range of a column is in its order, so that one index does both."""
        rules = asked.filters.rules if asked.filters.logic == "and" else []
        ranges = [rule for rule in rules if isinstance(rule, FilterRule) and rule.filter in RANGES]
        return [(ranges[0].field, "asc")] if ranges else list(asked.sorts)

    def _listed(
        self, request: Request, limit: int, q: str | None, sorts: Sequence[tuple[str, str]], filters: FilterGroup
    ) -> Listed:  # fmt: skip
        session: Session = request.state.session
        query = self._narrowed(request, select(self.model), filters)
        try:
            if limit <= 0:
                return Listed(self._all(request, query, q))
            if q:
                found = _found(session, query, self._ways(session, q), limit + 1)
                return Listed(found[:limit], is_cut=len(found) > limit)
            name, direction = sorts[0]
            keys = self._keys(name)
            is_down = direction == "desc"
            behind: Place | None = getattr(request.state, "behind", None)
            if behind is not None and (values := _values(keys, behind)) is not None:
                query = query.where(_less(keys, values) if is_down else _more(keys, values))
            query = query.order_by(*(key.desc() if is_down else key for key in keys)).limit(limit + 1)
            rows = session.scalars(query).all()
        except (DataError, OverflowError):
            raise refuse(422, "The filter holds a value that no row can have. Change it.") from None
        if len(rows) <= limit:
            return Listed(rows)
        last = rows[limit - 1]
        return Listed(rows[:limit], Place(last.id, _said(getattr(last, name))).written())

    def _counted(self, request: Request, q: str | None, filters: FilterGroup) -> int:
        session: Session = request.state.session
        query = self._narrowed(request, select(literal(1)).select_from(self.model), filters)
        return _bounded(session, query.where(or_(*self._ways(session, q))) if q else query)

    def _all(self, request: Request, query: Select[Any], q: str | None) -> Sequence[Any]:
        session: Session = request.state.session
        if q:
            query = query.where(or_(*self._ways(session, q)))
        rows = session.scalars(query.order_by(self.model.id).limit(MANY + 1)).all()
        if len(rows) > MANY:
            words = translated(request.state.visitor.language, TOO_MANY, most=MANY)
            raise ActionFailed(words)
        return rows

    def _narrowed(self, request: Request, query: Select[Any], filters: FilterGroup) -> Select[Any]:
        fields = {field.name: field for field in self.get_fields_list(request)}
        filters = read_filters(request, fields, filters)
        clause = build_filter_clause(filters, fields, self.get_filter_registry(), self, request)
        return query if clause is None else query.where(clause)

    def _keys(self, name: str) -> list[InstrumentedAttribute[Any]]:
        """What a list in the order of a column is sorted by; rows that say the same, by their own key."""
        key = [self.model.id]
        return key if name == "id" else [getattr(self.model, name), *key]

    def _ways(self, session: Session, typed_text: str) -> list[ColumnElement[bool]]:
        """The ways to find rows by a text: its columns that begin so, and in a short list those that hold it."""
        columns = [getattr(self.model, name) for name in self.searchable_fields or ()]
        texts = [column for column in columns if isinstance(column.type, Text)]
        text = typed_text.strip()
        typed = dict.fromkeys((text, text.lower(), text.upper(), text.title(), text.capitalize()))
        ways = [(column >= each) & (column < each + LAST) for column in texts for each in typed]
        if _bounded(session, select(literal(1)).select_from(self.model)) <= MANY:
            ways += [column.icontains(text, autoescape=True) for column in texts]
        return ways


def indexed_columns(model: type[Base]) -> set[str]:
    """The columns whose order an index of the table has, with the key behind them where it needs one."""
    table = table_of(model)
    unique = [each.columns.keys() for each in table.constraints if isinstance(each, UniqueConstraint)]
    ordered = [each.columns.keys() for each in table.indexes]
    return {names[0] for names in unique if len(names) == 1} | {
        names[0] for names in ordered if names[1:] == ["id"]
    }


def _found(session: Session, query: Select[Any], ways: Iterable[ColumnElement[bool]], most: int) -> list[Any]:
    found: dict[int, Any] = {}
    for way in ways:
        found |= {row.id: row for row in session.scalars(query.where(way).limit(most))}
        if len(found) >= most:
            break
    return list(found.values())


def _bounded(session: Session, query: Select[Any]) -> int:
    some = query.limit(MANY + 1).subquery()
    return session.scalar(select(func.count()).select_from(some)) or 0


def _place(said: str) -> Place | None:
    """The place that an address names; None where it names none."""
    row, mark, value = said.partition(_MARK)
    is_one = bool(mark) and row.isascii() and row.isdecimal() and len(row) < _NUMBER_DIGITS_MAX
    return Place(int(row), value) if is_one else None


def _said(value: Any) -> str:
    return str(value.value if isinstance(value, StrEnum) else value)


def _values(keys: Sequence[InstrumentedAttribute[Any]], place: Place) -> list[Any] | None:
    """A place as its columns keep it; None where no row can say so."""
    if len(keys) == 1:
        return [place.row]
    kind = keys[0].type.python_type
    try:
        value = place.value == "True" if kind is bool else kind(place.value)
    except ValueError:
        return None
    return None if isinstance(value, int) and len(place.value) > _NUMBER_DIGITS_MAX else [value, place.row]


def _more(keys: Sequence[InstrumentedAttribute[Any]], values: list[Any]) -> ColumnElement[bool]:
    return tuple_(*keys) > tuple(values) if len(keys) > 1 else keys[0] > values[0]


def _less(keys: Sequence[InstrumentedAttribute[Any]], values: list[Any]) -> ColumnElement[bool]:
    return tuple_(*keys) < tuple(values) if len(keys) > 1 else keys[0] < values[0]
