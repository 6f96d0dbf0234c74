"""The layout a register shows: headquarters' own, the one delivered with the program, or the built-in one."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from pos_app.register.session import RegisterSession
from pos_app.views import WINDOW_IDS
from retail.errors import RuleBroken
from retail.layout import BUILT_IN, Layout, parse_layout
from retail.messages import Message, say


@dataclass(frozen=True, slots=True)
class ChosenLayout:
    """The layout, and in words why it is not the one that was meant."""

    layout: Layout
    problem: Message | None = None


def choose_layout(
    session: RegisterSession, operations: Collection[str], delivered: Traversable | None
) -> ChosenLayout:
    """Headquarters' layout, else the delivered file; where one is broken, that is said and the built-in one shown."""
    known = {*operations, *WINDOW_IDS}
    content: object = session.catalog.layout()
    try:
        if content is None and delivered is not None and delivered.is_file():
            content = json.loads(delivered.read_text(encoding="utf-8"))
        return ChosenLayout(BUILT_IN if content is None else parse_layout(content, known))
    except RuleBroken as broken:
        return ChosenLayout(
            BUILT_IN, say("{fault} The built-in layout is shown; tell headquarters.", fault=broken.message)
        )
    except (OSError, ValueError):
        return ChosenLayout(
            BUILT_IN, say("The layout cannot be read. The built-in one is shown; tell headquarters.")
        )
