"""Button grids as data: what a layout file says, read once all its faults are known to be none."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from retail.errors import RuleBroken
from retail.layout_faults import layout_faults, layout_warnings


@dataclass(frozen=True, slots=True)
class Button:
    """One button: the operation it starts, with the answers it gives in advance.

    `text` is by language; where one is missing, the operation's own name stands there. `icon` and `count` are names
    of a picture and of a figure that is shown live; empty for none.
    """

    row: int
    column: int
    operation: str
    text: Mapping[str, str] = field(default_factory=dict)
    width: int = 1
    height: int = 1
    params: Mapping[str, Any] = field(default_factory=dict)
    role: str = "sale"
    key: str = ""
    icon: str = ""
    count: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One grid: a page by the name on its tab; where `size` is given, what that page is on a screen of that size."""

    name: str
    rows: int
    columns: int
    buttons: tuple[Button, ...]
    title: Mapping[str, str] = field(default_factory=dict)
    size: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """All pages of the button grid, by a name that people know; `warnings` say what could be better.

    `welcome` are the groups of the welcome screen; none are those that come with the program. `start` is the screen
    that whoever signs in begins at, `sale` or `welcome`; empty: as the store's settings say. `card` are the attributes
    that the customer card shows besides.
    """

    name: str
    pages: tuple[Page, ...]
    warnings: tuple[str, ...] = ()
    welcome: tuple[Page, ...] = ()
    start: str = ""
    card: tuple[str, ...] = ()


class LayoutBroken(RuleBroken):
    """A layout that cannot be used; `faults` names every reason."""

    def __init__(self, name: str, faults: tuple[str, ...]) -> None:
        super().__init__("The layout {name} is broken: {faults}.", name=name, faults="; ".join(faults))
        self.faults = faults


def parse_layout(
    content: object, known_operations: Collection[str] | None, known_icons: Collection[str] | None = None
) -> Layout:
    """Read a layout from what its JSON says; None: any operation, any icon, as who asks does not know them.

    Raises:
        LayoutBroken: anything is missing, unknown, of the wrong type, overlapping or outside its grid.
    """
    faults = tuple(layout_faults(content, known_operations, known_icons))
    name = content.get("layout", "") if isinstance(content, dict) else ""
    if faults:
        raise LayoutBroken(str(name)[:40] or "without a name", faults)
    sound = cast("dict[str, Any]", content)
    renamed = sound.get("renamed", {})
    pages = tuple(_page(page, renamed) for page in sound["grids"])
    welcome = tuple(_page(page, renamed) for page in sound.get("welcome", ()))
    warnings, start = tuple(layout_warnings(sound)), sound.get("start", "")
    return Layout(sound["layout"], pages, warnings, welcome, start, tuple(sound.get("card", ())))


def _page(page: Mapping[str, Any], renamed: Mapping[str, str]) -> Page:
    buttons = tuple(
        Button(**{**button, "operation": renamed.get(button["operation"], button["operation"])})
        for button in page["buttons"]
    )
    return Page(
        page["page"], page["rows"], page["columns"], buttons, page.get("title", {}), page.get("size", "")
    )
