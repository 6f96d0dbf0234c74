"""Button grids as data: what a layout file may say, every fault of a broken one, and one that never is."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from retail.errors import RuleBroken

PAGES_MAX = 5
ROWS_MAX = COLUMNS_MAX = 12
ROLES = ("sale", "customer", "order", "payment", "manager", "void")
LANGUAGES = ("en", "nb", "nl")

_KEY = re.compile(r"((Ctrl|Alt|Shift)\+){0,2}(F([1-9]|1[0-2])|[A-Z0-9]|Del|Ins|Home|End|PgUp|PgDn)")
_BARE_SIGN = re.compile(r"(Shift\+)?[A-Z0-9]")


@dataclass(frozen=True, slots=True)
class Button:
    """One button: the operation it starts, with the answers it gives in advance."""

    row: int
    column: int
    operation: str
    text: Mapping[str, str]
    width: int = 1
    height: int = 1
    params: Mapping[str, Any] = field(default_factory=dict)
    role: str = "sale"
    key: str = ""

    def text_in(self, language: str) -> str:
        """Its label in a language, or in English."""
        return self.text.get(language) or self.text["en"]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the grid, with its name on a tab."""

    name: str
    rows: int
    columns: int
    buttons: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """All pages of the button grid, by a name that people know."""

    name: str
    pages: tuple[Page, ...]


class LayoutBroken(RuleBroken):
    """A layout that cannot be used; `faults` names every reason."""

    def __init__(self, name: str, faults: tuple[str, ...]) -> None:
        super().__init__("The layout {name} is broken: {faults}.", name=name, faults="; ".join(faults))
        self.faults = faults


def parse_layout(content: object, known_operations: Collection[str]) -> Layout:
    """Read a layout from what its JSON says.

    Raises:
        LayoutBroken: anything is missing, unknown, of the wrong type, overlapping or outside its grid.
    """
    faults = tuple(_layout_faults(content, known_operations))
    name = content.get("layout", "") if isinstance(content, dict) else ""
    if faults:
        raise LayoutBroken(str(name)[:40] or "without a name", faults)
    sound = cast("dict[str, Any]", content)
    return Layout(sound["layout"], tuple(_page(page) for page in sound["grids"]))


def _page(page: Mapping[str, Any]) -> Page:
    buttons = tuple(Button(**button) for button in page["buttons"])
    return Page(page["page"], page["rows"], page["columns"], buttons)


_Fields = Mapping[str, tuple[type, bool]]
"""What each field must be, and whether it must be there."""

_LAYOUT: _Fields = {"layout": (str, True), "grids": (list, True)}
_PAGE: _Fields = {"page": (str, True), "rows": (int, True), "columns": (int, True), "buttons": (list, True)}
_BUTTON: _Fields = {
    "row": (int, True),
    "column": (int, True),
    "operation": (str, True),
    "text": (dict, True),
    "width": (int, False),
    "height": (int, False),
    "params": (dict, False),
    "role": (str, False),
    "key": (str, False),
}
_TYPE_WORDS = {str: "a text", int: "a whole number", list: "a list", dict: "a group of names and values"}


def _shape_faults(where: str, value: object, fields: _Fields) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{where} is not {_TYPE_WORDS[dict]}"
        return
    for name in value:
        if name not in fields:
            yield f"{where}: {name!r} is unknown"
    for name, (kind, needed) in fields.items():
        if name not in value:
            if needed:
                yield f"{where}: {name!r} is missing"
        elif type(value[name]) is not kind:
            yield f"{where}: {name!r} is not {_TYPE_WORDS[kind]}"


def _layout_faults(content: object, known: Collection[str]) -> Iterator[str]:
    shape = list(_shape_faults("the layout", content, _LAYOUT))
    yield from shape
    if shape:
        return
    layout = cast("dict[str, Any]", content)
    pages = layout["grids"]
    if not layout["layout"].strip():
        yield "the layout has no name"
    if not 1 <= len(pages) <= PAGES_MAX:
        yield f"there are {len(pages)} pages; 1 to {PAGES_MAX} are possible"
    names: set[str] = set()
    keys: dict[str, str] = {}
    for number, page in enumerate(pages, 1):
        where = f"page {number}"
        page_shape = list(_shape_faults(where, page, _PAGE))
        yield from page_shape
        if page_shape:
            continue
        if not page["page"].strip() or page["page"] in names:
            yield f"{where}: the name {page['page']!r} is empty or taken"
        names.add(page["page"])
        yield from _grid_faults(where, page, known, keys)


