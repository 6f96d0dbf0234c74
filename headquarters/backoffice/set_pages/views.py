"""What every set-up page does: right and version before, the rules of the register and the audit log after."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

from anyio.to_thread import run_sync
from sqlalchemy import JSON, inspect, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette_admin import BaseField, EnumField, RequestAction
from starlette_admin.exceptions import ActionFailed, FormValidationError
from starlette_admin.export.csv import CsvExporter

from headquarters.backoffice.languages import translated, worded
from headquarters.backoffice.set_pages.amounts import currency_of, in_row
from headquarters.backoffice.set_pages.columns import ChoiceField, NamedField, TaxesField
from headquarters.backoffice.set_pages.leaving import remember, still_named
from headquarters.backoffice.set_pages.listing import PagedView
from headquarters.backoffice.set_pages.typed import emptied, is_too_long, may_be_empty, most_of, texts_in
from headquarters.base import Base, table_of
from headquarters.drafts.amounts import written
from headquarters.drafts.faults import faults_by
from headquarters.drafts.parts import named_by
from headquarters.drafts.staff import SECRET, pin_mark
from headquarters.drafts.unmet import Fault
from headquarters.office.audit import entries, note
from headquarters.office.models import AuditEntry
from headquarters.office.roles import Right
from headquarters.office.sessions import Visitor
from retail.messages import phrase

NEEDED = phrase("This is needed, and as a number where it is one.")
NO_TAX = phrase("Each tax is a name and 0 to 100 percent, such as GST 5. Type one a line.")
TOO_LONG = phrase("At most {most} characters can stand here. Shorten it.")
LIKE_IT = phrase("There is one like this already. Choose another.")
SHOWN = 20
"""So many of the last changes a page of one row shows; the audit log has them all."""
NOT_SAID = {"id", "version", "taken"}
"""Columns that nobody fills in."""


class SetUpView(PagedView):
    """The list and the forms of one table. Rows are made and deleted here only where the table takes it."""

    exporters = (CsvExporter(escape_formulas=True),)
    importers = ()
    column_visibility = False
    page_size = 25
    page_size_options = (25, 50, 100)
    create_template = "create_one.html"
    edit_template = "edit_version.html"
    detail_template = "detail_history.html"
    is_made_here = True
    is_deleted_here = False
    kept_beside: tuple[str, ...] = ()
    """Columns without a field, which begin as an empty list."""
    titled_by: tuple[str, ...] = ()
    """The fields that the title of a row is made of; none are those that tell it from others."""
    hint = ""
    """What whoever looks must know of these rows to use them."""
    pages: Mapping[str, tuple[str, str]] = MappingProxyType({})
    """The lists of set-up by the table whose rows they show: the address and the name of each."""
    related: tuple[tuple[str, str, str, str], ...] = ()
    """What else there is about a row: address and name of its list, the field it is narrowed by, and our column."""

    def __init__(self, model: type[Base], **more: Any) -> None:
        self._fields_of: dict[tuple[Any, ...], Sequence[BaseField]] = {}
        super().__init__(model, **more)

    def can_create(self, request: Request) -> bool:
        """Who sets up makes rows, where this table takes them."""
        return self.is_made_here and _visitor(request).may(Right.SET_UP)

    def can_edit(self, request: Request) -> bool:
        """Who sets up changes rows that have more than the name they keep."""
        has_more = any(not field.exclude_from_edit for field in self.fields)
        return has_more and _visitor(request).may(Right.SET_UP)

    def can_delete(self, request: Request) -> bool:
        """Who sets up removes rows nothing else names."""
        return self.is_deleted_here and _visitor(request).may(Right.SET_UP)

    def can_import(self, request: Request) -> bool:
        """Files come in by the import command."""
        return False

    def get_fields_list(
        self, request: Request, *, include_nested: bool = False, action: RequestAction | None = None
    ) -> Sequence[BaseField]:
        """The fields of an action. They are the same for everybody, so each action has them worked out once."""
        asked = (
            action or request.state.action,
            include_nested,
            getattr(request.state, "inline_edit_field", None),
        )
        if asked not in self._fields_of:
            found = super().get_fields_list(request, include_nested=include_nested, action=action)
            self._fields_of[asked] = found
        return self._fields_of[asked]

    def about(self, row: Any) -> str:
        """What the audit log calls a row."""
        return " ".join(str(getattr(row, name)) for name in named_by(self.model))

    def called(self, request: Request, row: Any) -> str:
        """What a page of one row is called, in words where the row holds a code."""
        fields = {field.name: field for field in self.fields}
        said = [(fields.get(name), getattr(row, name)) for name in self.titled_by or named_by(self.model)]
        return " · ".join([_worded(request, field, value) for field, value in said if value != ""])

    def history(self, request: Request, row: Any) -> Sequence[AuditEntry]:
        """What people did to a row, the newest first."""
        return entries(request.state.session, kind=table_of(self.model).name, about=self.about(row))[:SHOWN]

    def links(self, row: Any) -> list[tuple[str, str]]:
        """The lists of what else there is about a row, what it names among them: where each is, what it is called."""
        named = {
            self.pages[each.of][0]: (*self.pages[each.of], each.column.key, each.name)
            for each in self._naming()
        }
        said = [
            (*each, getattr(row, each[3]))
            for each in (named | {each[0]: each for each in self.related}).values()
        ]
        return [
            (f"/office/set/{address}/list?{urlencode({'filter': f'{field}__eq={quoted}'})}", name)
            for address, name, field, _, value in said
            if value
            for quoted in [json.dumps(value, ensure_ascii=False)]
        ]

    def _naming(self) -> list[NamedField]:
        """The fields that name one row of another list."""
        return [
            each
            for each in self.fields
            if isinstance(each, NamedField) and not each.multiple and each.of in self.pages
        ]

    def version(self, row: Any) -> str:
        """What the form of a row carries, to tell whether it is still as it was shown."""
        return version_of(row)

    async def repr(self, obj: Any, request: Request) -> str:
        """What messages call a row."""
        return self.about(obj)

    def as_kept(self, data: dict[str, Any]) -> dict[str, Any]:
        """What the table keeps of these fields."""
        columns = table_of(self.model).c
        said = {
            name: value.replace("\r\n", "\n").strip() if isinstance(value, str) else value
            for name, value in data.items()
        }
        return {
            name: emptied(columns.get(name), value) if value in ("", None) else value
            for name, value in said.items()
        }

    async def _populate_obj(
        self, request: Request, obj: Any, data: dict[str, Any], is_edit: bool = False
    ) -> Any:
        await super()._populate_obj(request, obj, self.as_kept(data), is_edit)
        for name in () if is_edit else self.kept_beside:
            setattr(obj, name, [])
        if "version" in table_of(self.model).c:
            obj.version = obj.version + 1 if is_edit else 1
        return obj

    async def find_by_pk(self, request: Request, pk: Any) -> Any:
        """The row of this key; None for what is no key."""
        return await super().find_by_pk(request, pk) if is_key(pk) else None

    async def find_by_pks(self, request: Request, pks: list[Any]) -> Any:
        """The rows of these keys; what is no key is nobody's."""
        return await super().find_by_pks(request, [pk for pk in pks if is_key(pk)])

    async def edit(self, request: Request, pk: Any, data: dict[str, Any]) -> Any:
        """Change a row that is still as it was shown.

        Raises:
            FormValidationError: somebody else changed it meanwhile; what they made of each field stands beside it.
        """
        row = await self.find_by_pk(request, pk)
        request.state.version = version_of(row)
        sent = str((await request.form()).get("version", ""))
        if sent != request.state.version:
            raise FormValidationError(self._theirs(request, row, data))
        return await self.change(request, row, data)

    async def change(self, request: Request, row: Any, data: dict[str, Any]) -> Any:
        """Change a row that was looked at in this unit of work."""
        request.state.before = told(request, row)
        return await super().edit(request, row.id, data)

    async def placed(self, request: Request, data: dict[str, Any], row: Any = None) -> Any:
        """A new row of these fields, or this one as they change it, if the form takes them. It is not written yet, nor
        held against the rules of the register.

        Raises:
            FormValidationError: the form does not take it.
        """
        await self.validate_fields(request, data)
        await self.validate(request, data)
        begun = self.model() if row is None else row
        return await self._populate_obj(request, begun, data, is_edit=row is not None)

    def refused(self, request: Request, fault: Fault) -> dict[str | int, str]:
        """Why, in the language of who reads, at the field that is to be changed."""
        names = [each.name for each in self.get_fields_list(request)]
        return {fault.among(names): worded(_visitor(request).language, fault.said)}

    def noted(self, request: Request, row: Any, before: dict[str, Any] | None, after: dict[str, Any]) -> None:
        """Have the audit log say what became of a row; nothing before it is a new one."""
        at, act = request.state.headquarters.now(), "add" if before is None else "change"
        about = (_visitor(request).name, at, act, table_of(self.model).name, self.about(row))
        note(request.state.session, *about, before, after)

    async def after_create(self, request: Request, obj: Any) -> None:
        """Check the stores that follow it and note it."""
        await run_sync(self._kept, request, obj, None)

    async def after_edit(self, request: Request, obj: Any) -> None:
        """Check the stores that follow it and note it."""
        await run_sync(self._kept, request, obj, request.state.before)

    async def before_delete(self, request: Request, obj: Any) -> None:
        """Remember whether stores could work by the set that it belongs to."""
        await run_sync(remember, request, obj)

    async def after_delete(self, request: Request, obj: Any) -> None:
        """Note it.

        Raises:
            ActionFailed: something that is set up still names it; nothing is removed.
        """
        words = await run_sync(still_named, request, obj, _visitor(request).language)
        if words:
            raise ActionFailed(words)
        visitor, headquarters = _visitor(request), request.state.headquarters
        about = (visitor.name, headquarters.now(), "remove", table_of(self.model).name, self.about(obj))
        await run_sync(lambda: note(request.state.session, *about, told(request, obj), None))

    async def validate(self, request: Request, data: dict[str, Any]) -> None:
        """Refuse what the table cannot keep, in words at its field.

        Raises:
            FormValidationError: something is empty, not on its list, or no text that can be shown.
        """
        errors: dict[str | int, Any] = {}
        for field in self.get_fields_list(request):
            if field.name in data and (words := self._wrong(request, field, data[field.name])):
                errors[field.name] = translated(_visitor(request).language, words)
            elif is_too_long(field, data.get(field.name)):
                errors[field.name] = translated(_visitor(request).language, TOO_LONG, most=most_of(field))
        if errors:
            raise FormValidationError(errors)
        await super().validate(request, data)

    def _wrong(self, request: Request, field: BaseField, value: Any) -> str:
        column = table_of(self.model).c.get(field.name)
        if value is None or (value == "" and isinstance(field, ChoiceField)):
            return "" if column is None or may_be_empty(field, column) else NEEDED
        if isinstance(field, TaxesField) and not all(isinstance(each, dict) for each in value):
            return NO_TAX
        if not all(each.isprintable() for each in texts_in(value)):
            return phrase("Use letters, digits and signs only.")
        if isinstance(field, ChoiceField):
            chosen = value if field.multiple else [value]
            if not all(field.is_one(request, each) for each in chosen):
                return field.none_such(request)
        return ""

    async def handle_exception(self, request: Request, exc: Exception) -> None:
        """Say what is there already at its field.

        Raises:
            FormValidationError: the table has a row like this one.
        """
        if isinstance(exc, IntegrityError):
            words = translated(_visitor(request).language, LIKE_IT)
            raise FormValidationError({named_by(self.model)[-1]: words}) from None
        await super().handle_exception(request, exc)

    def _kept(self, request: Request, row: Any, before: dict[str, Any] | None) -> None:
        if before is None and _has_twin(request.state.session, row):
            words = translated(_visitor(request).language, LIKE_IT)
            raise FormValidationError({self.get_fields_list(request)[-1].name: words})
        if fault := faults_by(request.state.session, row):
            raise FormValidationError(self.refused(request, fault))
        self.noted(request, row, before, told(request, row))

    def _theirs(self, request: Request, row: Any, data: dict[str, Any]) -> dict[str | int, Any]:
        language = _visitor(request).language
        said = translated(
            language, "Somebody else saved first: {value}. Save again to keep yours.", value="{value}"
        )
        there = {name: getattr(row, name) for name in data if name in table_of(self.model).c}
        there = written(there, currency_of(request, in_row(row)))
        differs: dict[str | int, Any] = {
            name: said.replace("{value}", str(there[name]))
            for name, value in data.items()
            if name in there and getattr(row, name) != value
        }
        named, shown = named_by(self.model)[-1], [field.name for field in self.get_fields_list(request)]
        at = named if named in shown or not shown else shown[0]
        return differs or {at: said.replace("{value}", self.about(row))}


