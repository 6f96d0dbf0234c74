"""The layout a register shows: headquarters' own, the one delivered with the program, or the built-in one."""

import json
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from channel_db.errors import DiskFull
from pos_app.register.session import RegisterSession
from pos_app.resources import resource
from pos_app.views import WINDOW_IDS
from retail.errors import RuleBroken
from retail.layout import Layout, parse_layout
from retail.layout_built_in import BUILT_IN
from retail.messages import Message, say
from retail.wire.feeds import LayoutRow
from retail.wire.protocol import LAYOUT_MAX


@dataclass(frozen=True, slots=True)
class ChosenLayout:
    """The layout, and in words why it is not the one that was meant. `shown` names it for headquarters."""

    layout: Layout
    problem: Message | None = None
    shown: str = BUILT_IN.name


def choose_layout(
    session: RegisterSession, operations: Collection[str], delivered: Traversable | None
) -> ChosenLayout:
    """Headquarters' layout, else the delivered file; where one is broken, that is said and the built-in one shown."""
    user = "" if session.user is None else session.user.user
    sent = meant(session.catalog.layouts(), user, session.device.register_name, session.device.store)
    content: object = None if sent is None else sent.content
    try:
        if content is None and delivered is not None and delivered.is_file():
            content = json.loads(delivered.read_text(encoding="utf-8"))
        if content is None:
            return ChosenLayout(BUILT_IN)
        layout = read_layout(content, operations)
        return ChosenLayout(layout, shown=layout.name if sent is None else _version_of(sent))
    except RuleBroken as broken:
        return ChosenLayout(
            BUILT_IN, say("{fault} The built-in layout is shown; tell headquarters.", fault=broken.message)
        )
    except (OSError, ValueError):
        return ChosenLayout(
            BUILT_IN, say("The layout cannot be read. The built-in one is shown; tell headquarters.")
        )


def note_shown(session: RegisterSession, chosen: ChosenLayout) -> None:
    """Have the agent tell headquarters which layout this register shows."""
    shown = chosen.shown[:LAYOUT_MAX]
    if session.journal.layout_shown() != shown:
        with suppress(DiskFull), session.journal.unit_of_work() as work:
            work.keep_layout_shown(shown)


def _version_of(sent: LayoutRow) -> str:
    return f"{sent.name} {sent.version}" if sent.version else sent.name


def meant(rows: Sequence[LayoutRow], user: str, register: str, store: str) -> LayoutRow | None:
    """The layout of the person, else of the register, else of the store, else everybody's; by name where several."""
    for belongs in (
        lambda row: user in row.users,
        lambda row: register in row.registers,
        lambda row: store in row.stores,
        lambda row: row.is_everybodys,
    ):
        found = next((row for row in rows if belongs(row)), None)
        if found is not None:
            return found
    return None


def read_layout(content: object, operations: Collection[str]) -> Layout:
    """Read a layout with everything this register can do and every icon it has.

    Raises:
        LayoutBroken: names every fault.
    """
    return parse_layout(content, {*operations, *WINDOW_IDS}, icons())


def icons() -> set[str]:
    """The names of the pictures that come with the program."""
    names = (file.name for file in resource("icons").iterdir())
    return {name.removesuffix(".svg") for name in names if name.endswith(".svg")}
