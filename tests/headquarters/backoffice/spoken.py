"""What the web pages say: every text of their templates and of the code behind them that a translation must know."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, nodes

from headquarters.backoffice.goods_pages.listing import SORTS
from headquarters.backoffice.languages import LANGUAGES, said_at_registers
from headquarters.backoffice.page import TEMPLATES
from headquarters.backoffice.work_pages import customers, documents, layouts, orders
from headquarters.devices.fleet import Narrowed
from headquarters.drafts.models import Purpose
from headquarters.importing.models import ImportState
from headquarters.importing.service import KINDS as FILE_KINDS
from headquarters.importing.service import PHASES
from headquarters.jobs.service import JOBS
from headquarters.office.roles import Role
from headquarters.orders.channels import OUTCOMES
from headquarters.orders.fulfilling import STEPS
from headquarters.statements.models import State as OfStatement
from headquarters.stock import movements
from headquarters.uploads.models import State
from retail.customer_defaults import RECEIPT_WORDS
from retail.likeness import WORDS
from retail.orders.delivery import DeliveryKind
from retail.orders.kinds import Origin
from retail.orders.ledger import CARD_DECLINED, InvoiceKind
from retail.orders.order import LineStatus, OrderStatus
from retail.permissions import Right
from retail.tender import TenderType
from retail.till import MovementKind
from tests.headquarters.backoffice.admin_texts import shown

CODE = TEMPLATES.parents[1]
FOLDERS = (
    "backoffice", "office", "drafts", "importing", "orders", "layouts", "cases", "jobs", "customers", "uploads",
    "devices", "catalog", "exporting", "journals", "tallies", "feeds", "cards", "people", "statements",
)  # fmt: skip
TYPES = ("payment", "cancellation", "exchange", "person", "organisation", "asked", "charged", "declined")
"""Words that documents bring along."""
SAYING = {
    "say": 0, "phrase": 0, "refuse": 1, "translated": 1, "CellRefused": 0, "FileRefused": 0, "AmountUnreadable": 0,
}  # fmt: skip
"""The functions that take a template, and which of their arguments it is."""
ALSO = (
    CODE / "pacing.py",
    CODE / "words.py",
    CODE.parent / "retail" / "orders" / "assigning.py",
    CODE.parent / "retail" / "money.py",
)
"""Other modules whose words the office says."""


def of_template(source: str) -> Iterator[str]:
    """The texts of a Jinja template; those that are worked out are `listed`."""
    for call in (
        Environment(autoescape=True, extensions=["jinja2.ext.i18n"]).parse(source).find_all(nodes.Call)
    ):
        is_ours = isinstance(call.node, nodes.Name) and call.node.name == "_"
        if is_ours and isinstance(call.args[0], nodes.Const):
            yield call.args[0].value


def of_code(source: str) -> Iterator[str]:
    """The templates of messages in a module."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            at = SAYING.get(ast.unparse(node.func).split(".")[-1])
            if at is not None and len(node.args) > at:
                found = node.args[at]
                if isinstance(found, ast.Constant) and isinstance(found.value, str):
                    yield found.value


def of_rules(source: str) -> Iterator[str]:
    """The words of the rules that a module refuses by, but for those that registers say too."""
    known = said_at_registers("nb")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "RuleBroken" and node.args:
            found = node.args[0]
            if isinstance(found, ast.Constant) and isinstance(found.value, str) and found.value not in known:
                yield found.value


def listed() -> set[str]:
    """Words that pages take from lists of the program."""
    return (
        {role.value for role in Role}
        | {
            each.value.replace("_", " ")
            for kind in (
                OrderStatus,
                LineStatus,
                DeliveryKind,
                Origin,
                InvoiceKind,
                TenderType,
                MovementKind,
                State,
                OfStatement,
                Narrowed,
                ImportState,
            )
            for each in kind
        }
        | {
            each.replace("_", " ")
            for each in (
                *orders.KINDS,
                *documents.KINDS,
                *customers.KINDS,
                *movements.KINDS,
                *FILE_KINDS,
                *PHASES,
                *SORTS,
                *TYPES,
                *OUTCOMES,
                *layouts.KINDS,
                *STEPS,
                CARD_DECLINED,
            )
        }
        | {str(words) for words in WORDS.values()}
        | {job.title for job in JOBS.values()}
        | {purpose.value for purpose in Purpose}
        | set(RECEIPT_WORDS.values())
        | {right.value.replace("_", " ") for right in Right}
        | set(LANGUAGES.values())
    )


@cache
def spoken() -> set[str]:
    """Every text there is."""
    found = listed() | shown()
    for file in (CODE / "backoffice").rglob("*.html"):
        found |= set(of_template(file.read_text(encoding="utf-8")))
    for folder in FOLDERS:
        for file in (CODE / folder).rglob("*.py"):
            text = file.read_text(encoding="utf-8")
            found |= {*of_code(text), *of_rules(text)}
    for file in ALSO:
        text = file.read_text(encoding="utf-8")
        found |= {*of_code(text), *of_rules(text)}
    return found


def catalogue_file(language: str) -> Path:
    return TEMPLATES.parent / "texts" / f"{language}.po"
