"""The web application: all routes together, each with its caller named, and every failure with its words."""

from functools import partial

from fastapi import FastAPI, Request
from fastapi.routing import APIRoute, iter_route_contexts
from starlette.responses import RedirectResponse
from starlette.routing import BaseRoute

from headquarters import auth
from headquarters.backoffice.api import router as api
from headquarters.backoffice.goods_pages.bringing import router as goods_imports
from headquarters.backoffice.goods_pages.discounts import router as discount_pages
from headquarters.backoffice.goods_pages.list_prices import router as list_price_pages
from headquarters.backoffice.goods_pages.pictures import router as picture_pages
from headquarters.backoffice.goods_pages.price_lists import router as price_list_pages
from headquarters.backoffice.goods_pages.products import router as product_pages
from headquarters.backoffice.journal_exports import router as journal_exports
from headquarters.backoffice.log_bundles import router as log_bundles
from headquarters.backoffice.looks import router as looks
from headquarters.backoffice.people import router as people
from headquarters.backoffice.publishing import router as publishing
from headquarters.backoffice.refusing import answer
from headquarters.backoffice.routes import router as backoffice
from headquarters.backoffice.set_pages.first_use import SetPages
from headquarters.backoffice.set_pages.importing import router as set_imports
from headquarters.backoffice.signing_in import router as signing_in
from headquarters.backoffice.visiting import NotSignedIn, may_be_signed_in
from headquarters.backoffice.work_pages.branches import HANDED_OVER
from headquarters.backoffice.work_pages.branches import router as branch_pages
from headquarters.backoffice.work_pages.charge_overrides import router as charge_pages
from headquarters.backoffice.work_pages.customers import router as customer_pages
from headquarters.backoffice.work_pages.documents import router as document_pages
from headquarters.backoffice.work_pages.erasing import router as erasing_pages
from headquarters.backoffice.work_pages.events import router as event_pages
from headquarters.backoffice.work_pages.fleet import router as fleet_pages
from headquarters.backoffice.work_pages.imports import ADDRESS as IMPORTS
from headquarters.backoffice.work_pages.imports import router as import_pages
from headquarters.backoffice.work_pages.inventory import router as inventory_pages
from headquarters.backoffice.work_pages.invoices import router as invoice_pages
from headquarters.backoffice.work_pages.jobs import router as job_pages
from headquarters.backoffice.work_pages.layouts import router as layout_pages
from headquarters.backoffice.work_pages.look_pictures import router as look_picture_pages
from headquarters.backoffice.work_pages.offline import router as offline_pages
from headquarters.backoffice.work_pages.order_editing import router as order_editing
from headquarters.backoffice.work_pages.order_keying import router as order_keying
from headquarters.backoffice.work_pages.orders import router as order_pages
from headquarters.backoffice.work_pages.statements import router as statement_pages
from headquarters.bodies import BodyLimits
from headquarters.bulk import BulkLimit
from headquarters.cases.routes import router as questions
from headquarters.catalog.routes import router as pictures
from headquarters.context import Headquarters
from headquarters.customers.routes import router as customers
from headquarters.describing import depends_on
from headquarters.devices.attempts import Attempts
from headquarters.devices.quick_hello import QuickHello
from headquarters.devices.routes import router as devices
from headquarters.feeds.quick_compare import QuickCompare
from headquarters.feeds.quick_page import QuickPage
from headquarters.feeds.routes import router as feeds
from headquarters.jobs.routes import router as jobs
from headquarters.journals.routes import router as journals
from headquarters.manage.routes import router as manage
from headquarters.office.people import Doorkeeper
from headquarters.orders.routes import router as orders
from headquarters.signing.routes import router as signing
from headquarters.tallies.routes import router as tallies
from headquarters.uploads.routes import router as uploads
from headquarters.words import answer_refusals
from retail.wire.protocol import VERSION

CALLERS = {auth.may_be_a_device, auth.may_be_an_administrator, auth.may_be_anybody, may_be_signed_in}
ROUTERS = (
    devices, uploads, tallies, journals, questions, customers, orders, feeds, pictures, signing, jobs, manage,
    backoffice, order_keying, order_pages, order_editing, erasing_pages, customer_pages, document_pages, job_pages,
    event_pages, fleet_pages, offline_pages, branch_pages, inventory_pages, product_pages, picture_pages,
    look_picture_pages, discount_pages, price_list_pages, list_price_pages, import_pages, set_imports, goods_imports,
    invoice_pages, statement_pages, charge_pages, layout_pages, signing_in, people, publishing, journal_exports,
    log_bundles, looks, api,
)  # fmt: skip


class CallerUnnamed(Exception):
    """A route that does not say who may call it; nothing starts with one."""


def make_app(headquarters: Headquarters) -> FastAPI:
    """The application around these parts.

    Raises:
        CallerUnnamed: a route names no caller.
    """
    app = FastAPI(
        title="Kassa headquarters", version=f"v{VERSION}", openapi_url=None, docs_url=None, redoc_url=None,
        description="What registers and administrators ask of headquarters. docs/sync-protocol.md tells the story.",
    )  # fmt: skip
    app.state.headquarters = headquarters
    app.state.attempts = Attempts()
    app.state.doorkeeper = Doorkeeper()
    for router in ROUTERS:
        app.include_router(router)
    answer_refusals(app, partial(answer, headquarters))

    @app.exception_handler(NotSignedIn)
    def sign_in_first(request: Request, error: NotSignedIn) -> RedirectResponse:
        return RedirectResponse("/office/sign-in", 303)

    # Its pages have a door of their own, which lets nobody past who is not signed in.
    app.add_middleware(SetPages, headquarters=headquarters)
    # What is added last sees a call first: a body that drips is none of the calls under way.
    app.add_middleware(BulkLimit, most=headquarters.database.bulk_max)
    app.add_middleware(QuickCompare, headquarters=headquarters)
    app.add_middleware(
        BodyLimits, own_limits=frozenset({IMPORTS, HANDED_OVER}), answer=partial(answer, headquarters)
    )
    app.add_middleware(QuickPage, headquarters=headquarters)
    app.add_middleware(QuickHello, headquarters=headquarters)
    for context in iter_route_contexts(app.routes):
        check_caller(context.original_route)
    return app


def check_caller(route: BaseRoute) -> None:
    """Every route depends on exactly one of the callers.

    Raises:
        CallerUnnamed: it does not.
    """
    named = depends_on(route.dependant) & CALLERS if isinstance(route, APIRoute) else set()
    if len(named) != 1:
        raise CallerUnnamed(
            f"{getattr(route, 'path', route)} must say who may call it: one of headquarters.auth"
        )
