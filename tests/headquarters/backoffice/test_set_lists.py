"""Lists of set-up hold for a million rows: sorted, found and paged by indexes alone, with nothing left out or twice."""

import asyncio
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import pytest
from sqlalchemy import Engine, Text, event
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette_admin import BaseField, RequestAction
from starlette_admin.exceptions import ActionFailed
from starlette_admin.i18n import set_locale

from headquarters.backoffice.set_pages import columns, listing
from headquarters.backoffice.set_pages.kinds import VIEWS
from headquarters.backoffice.set_pages.views import SetUpView
from headquarters.backoffice.set_pages.words import speak_our_languages
from headquarters.base import Rate, table_of
from headquarters.drafts.models import ReasonCode
from headquarters.office.refusals import OfficeRefusal
from headquarters.office.sessions import Visitor
from headquarters.people.models import StaffDraft, StaffRole
from headquarters.settings.models import Store
from tests.headquarters.conftest import SQLITE, Books, both_engines

STAFF = 60
KINDS = {each[2]: each for each in VIEWS}


def view_of(kind: str) -> SetUpView:
    view, table, address, many, one = KINDS[kind]
    return view(table, key=address, menu_label=many, display_name=one)


def asked(session: Session, query: str) -> Request:
    """A request for a list."""
    speak_our_languages()
    set_locale("en")
    state = {
        "visitor": Visitor("en", name="Ada", stores=None),
        "session": session,
        "action": RequestAction.LIST,
    }
    return Request(
        {"type": "http", "method": "GET", "path": "", "headers": [], "query_string": query.encode(), "state": state}
    )  # fmt: skip


def page(view: SetUpView, session: Session, query: str) -> tuple[list[Any], str | None, str]:
    """The rows of one page, where the next begins, and how many there are said to be."""
    request = asked(session, query)
    said = view._parse_list_params(request)
    rows = asyncio.run(view.find_all(request, 999, said.page_size, said.q, said.sorts, said.filters))
    asyncio.run(view.count(request, said.q, said.filters))
    return list(rows), request.state.listed.next_page, view.told(request)


def pages(view: SetUpView, session: Session, query: str) -> list[list[Any]]:
    """All pages, by the link of each to the next."""
    rows, behind, _ = page(view, session, query)
    found = [rows]
    while behind is not None:
        rows, behind, _ = page(view, session, f"{query}&page={behind}")
        found.append(rows)
    return found


@pytest.fixture
def staffed(books: Books) -> Books:
    """Books with staff of whom many say the same."""
    with books.parts.database.writing() as session:
        session.add_all([StaffRole(code=code, version=1, rights=[]) for code in ("clerk", "guard")])
        session.flush()
        for at in range(STAFF):
            session.add(
                StaffDraft(
                    user=f"U{at:03}", version=1, name=f"Name {at % 7}", role="guard" if at % 3 else "clerk", given=[],
                    withheld=[], language="", active=at % 2 == 0, stores=[], pin_hash="", taken={},
                )
            )  # fmt: skip
            session.add(
                ReasonCode(parameters="standard", version=1, purpose="void", text=f"R{at}", position=at % 5)
            )
    return books


@both_engines
@pytest.mark.parametrize("direction", ["asc", "desc"])
@pytest.mark.parametrize("column", ["user", "name", "role", "language", "active"])
def test_every_row_stands_once_on_the_pages_of_a_sorted_list(
    staffed: Books, column: str, direction: str
) -> None:
    with staffed.parts.database.reading() as session:
        found = pages(view_of("staff"), session, f"sort={column}__{direction}")
        rows = [row for each in found for row in each]

    assert [len(each) for each in found] == [25, 25, len(rows) - 50]
    assert len({row.user for row in rows}) == len(rows) >= STAFF
    keys = [(getattr(row, column), row.id) for row in rows]
    assert keys == sorted(keys, reverse=direction == "desc")


@both_engines
def test_words_of_ours_and_numbers_are_paged_like_texts(staffed: Books) -> None:
    with staffed.parts.database.reading() as session:
        for column in ("purpose", "position", "parameters"):
            rows = [row for each in pages(view_of("reasons"), session, f"sort={column}__asc") for row in each]
            assert len({row.id for row in rows}) == len(rows) >= STAFF
            assert [getattr(row, column) for row in rows] == sorted(getattr(row, column) for row in rows)


@both_engines
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("filter=role__eq=clerk", 20), ("filter=role__eq=clerk&sort=name__desc", 20),
        ('filter=name__startswith="Name 3"', 9), ("filter=active__is_true", 30),
        ("filter=role__in=clerk,guard", 60), ("filter=role__eq=clerk AND active__is_true", 10),
        ("filter=user__eq=U001 OR user__eq=U002", 2), ("filter=role__eq=nobody", 0),
        ("q=U00", 10), ("q=u00", 10), ("q=ame 3", 9), ("q=%00", 0), ("filter=name__eq=%00", 0), ("q=%25", 0),
    ],
)  # fmt: skip
def test_rows_are_found_by_filters_and_words(staffed: Books, query: str, found: int) -> None:
    with staffed.parts.database.reading() as session:
        rows = [row for each in pages(view_of("staff"), session, query) for row in each if row.user[0] == "U"]

    assert len({row.user for row in rows}) == len(rows) == found


