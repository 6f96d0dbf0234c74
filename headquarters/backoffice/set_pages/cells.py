"""The cells of a set-up file, read as the form of their kind reads what is typed there."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette_admin import BaseField, BooleanField, EnumField, RequestAction
from starlette_admin.i18n import set_locale

from headquarters.backoffice.languages import LANGUAGES
from headquarters.backoffice.set_pages.amounts import in_row
from headquarters.backoffice.set_pages.views import SetUpView
from headquarters.drafts.parts import named_by, owner_of
from headquarters.office.refusals import refuse
from retail.messages import phrase

NOTHING: tuple[Any, ...] = (None, "", [])
YES, NO = {"true", "yes", "on", "1", "ja"}, {"", "false", "no", "off", "0", "nei", "nee"}


class RowRefused(Exception):
    """A row cannot be taken: what is wrong with it, by field."""

    def __init__(self, faults: dict[str, str]) -> None:
        super().__init__()
        self.faults = faults


class Cells:
    """Reads the rows of one kind; a row is what it says, by field.

    Raises:
        OfficeRefusal: the columns are not those of this kind, or those that tell its rows apart are missing (422).
    """

    def __init__(self, view: SetUpView, request: Request, columns: tuple[str, ...]) -> None:
        self._view = view
        self._request = request
        self._fields = {field.name: field for field in view.fields}
        self._beginnings: dict[str, Any] = {}
        self._nothing: dict[str, Any] = {}
        self.columns = self._known(columns)
        names = named_by(view.model)
        self.key = [owner_of(view.model) or "", "position"] if names == ["id"] else names
        missing = [str(self._fields[name].label) for name in self.key if name not in self.columns]
        if missing:
            raise refuse(
                422, "The column {column} is missing: rows are known by it. Export the list, and change that file.",
                column=missing[0],
            )  # fmt: skip

    async def key_in(self, said: Mapping[str, str]) -> tuple[Any, ...]:
        """What tells a row from the others.

        Raises:
            RowRefused: a cell of it cannot be read.
        """
        data = {name: await self._parsed(self._fields[name], said.get(name, "")) for name in self.key}
        kept = self._view.as_kept(data)
        return tuple([kept[name] for name in self.key])

    async def data(self, said: Mapping[str, str], row: Any) -> dict[str, Any]:
        """What the form would send: the cells; of what no column says, what is there or what a new one begins as.

        Raises:
            RowRefused: a cell cannot be read.
        """
        data = {}
        beside = await self._beside(said, row)
        for field in self._view.get_fields_list(self._request):
            there = None
            if row is not None:
                there = await field.parse_obj(self._request, row)
            elif field.name not in said:
                there = await self._begun(field)
            data[field.name] = there
            if field.name not in said and row is None and there is None:
                data[field.name] = await self._empty(field)
            elif field.name in said:
                value = await self._parsed(field, said[field.name], beside)
                is_empty = value in NOTHING and there in NOTHING
                data[field.name] = there if is_empty and row is not None else value
        return data

    async def _beside(self, said: Mapping[str, str], row: Any) -> dict[str, str]:
        """What the form has beside an amount, to tell its currency by."""
        found = {}
        for name in {"currency", "store"} & self._fields.keys():
            begun = in_row(row)[name] if row is not None else await self._begun(self._fields[name])
            found[name] = said.get(name, str(begun or ""))
        return found

    async def _empty(self, field: BaseField) -> Any:
        """What nothing is in a field, for every row alike."""
        if field.name not in self._nothing:
            self._nothing[field.name] = await self._parsed(field, "")
        return self._nothing[field.name]

    async def _begun(self, field: BaseField) -> Any:
        """What a new row begins as, the same for every row; but for its place, which is behind the last one."""
        if field.name not in self._beginnings:
            self._beginnings[field.name] = await field.get_create_default(self._request)
        elif field.name == "position":
            self._beginnings[field.name] += 1
        return self._beginnings[field.name]

    async def _parsed(
        self, field: BaseField, cell: str, beside: Mapping[str, str] = MappingProxyType({})
    ) -> Any:
        """The value of a cell, read as the form reads it."""
        sent = [cell]
        if isinstance(field, BooleanField):
            word = cell.strip().lower()
            if word not in YES | NO:
                raise RowRefused({field.name: phrase("Type yes or no.")})
            sent = ["on"] if word in YES else []
        elif isinstance(field, EnumField):
            lines = cell.splitlines() if field.multiple else [cell]
            sent = [each.strip() for each in lines if each.strip()]
        others = [(name, value) for name, value in beside.items() if name != field.id]
        return await field.parse_input(
            self._request, FormData([*others, *[(field.id, each) for each in sent]])
        )

    def _known(self, columns: tuple[str, ...]) -> list[str]:
        """The fields that the columns stand for: by name, or by what they are called in any of our languages."""
        fields = self._view.get_fields_list(self._request, action=RequestAction.EXPORT)
        names = {field.name: field.name for field in fields}
        for language in LANGUAGES:
            set_locale(language)
            names |= {str(field.label): field.name for field in fields}
        set_locale(self._request.state.visitor.language)
        found: list[str] = []
        for column in columns:
            if column not in names or names[column] in found:
                raise refuse(
                    422, "There is no column {column} here, or it is there twice. The columns are: {columns}.",
                    column=column[:60], columns=", ".join([str(field.label) for field in fields]),
                )  # fmt: skip
            found.append(names[column])
        return found
