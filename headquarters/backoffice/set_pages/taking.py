"""Taking a table into the rows of one kind: each goes through the form, all through the rules, and what became of each
is told.
"""

import hashlib
from dataclasses import dataclass
from dataclasses import field as part
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette_admin import RequestAction
from starlette_admin.exceptions import FormValidationError

from headquarters.backoffice.languages import translated
from headquarters.backoffice.set_pages.cells import Cells, RowRefused
from headquarters.backoffice.set_pages.tables import Table
from headquarters.backoffice.set_pages.views import SetUpView, told
from headquarters.drafts.changed import Changed
from headquarters.drafts.faults import faults_among
from retail.messages import phrase

NEW, CHANGED, SAME, REFUSED = phrase("new"), phrase("changed"), phrase("as it was"), phrase("refused")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a field of a row, in the language of who reads it."""

    field: str
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a row of the file."""

    line: int
    about: str
    outcome: str
    changes: tuple[Changed, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(slots=True)
class _Tried:
    """A row of the file: what its record was, nothing for a new one; the record as it is to be, None where it is as it
    was; and what is wrong with it, by field.
    """

    line: int
    said: dict[str, str]
    before: dict[str, Any] = part(default_factory=dict)
    after: dict[str, Any] = part(default_factory=dict)
    row: Any = None
    faults: dict[str, str] = part(default_factory=dict)


def digest_of(told: list[Told]) -> str:
    """A short text that is another one as soon as anything else would come of the file."""
    return hashlib.sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()[:32]


class Taking:
    """The rows of one kind, as a table changes them in the unit of work of a request."""

    def __init__(self, view: SetUpView, request: Request, table: Table) -> None:
        self._view = view
        self._request = request
        self._session: Session = request.state.session
        self._language: str = request.state.visitor.language
        self._cells = Cells(view, request, table.columns)
        self._rows = table.rows
        self._there: dict[tuple[Any, ...], list[Any]] = {}
        for row in self._session.scalars(select(view.model)):
            self._there.setdefault(tuple([getattr(row, name) for name in self._cells.key]), []).append(row)

    @property
    def labels(self) -> dict[str, str]:
        """What the fields are called in the language of who reads it."""
        return {field.name: str(field.label) for field in self._view.fields}

    async def take(self) -> list[Told]:
        """Let each row do what it says. All of them together are held against the rules of the register, once: ten
        thousand rows of one set would have the set read ten thousand times.
        """
        seen: set[tuple[Any, ...]] = set()
        with self._session.no_autoflush:
            tried = [await self._tried(line, cells, seen) for line, cells in self._rows]
        placed = [each for each in tried if each.row is not None]
        self._session.add_all([each.row for each in placed])
        self._session.flush()
        self._hold_against_rules(placed)
        for each in placed:
            each.after = told(self._request, each.row)
            self._view.noted(self._request, each.row, each.before or None, each.after)
        self._session.flush()
        return [self._told(each) for each in tried]

    async def _tried(self, line: int, cells: tuple[str, ...], seen: set[tuple[Any, ...]]) -> _Tried:
        tried = _Tried(line, dict(zip(self._cells.columns, cells, strict=False)))
        try:
            if len(cells) != len(self._cells.columns):
                raise RowRefused(
                    {self._cells.key[-1]: phrase("This row has more or fewer cells than there are columns.")}
                )
            await self._place(tried, seen)
        except RowRefused as refused:
            tried.faults = refused.faults
        except FormValidationError as refused:
            tried.faults = {str(name): str(words) for name, words in refused.errors.items()}
        return tried

    async def _place(self, tried: _Tried, seen: set[tuple[Any, ...]]) -> None:
        """Make the record say what the row says."""
        view, request, said = self._view, self._request, tried.said
        request.state.action = RequestAction.CREATE
        key = await self._cells.key_in(said)
        there = self._there.get(key, [])
        if key in seen:
            raise RowRefused(
                {self._cells.key[-1]: phrase("The file has this row twice. Leave one of them out.")}
            )
        if len(there) > 1:
            raise RowRefused(
                {
                    self._cells.key[-1]: phrase(
                        "Several rows are like this. Give each its own on its form first."
                    )
                }
            )
        seen.add(key)
        if not there:
            if not view.can_create(request):
                raise RowRefused(
                    {
                        self._cells.key[-1]: phrase(
                            "There is no such row, and none is made here. Leave it out."
                        )
                    }
                )
            tried.row = await view.placed(request, await self._cells.data(said, None))
            return
        row = there[0]
        request.state.action = RequestAction.EDIT
        tried.before = tried.after = told(request, row)
        data = await self._cells.data(said, row)
        if not all(getattr(row, name, value) == value for name, value in view.as_kept(data).items()):
            tried.row = await view.placed(request, data, row)

    def _hold_against_rules(self, placed: list[_Tried]) -> None:
        """Refuse what no register could work by."""
        before = [each.before for each in placed]
        faults = faults_among(self._session, [each.row for each in placed], before)
        for each, fault in zip(placed, faults, strict=True):
            if fault:
                self._request.state.action = RequestAction.EDIT if each.before else RequestAction.CREATE
                each.faults = {
                    str(name): words for name, words in self._view.refused(self._request, fault).items()
                }

    def _told(self, tried: _Tried) -> Told:
        about = " ".join([tried.said.get(name, "") for name in self._cells.key])
        if tried.faults:
            faults = [
                Fault(name, tried.said.get(name, ""), translated(self._language, words))
                for name, words in tried.faults.items()
            ]
            return Told(tried.line, about, REFUSED, faults=tuple(faults))
        before, after = tried.before, tried.after
        names = [name for name in after if before.get(name) != after[name]]
        changes = tuple([Changed(name, before.get(name), after[name]) for name in names])
        return Told(tried.line, about, SAME if not names else CHANGED if before else NEW, changes)