@pytest.mark.parametrize("behind", ["999", "x", "~", "1~", "-1~x", "9" * 30 + "~x", "1~\0", "999999~Name 9"])
@both_engines
def test_a_place_that_is_none_shows_a_page_all_the_same(staffed: Books, behind: str) -> None:
    with staffed.parts.database.reading() as session:
        for kind, column in (
            ("staff", "name"),
            ("staff", "active"),
            ("reasons", "position"),
            ("reasons", "purpose"),
        ):
            page(view_of(kind), session, f"sort={column}__asc&page={behind.replace(chr(0), '%00')}")


def test_a_filter_by_what_no_row_can_say_is_refused_in_words(staffed: Books) -> None:
    with (
        staffed.parts.database.reading() as session,
        pytest.raises(OfficeRefusal, match="a value that no row can have"),
    ):
        page(view_of("reasons"), session, f"filter=position__eq={'9' * 30}")


def test_long_lists_are_counted_to_a_bound_cut_in_words_and_never_taken_whole(
    staffed: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "MANY", 50)
    view = view_of("staff")
    with staffed.parts.database.reading() as session:
        assert page(view, session, "")[2] == "more than 50"
        assert page(view, session, "filter=role__eq=clerk")[2] == "20 in all"
        assert page(view, session, "q=Name")[2] == "There are more. Type more of it to find fewer."
        # The middle of a text is looked through in short lists alone.
        assert page(view, session, "q=ame 3")[2] == "0 in all"
        with pytest.raises(ActionFailed, match="more than 50 rows"):
            asyncio.run(view.find_all(asked(session, ""), limit=-1))
        assert len(asyncio.run(view.find_all(asked(session, ""), limit=-1, q="U00"))) == 10


@pytest.fixture
def read() -> Iterator[list[tuple[str, Any]]]:
    found: list[tuple[str, Any]] = []

    def note(_: object, __: object, statement: str, values: Any, *more: object) -> None:
        if statement.startswith("SELECT"):
            found.append((statement, values))

    event.listen(Engine, "before_cursor_execute", note)
    yield found
    event.remove(Engine, "before_cursor_execute", note)


def queries(view: SetUpView) -> Iterator[str]:
    """What a list may be asked for: each sort, first and deep, each filter, and words."""
    yield ""
    yield "page=9~"
    yield "q=a"
    for name in view.sortable_fields or ():
        kind = table_of(view.model).c[name].type.python_type
        value = next(iter(kind)).value if issubclass(kind, StrEnum) else kind("1")
        yield from (
            f"sort={name}__{each}{behind}" for each in ("asc", "desc") for behind in ("", f"&page=9~{value}")
        )
    for field in view.fields:
        if field.name in (view.searchable_fields or ()):
            yield from (f"filter={field.name}__{each}" for each in filters_of(view, field))


def filters_of(view: SetUpView, field: BaseField) -> Iterator[str]:
    values = {"eq": "eq=1", "startswith": "startswith=a", "gt": "gt=1", "is_true": "is_true"}
    for each in view.get_filter_registry().filters_for(field):
        if each.name in values:
            yield values[each.name]


@pytest.mark.parametrize("engine", [SQLITE], indirect=True)
def test_every_list_is_read_by_indexes_and_nothing_is_sorted(
    books: Books, read: list[tuple[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "MANY", -1)
    with books.parts.database.reading() as session:
        for view in map(view_of, KINDS):
            for query in queries(view):
                page(view, session, query)
        statements = {statement: values for statement, values in read if "FROM" in statement}
        slow = []
        for statement, values in statements.items():
            plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            slow += [f"{step}: {statement}" for *_, step in plan if is_slow(step, statement)]
    assert slow == []
    assert len(statements) > 500


def is_slow(step: str, statement: str) -> bool:
    """Whether a step of a plan reads more than a page: it sorts, or looks through rows without an index."""
    is_looked_through = (
        step.startswith("SCAN ") and " INDEX " not in step and not step.startswith("SCAN anon_")
    )
    return "TEMP B-TREE" in step or (is_looked_through and "WHERE" in statement)


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_list_shows_is_sorted_and_found_by_unless_it_has_no_order(kind: str) -> None:
    view = view_of(kind)
    shown = {field.name for field in view.fields if not field.exclude_from_list}
    kept = {name: table_of(view.model).c[name] for name in shown if name in table_of(view.model).c}
    ordered = {
        name for name, column in kept.items()
        if not isinstance(column.type, Rate) and issubclass(column.type.python_type, str | int | bool)
    }  # fmt: skip

    assert set(view.searchable_fields or ()) >= ordered
    assert set(view.sortable_fields or ()) >= {name for name in ordered if not kept[name].nullable}
    assert any(isinstance(kept[name].type, Text) for name in ordered)


def test_of_very_many_rows_of_another_table_the_name_is_typed_and_none_is_loaded(
    books: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = next(each for each in view_of("registers").fields if each.name == "store")
    assert isinstance(field, columns.NamedField)
    with books.parts.database.writing() as session:
        request = asked(session, "")
        assert len(field._get_choices(request)) > 1
        session.add_all([Store(store=f"S{at}", name="x", settings={}) for at in range(columns.CHOICES_MAX)])
        session.flush()

        assert field._get_choices(request) == []
        assert field.is_one(request, "S7")
        assert not field.is_one(request, "S777")
        assert field.none_such(request) == "There is none of this name. Type another."
