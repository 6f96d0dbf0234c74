"""What a CSV file of a kind would do in a unit of work, or has done there, told row by row."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette_admin import RequestAction
from starlette_admin.i18n import set_locale

from headquarters.backoffice.languages import translated
from headquarters.backoffice.set_pages.kinds import VIEWS
from headquarters.backoffice.set_pages.tables import table_in, text_of
from headquarters.backoffice.set_pages.taking import Taking, Told, digest_of
from headquarters.backoffice.set_pages.views import SetUpView
from headquarters.backoffice.set_pages.words import lazily, speak_our_languages
from headquarters.context import Headquarters
from headquarters.office.refusals import refuse
from headquarters.office.sessions import Visitor

__all__ = ["Report", "name_of", "report_of", "text_of"]


@dataclass(frozen=True, slots=True)
class Report:
    """What a file would do, or has done."""

    rows: Sequence[Told]
    labels: dict[str, str]
    digest: str

    @property
    def counts(self) -> dict[str, int]:
        """How many rows came to what."""
        return dict(Counter([row.outcome for row in self.rows]))

    @property
    def is_refused(self) -> bool:
        """Something of it is refused, so nothing of it is taken in."""
        return any(row.faults for row in self.rows)

    @property
    def changes(self) -> bool:
        """It changes something."""
        return any(row.changes for row in self.rows)


def report_of(headquarters: Headquarters, session: Session, person: Visitor, kind: str, text: str) -> Report:
    """Do what the text says, in the unit of work of this session.

    Raises:
        OfficeRefusal: there is no such kind (404), or the text is no table of it (422).
    """
    speak_our_languages()
    set_locale(person.language)
    table = table_in(text)
    with headquarters.database.reading() as books:
        state = {
            "visitor": person, "session": session, "books": books, "headquarters": headquarters,
            "action": RequestAction.CREATE,
        }  # fmt: skip
        request = Request({"type": "http", "method": "POST", "path": "", "headers": [], "state": state})
        taking = Taking(_view(kind), request, table)
        told = asyncio.run(taking.take())
    return Report(told, taking.labels, digest_of(told))


def name_of(person: Visitor, kind: str) -> str:
    """What the list of a kind is called.

    Raises:
        OfficeRefusal: there is no such kind (404).
    """
    return translated(person.language, _listed(kind)[3])


def _view(kind: str) -> SetUpView:
    view, table, address, many, one = _listed(kind)
    return view(table, key=address, menu_label=lazily(many), display_name=lazily(one))


def _listed(kind: str) -> tuple[type[SetUpView], type[Any], str, str, str]:
    for each in VIEWS:
        if each[2] == kind:
            return each
    raise refuse(404, "There is no such list. Go back to the set-up pages.")
