"""Every fault of a layout file, and what it leaves to be wished for, each named with its place."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, cast

from retail.attributes import ATTRIBUTE_ID

PAGES_MAX, GROUPS_MAX, CARD_MAX = 5, 4, 3
ROWS_MAX = COLUMNS_MAX = 12
ROLES = ("sale", "customer", "order", "payment", "manager", "void")
LANGUAGES = ("en", "nb", "nl")
STARTS = ("sale", "welcome")
SIZES = ("1024x768", "1366x768", "1920x1080", "768x1366", "1080x1920")
COUNTS = ("waiting", "attention", "to_fulfil", "to_pick_up", "to_ship")
"""The figures that a button can show live."""

_KEY = re.compile(r"((Ctrl|Alt|Shift)\+){0,2}(F([1-9]|1[0-2])|[A-Z0-9]|Del|Ins|Home|End|PgUp|PgDn)")
_BARE_SIGN = re.compile(r"(Shift\+)?[A-Z0-9]")
_Fields = Mapping[str, tuple[type, bool]]
"""What each field must be, and whether it must be there."""

_LAYOUT: _Fields = {
    "layout": (str, True),
    "grids": (list, True),
    "welcome": (list, False),
    "renamed": (dict, False),
    "start": (str, False),
    "card": (list, False),
}
_PAGE: _Fields = {
    "page": (str, True),
    "rows": (int, True),
    "columns": (int, True),
    "buttons": (list, True),
    "title": (dict, False),
    "size": (str, False),
}
_BUTTON: _Fields = {
    "row": (int, True),
    "column": (int, True),
    "operation": (str, True),
    "text": (dict, False),
    "width": (int, False),
    "height": (int, False),
    "params": (dict, False),
    "role": (str, False),
    "key": (str, False),
    "icon": (str, False),
    "count": (str, False),
}
_TYPE_WORDS = {str: "a text", int: "a whole number", list: "a list", dict: "a group of names and values"}


def layout_faults(
    content: object, known_operations: Collection[str] | None, known_icons: Collection[str] | None
) -> Iterator[str]:
    """Why a layout cannot be used, one sentence a fault; none for a sound one."""
    shape = list(_shape_faults("the layout", content, _LAYOUT))
    yield from shape
    if shape:
        return
    layout = cast("dict[str, Any]", content)
    if not layout["layout"].strip():
        yield "the layout has no name"
    if layout.get("start", STARTS[0]) not in STARTS:
        yield f"start {layout['start']!r} is none of {', '.join(STARTS)}"
    card = layout.get("card", [])
    if not all(isinstance(each, str) and ATTRIBUTE_ID.fullmatch(each) for each in card):
        yield "card: every one is the id of an attribute of customers, such as 'club'"
    if len(card) > CARD_MAX:
        yield f"card: {len(card)} attributes; at most {CARD_MAX} fit"
    renamed = layout.get("renamed", {})
    yield from _renaming_faults(renamed, known_operations)
    sound = {old: new for old, new in renamed.items() if isinstance(new, str)}
    yield from _Grids(known_operations, known_icons, sound).faults(layout["grids"])
    if "welcome" in layout:
        groups = _Grids(known_operations, known_icons, sound, "welcome group", GROUPS_MAX)
        yield from groups.faults(layout["welcome"])


def layout_warnings(layout: Mapping[str, Any]) -> Iterator[str]:
    """What a sound layout leaves to be wished for: texts that some languages do not have."""
    pages = [(f"page {number}", page) for number, page in enumerate(layout["grids"], 1)]
    pages += [(f"welcome group {number}", page) for number, page in enumerate(layout.get("welcome", ()), 1)]
    for where, page in pages:
        yield from _missing_languages(where, page.get("title", {}))
        for place, button in enumerate(page["buttons"], 1):
            yield from _missing_languages(f"{where}, button {place}", button.get("text", {}))


def _missing_languages(where: str, text: Mapping[str, str]) -> Iterator[str]:
    missing = [language for language in LANGUAGES if language not in text]
    if text and missing:
        yield f"{where}: the text is missing in {', '.join(missing)}"


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


def _renaming_faults(renamed: Mapping[str, object], known: Collection[str] | None) -> Iterator[str]:
    for old, new in renamed.items():
        if not isinstance(new, str):
            yield f"the new name of {old!r} is not {_TYPE_WORDS[str]}"
        elif known is not None and new not in known:
            yield f"{old!r} is now {new!r}: there is no operation {new!r}"


def _text_faults(where: str, text: Mapping[str, object]) -> Iterator[str]:
    for language, words in text.items():
        if language not in LANGUAGES:
            yield f"{where}: {language!r} is no language of ours"
        elif not isinstance(words, str):
            yield f"{where}: the text in {language!r} is not {_TYPE_WORDS[str]}"
        elif not words.strip():
            yield f"{where}: the text in {language!r} is empty"


class _Grids:
    """The grids of one layout, looked at in their order: names and keys must not be taken by those before."""

    def __init__(
        self,
        operations: Collection[str] | None,
        icons: Collection[str] | None,
        renamed: Mapping[str, str],
        what: str = "page",
        most: int = PAGES_MAX,
    ) -> None:
        self._what, self._most = what, most
        self._operations, self._icons, self._renamed = operations, icons, renamed
        self._names: set[tuple[str, str]] = set()
        self._keys: dict[str, list[tuple[str, str, str]]] = {}

    def faults(self, pages: list[Any]) -> Iterator[str]:
        for number, page in enumerate(pages, 1):
            where = f"{self._what} {number}"
            shape = list(_shape_faults(where, page, _PAGE))
            yield from shape
            if not shape:
                yield from self._page_faults(where, page)
        count = len({name for name, _ in self._names})
        if not pages or count > self._most:
            yield f"there are {count} {self._what}s; 1 to {self._most} are possible"

    def _page_faults(self, where: str, page: Mapping[str, Any]) -> Iterator[str]:
        name, size = page["page"], page.get("size", "")
        if not name.strip() or (name, size) in self._names:
            yield f"{where}: the name {name!r} is empty or taken"
        self._names.add((name, size))
        if size and size not in SIZES:
            yield f"{where}: there is no size {size!r}; there are {', '.join(SIZES)}"
        yield from _text_faults(where, page.get("title", {}))
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
                yield from self._button_faults(this, button)
                yield from self._key_faults(this, button.get("key", ""), name, size)
                yield from _place_faults(this, button, rows, columns, taken)

    def _button_faults(self, this: str, button: Mapping[str, Any]) -> Iterator[str]:
        operation = self._renamed.get(button["operation"], button["operation"])
        if self._operations is not None and operation not in self._operations:
            yield f"{this}: there is no operation {operation!r}"
        yield from _text_faults(this, button.get("text", {}))
        role, icon, count = button.get("role", "sale"), button.get("icon", ""), button.get("count", "")
        if role not in ROLES:
            yield f"{this}: there is no role {role!r}"
        if icon and self._icons is not None and icon not in self._icons:
            yield f"{this}: there is no icon {icon!r}"
        if count and count not in COUNTS:
            yield f"{this}: there is no count {count!r}; there are {', '.join(COUNTS)}"

    def _key_faults(self, this: str, key: str, page: str, size: str) -> Iterator[str]:
        """A key means one thing at a time; the same page for another size may say it again."""
        if not key:
            return
        if not _KEY.fullmatch(key) or _BARE_SIGN.fullmatch(key):
            yield f"{this}: there is no key {key!r}"
            return
        for owner, its_page, its_size in self._keys.get(key, ()):
            if size == its_size or (page != its_page and "" in (size, its_size)):
                yield f"{this}: the key {key} is taken by {owner}"
                return
        self._keys.setdefault(key, []).append((this, page, size))


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