def _grid_faults(
    where: str, page: Mapping[str, Any], known: Collection[str], keys: dict[str, str]
) -> Iterator[str]:
    rows, columns = page["rows"], page["columns"]
    if not (1 <= rows <= ROWS_MAX and 1 <= columns <= COLUMNS_MAX):
        yield f"{where}: a grid of {rows} x {columns} cells; 1 to {ROWS_MAX} each are possible"
        return
    if not page["buttons"]:
        yield f"{where}: there are no buttons"
    taken: dict[tuple[int, int], str] = {}
    for number, button in enumerate(page["buttons"], 1):
        this = f"{where}, button {number}"
        shape = list(_shape_faults(this, button, _BUTTON))
        yield from shape
        if not shape:
            yield from _button_faults(this, button, known, keys)
            yield from _place_faults(this, button, rows, columns, taken)


def _button_faults(
    this: str, button: Mapping[str, Any], known: Collection[str], keys: dict[str, str]
) -> Iterator[str]:
    if button["operation"] not in known:
        yield f"{this}: there is no operation {button['operation']!r}"
    text = button["text"]
    if not isinstance(text.get("en"), str) or not text["en"].strip():
        yield f"{this}: the text in English is missing"
    for language, words in text.items():
        if language not in LANGUAGES or not isinstance(words, str):
            yield f"{this}: {language!r} is no language of ours, or its text is not {_TYPE_WORDS[str]}"
    role, key = button.get("role", "sale"), button.get("key", "")
    if role not in ROLES:
        yield f"{this}: there is no role {role!r}"
    if key and (not _KEY.fullmatch(key) or _BARE_SIGN.fullmatch(key)):
        yield f"{this}: there is no key {key!r}"
    elif key and key in keys:
        yield f"{this}: the key {key} is taken by {keys[key]}"
    elif key:
        keys[key] = this


def _place_faults(
    this: str, button: Mapping[str, Any], rows: int, columns: int, taken: dict[tuple[int, int], str]
) -> Iterator[str]:
    row, column = button["row"], button["column"]
    width, height = button.get("width", 1), button.get("height", 1)
    if width < 1 or height < 1:
        yield f"{this}: a size of {width} x {height} cells"
    elif row < 0 or column < 0 or row + height > rows or column + width > columns:
        yield f"{this}: it lies outside the grid of {rows} x {columns} cells"
    else:
        cells = [(row + down, column + right) for down in range(height) for right in range(width)]
        for owner in sorted({taken[cell] for cell in cells if cell in taken}):
            yield f"{this}: it overlaps {owner}"
        taken.update(dict.fromkeys(cells, this))


def _placed(name: str, *buttons: tuple[str, str, str, str]) -> Page:
    columns, rows = 3, -(-len(buttons) // 3)
    return Page(
        name,
        rows,
        columns,
        tuple(
            Button(*divmod(place, columns), operation, {"en": text}, role=role, key=key)
            for place, (operation, text, role, key) in enumerate(buttons)
        ),
    )


BUILT_IN = Layout(
    "built-in",
    (
        _placed(
            "Sale",
            ("order.ship_all", "Ship all", "order", "F6"),
            ("order.ship_selected", "Ship selected", "order", "Shift+F6"),
            ("customer.search", "Customer search", "customer", "F2"),
            ("order.pick_up_all", "Pick up all", "order", "F7"),
            ("order.pick_up_selected", "Pick up selected", "order", "Shift+F7"),
            ("customer.clear", "Customer clear", "customer", ""),
            ("order.carry_out_all", "Carry out all", "order", "F8"),
            ("order.carry_out_selected", "Carry out selected", "order", "Shift+F8"),
            ("product.search", "Product search", "sale", "F3"),
            ("deposit.override", "Deposit override", "order", "F9"),
            ("payment.open", "Payment", "payment", "F10"),
            ("order.find", "Find order", "order", "F4"),
            ("line.void", "Void line", "void", "Del"),
            ("sync.now", "Sync now", "manager", ""),
            ("register.lock", "Lock", "manager", "Ctrl+L"),
            ("user.sign_off", "Sign off", "manager", ""),
            ("transaction.conclude", "Conclude", "payment", ""),
            ("transaction.void", "Void sale", "void", ""),
        ),
    ),
)
"""What a register shows when its own layout is broken: everything needed to sell, order and find orders."""
