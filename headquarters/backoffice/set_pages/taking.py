"""Taking a table into the rows of one kind: each row goes through the form, and what became of it is told."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette_admin import BaseField, BooleanField, EnumField, RequestAction
from starlette_admin.exceptions import FormValidationError
from starlette_admin.i18n import set_locale

from headquarters.backoffice.languages import LANGUAGES, translated
from headquarters.backoffice.set_pages.amounts import in_row
from headquarters.backoffice.set_pages.tables import Table
from headquarters.backoffice.set_pages.views import SetUpView, told
from headquarters.drafts.changed import Changed
from headquarters.drafts.parts import named_by, owner_of
from headquarters.office.refusals import refuse
from retail.messages import phrase

NEW, CHANGED, SAME, REFUSED = phrase("new"), phrase("changed"), phrase("as it was"), phrase("refused")
NOTHING: tuple[Any, ...] = (None, "", [])
YES, NO = {"true", "yes", "on", "1", "ja"}, {"", "false", "no", "off", "0", "nei", "nee"}


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


class _Refused(Exception):
    """Faults of a row, by field."""

    def __init__(self, faults: dict[str, str]) -> None:
        super().__init__()
        self.faults = faults


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
        self._fields = {field.name: field for field in view.fields}
        self._columns = self._known(table.columns)
        self._rows = table.rows
        names = named_by(view.model)
        self._key = [owner_of(view.model) or "", "position"] if names == ["id"] else names
        missing = [self.labels[name] for name in self._key if name not in self._columns]
        if missing:
            raise refuse(
                422, "The column {column} is missing: rows are known by it. Export the list, and change that file.",
                column=missing[0],
            )  # fmt: skip
        self._there: dict[tuple[Any, ...], list[Any]] = {}
        for row in self._session.scalars(select(view.model)):
            self._there.setdefault(tuple([getattr(row, name) for name in self._key]), []).append(row)

    @property
    def labels(self) -> dict[str, str]:
        """What the fields are called in the language of who reads it."""
        return {field.name: str(field.label) for field in self._view.fields}

    async def take(self) -> list[Told]:
        """Let each row do what it says; one that is refused changes nothing."""
        seen: set[tuple[Any, ...]] = set()
        return [await self._told(line, cells, seen) for line, cells in self._rows]

    def _known(self, columns: tuple[str, ...]) -> list[str]:
        """The fields that the columns stand for: by name, or by what they are called in any of our languages."""
        fields = self._view.get_fields_list(self._request, action=RequestAction.EXPORT)
        names = {field.name: field.name for field in fields}
        for language in LANGUAGES:
            set_locale(language)
            names |= {str(field.label): field.name for field in fields}
        set_locale(self._language)
        found: list[str] = []
        for column in columns:
            if column not in names or names[column] in found:
                raise refuse(
                    422, "There is no column {column} here, or it is there twice. The columns are: {columns}.",
                    column=column[:60], columns=", ".join([str(field.label) for field in fields]),
                )  # fmt: skip
            found.append(names[column])
        return found

    async def _told(self, line: int, cells: tuple[str, ...], seen: set[tuple[Any, ...]]) -> Told:
        said = dict(zip(self._columns, cells, strict=False))
        about = " ".join([said.get(name, "") for name in self._key])
        work = self._session.begin_nested()
        try:
            if len(cells) != len(self._columns):
                raise _Refused(
                    {self._key[-1]: phrase("This row has more or fewer cells than there are columns.")}
                )
            before, after = await self._done(said, seen)
        except (_Refused, FormValidationError) as refused:
            work.rollback()
            errors = refused.faults if isinstance(refused, _Refused) else refused.errors
            faults = [
                Fault(str(name), said.get(str(name), ""), translated(self._language, str(words)))
                for name, words in errors.items()
            ]
            return Told(line, about, REFUSED, faults=tuple(faults))
        work.commit()
        names = [name for name in after if before.get(name) != after[name]]
        changes = tuple([Changed(name, before.get(name), after[name]) for name in names])
        return Told(line, about, SAME if not names else CHANGED if before else NEW, changes)

    async def _done(
        self, said: Mapping[str, str], seen: set[tuple[Any, ...]]
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Do what a row says; gives back what its record was, nothing for a new one, and what it is."""
        view, request = self._view, self._request
        request.state.action = RequestAction.CREATE
        key = await self._key_in(said)
        there = self._there.get(key, [])
        if key in seen:
            raise _Refused({self._key[-1]: phrase("The file has this row twice. Leave one of them out.")})
        if len(there) > 1:
            raise _Refused(
                {self._key[-1]: phrase("Several rows are like this. Give each its own on its form first.")}
            )
        seen.add(key)
        if not there:
            if not view.can_create(request):
                raise _Refused(
                    {self._key[-1]: phrase("There is no such row, and none is made here. Leave it out.")}
                )
            data = await self._data(said, None)
            await view.validate_fields(request, data)
            return {}, told(request, await view.create(request, data))
        row = there[0]
        request.state.action = RequestAction.EDIT
        before = told(request, row)
        data = await self._data(said, row)
        if all(getattr(row, name, value) == value for name, value in view.as_kept(data).items()):
            return before, before
        await view.validate_fields(request, data)
        await view.change(request, row, data)
        return before, told(request, row)

    async def _key_in(self, said: Mapping[str, str]) -> tuple[Any, ...]:
        data = {name: await self._parsed(self._fields[name], said.get(name, "")) for name in self._key}
        kept = self._view.as_kept(data)
        return tuple([kept[name] for name in self._key])

    async def _data(self, said: Mapping[str, str], row: Any) -> dict[str, Any]:
        """What the form would send: the cells; of what no column says, what is there or what a new one begins as."""
        data = {}
        beside = await self._beside(said, row)
        for field in self._view.get_fields_list(self._request):
            there = None
            if row is not None:
                there = await field.parse_obj(self._request, row)
            elif field.name not in said:
                there = await field.get_create_default(self._request)
            data[field.name] = there
            if field.name in said or (row is None and there is None):
                value = await self._parsed(field, said.get(field.name, ""), beside)
                is_empty = value in NOTHING and there in NOTHING
                data[field.name] = there if is_empty and row is not None else value
        return data

    async def _beside(self, said: Mapping[str, str], row: Any) -> dict[str, str]:
        """What the form has beside an amount, to tell its currency by."""
        found = {}
        for name in {"currency", "store"} & self._fields.keys():
            begun = (
                in_row(row)[name]
                if row is not None
                else await self._fields[name].get_create_default(self._request)
            )
            found[name] = said.get(name, str(begun or ""))
        return found

    async def _parsed(
        self, field: BaseField, cell: str, beside: Mapping[str, str] = MappingProxyType({})
    ) -> Any:
        """The value of a cell, read as the form reads it."""
        sent = [cell]
        if isinstance(field, BooleanField):
            word = cell.strip().lower()
            if word not in YES | NO:
                raise _Refused({field.name: phrase("Type yes or no.")})
            sent = ["on"] if word in YES else []
        elif isinstance(field, EnumField):
            lines = cell.splitlines() if field.multiple else [cell]
            sent = [each.strip() for each in lines if each.strip()]
        others = [(name, value) for name, value in beside.items() if name != field.id]
        return await field.parse_input(
            self._request, FormData([*others, *[(field.id, each) for each in sent]])
        )