def is_key(pk: object) -> bool:
    """Whether this can be the key of a row."""
    text = str(pk)
    return text.isascii() and text.isdecimal() and len(text) < 10


def version_of(row: Base) -> str:
    """What is another one once somebody has changed a row; of a row without a number for it, what it says."""
    counted = getattr(row, "version", None)
    return hashlib.sha256(repr(facts(row)).encode()).hexdigest()[:16] if counted is None else str(counted)


def facts(row: Base) -> dict[str, Any]:
    """The columns of a row as the audit log keeps them; what is only kept beside it is left out."""
    return {
        column.key: value if isinstance(value, bool | int | None) else str(value)
        for column in inspect(type(row)).column_attrs
        if column.key not in NOT_SAID
        for kept in [getattr(row, column.key)]
        for value in [pin_mark(kept) if column.key in SECRET else kept]
    }


def told(request: Request, row: Base) -> dict[str, Any]:
    """The columns of a row as people are told of them: amounts as they are typed."""
    said: dict[str, Any] = written(facts(row), currency_of(request, in_row(row)))
    return said


def _worded(request: Request, field: BaseField | None, value: Any) -> str:
    """A value of a row as its field shows it."""
    if not isinstance(field, EnumField):
        return str(value)
    known = {str(each): words for each, words in field._get_choices(request)}  # noqa: SLF001 -- it tells nobody else
    return str(known.get(str(value), value))


def _visitor(request: Request) -> Visitor:
    visitor: Visitor = request.state.visitor
    return visitor


def _has_twin(session: Session, row: Base) -> bool:
    """Whether a row says the same in all that a person filled in; what has a name of its own cannot."""
    model = type(row)
    if named_by(model) != ["id"]:
        return False
    columns = [
        each for each in table_of(model).c if not isinstance(each.type, JSON) and each.name not in NOT_SAID
    ]
    alike = [each.is_not_distinct_from(getattr(row, each.name)) for each in columns]
    others = session.scalars(select(model).where(*alike)).all()
    return any(each is not row and facts(each) == facts(row) for each in others)
