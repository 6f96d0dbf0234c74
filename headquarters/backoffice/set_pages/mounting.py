"""Putting the set-up pages into the application."""

import hashlib
import hmac
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, FileSystemLoader, PackageLoader
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp
from starlette_admin.auth import AdminUser, BaseAuthProvider
from starlette_admin.base import BaseAdmin
from starlette_admin.routing import route
from starlette_admin.views import CustomView

from headquarters.backoffice import deeds
from headquarters.backoffice.languages import LANGUAGES
from headquarters.backoffice.page import TEMPLATES as OURS
from headquarters.backoffice.pages import pages_for
from headquarters.backoffice.set_pages.gate import Gate
from headquarters.backoffice.set_pages.kinds import VIEWS
from headquarters.backoffice.set_pages.menu import grouped
from headquarters.backoffice.set_pages.words import (
    figure_in_words,
    lazily,
    moment_in_words,
    say_as_it_is,
    speak_our_languages,
)
from headquarters.base import table_of
from headquarters.context import Headquarters
from headquarters.drafts.models import StoreDraft
from headquarters.installation import installation
from headquarters.settings.models import Store

ADDRESS = "/office/set"
NAME = "set"
TEMPLATES = Path(__file__).parent / "templates"


def make_set_pages(headquarters: Headquarters) -> ASGIApp:
    """The set-up pages at `/office/set`, behind their door."""
    speak_our_languages()
    with headquarters.database.reading() as session:
        secret = installation(session).secret
    key = hmac.new(secret.encode(), b"forms of the set-up pages", hashlib.sha256).hexdigest()
    admin = BaseAdmin(
        title="Kassa", base_url=ADDRESS, route_name=NAME, templates_dir=str(TEMPLATES),
        additional_loaders=[WithNonce(), FileSystemLoader(OURS)], index_view=_Front(),
        auth_provider=_Known(), secret_key=key,
        middlewares=[Middleware(Gate, headquarters=headquarters)], timezone_config=None,
    )  # fmt: skip
    admin.templates.env.auto_reload = False  # else each page looks at the files of all its templates
    shown: dict[str, Any] = admin.templates.env.globals
    shown |= {"pages_for": pages_for, "languages": LANGUAGES, "moment": moment_in_words,
              "figure": figure_in_words, "theme_html_attrs": _look, "grouped": grouped, "deeds": deeds,
              "say_as_it_is": say_as_it_is}  # fmt: skip
    pages = {table_of(table).name: (address, many) for _, table, address, many, _ in VIEWS}
    pages[table_of(Store).name] = pages[table_of(StoreDraft).name]
    for view, table, address, many, one in VIEWS:
        shown_view = view(table, key=address, menu_label=lazily(many), display_name=lazily(one))
        shown_view.pages = pages
        admin.add_view(shown_view)
    outer = Starlette()
    admin.mount_to(outer)
    return outer


def _look(request: Request) -> dict[str, str]:
    look = request.state.visitor.look
    return {"data-look": look} if look else {}


class WithNonce(BaseLoader):
    """starlette-admin's own templates, whose scripts carry the nonce of the page; what they are given is escaped."""

    def __init__(self) -> None:
        self._core = PackageLoader("starlette_admin", "templates")

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The source of a template."""
        name = template.removeprefix("@starlette-admin/").removeprefix("@core/")
        source, file, is_fresh = self._core.get_source(environment, name)
        return source.replace("<script", '<script nonce="{{ request.state.nonce }}"'), file, is_fresh


class _Known(BaseAuthProvider):
    """The door has asked already; this only says who it let in."""

    async def authenticate(self, request: Request) -> AdminUser | None:
        return AdminUser(username=request.state.visitor.name)


class _Front(CustomView):
    """The address alone leads to the first page."""

    def __init__(self) -> None:
        super().__init__(menu_label="Kassa", path="/", add_to_menu=False)

    @route("")
    async def index(self, request: Request) -> Response:
        return RedirectResponse(f"{ADDRESS}/stores/list", 303)
