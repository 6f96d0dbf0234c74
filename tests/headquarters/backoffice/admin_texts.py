"""The texts of starlette-admin that the set-up pages show: those in its templates and code, less what is off."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import starlette_admin
from jinja2 import Environment, nodes

LIBRARY = Path(starlette_admin.__file__).parent
PAGES_OFF = {
    "base",
    "layout",
    "login",
    "index",
    "_pagination",
    "import",
    "inline",
    "inline_row",
    "inline_detail",
}
OFF = {
    "Add item",
    "Check this to delete the current content of this field",
    "Copy to clipboard",
    "%(raw)s is not a valid ISO-8601 %(type)s",
    "Admin",
    "An error occurred while importing the file. Please check the file format and try again.",
    "An unexpected error occurred while processing this row.",
    "Apply",
    "At least one value is required",
    "Browse",
    "Columns",
    "Ensure this value is greater than %(min)s",
    "Ensure this value is less than %(max)s",
    "Ensure this value is not after %(max)s",
    "Ensure this value is not before %(min)s",
    "File is too large (%(size)d bytes; maximum is %(max)d bytes)",
    "File type is not allowed (accepted: %(accept)s)",
    "Image height must be at least %(min)d pixels",
    "Image height must be at most %(max)d pixels",
    "Image width must be at least %(min)d pixels",
    "Image width must be at most %(max)d pixels",
    "Import",
    "Import file exceeds the configured maximum of %(max)d rows. Split the file into smaller batches and try again.",
    "Invalid IP address",
    "Invalid IPv%(version)d address",
    "Invalid MAC address",
    "Invalid URL",
    "Invalid UUID",
    "Invalid UUID, expected version %(version)d",
    "Invalid action",
    "Invalid color",
    "Invalid decimal value for %(field)s",
    "Invalid email address",
    "Invalid float value for %(field)s",
    "Invalid input",
    "Invalid integer value for %(field)s",
    "Invalid row action",
    "Invalid slug",
    "Invalid value, can't be any of: %(values)s",
    "Invalid value, must be one of: %(values)s",
    "Is at",
    "Is in the future",
    "Is in the past",
    "Is on",
    "Missing 'name' parameter",
    "No data views are available.",
    "No file uploaded",
    "Oops… You just found an error page",
    "Set custom_response=True on this action to return a custom response",
    "Take me home",
    'The field "%(label)s" of "%(repr)s" was updated successfully.',
    "Unknown import format %(fmt)s",
    "Upload a valid image file.",
    "Upload too large (%(size)s bytes; maximum %(max)s bytes).",
    "Welcome to",
    "all records",
    "new one",
    "or add a",
    "total records",
}
"""Of kinds of fields, imports and pages that are not used here."""


def said() -> Iterator[str]:
    for file in (LIBRARY / "templates").rglob("*.html"):
        if file.stem not in PAGES_OFF and not {"inline-edit", "widgets", "detail"} & {file.parent.name}:
            tree = Environment(autoescape=True, extensions=["jinja2.ext.i18n"]).parse(
                file.read_text(encoding="utf-8")
            )
            for call in tree.find_all(nodes.Call):
                named = isinstance(call.node, nodes.Name) and call.node.name in {"_", "gettext"}
                if named and call.args and isinstance(call.args[0], nodes.Const):
                    yield call.args[0].value
    for file in (
        *LIBRARY.glob("*.py"),
        *(LIBRARY / "filters").glob("*.py"),
        *(LIBRARY / "contrib" / "sqla").glob("*.py"),
    ):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            named = isinstance(node, ast.Call) and ast.unparse(node.func) in {"_", "gettext", "ngettext"}
            if named and isinstance(node, ast.Call) and isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value)


@cache
def shown() -> set[str]:
    return set(said()) - OFF
