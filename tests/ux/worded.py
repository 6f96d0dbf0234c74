"""The views of the examples in the language the window speaks: known texts are translated, names of goods stay."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from types import ModuleType
from typing import Any, TypeVar, cast

from pos_app.language.language import Language, language_of
from pos_app.language.pseudo import PSEUDO
from pos_app.resources import resource
from pos_app.ui.texts import spoken
from pos_app.views import ButtonView, SaleView, SignInView

V = TypeVar("V")
CODES = frozenset({"value", "operation", "role", "icon", "key", "kind", "glyph", "state", "language", "locked_by",
                   "user", "id", "mark", "params"})  # fmt: skip
"""Fields that the program reads and nobody else."""


@cache
def button_texts() -> Mapping[str, Mapping[str, str]]:
    """What the delivered layout calls an operation, by language."""
    layout = json.loads(resource("layouts", "standard.json").read_text("utf-8"))
    return {button["operation"]: button["text"] for grid in layout["grids"] for button in grid["buttons"]}


def worded(view: V) -> V:
    """The view as a desk of this language would have made it, as far as its texts are the program's own."""
    language = spoken()
    made: Any = view if language.code == "en" else _translated(view, language)
    if isinstance(made, SaleView):
        # A window takes over the language of what it draws.
        made = replace(made, language=language.code, decimal_mark=language.notation.decimal_mark)
    elif isinstance(made, SignInView):
        made = replace(made, language=language.code)
    return cast("V", made)


def _translated(value: Any, language: Language) -> Any:
    if isinstance(value, str):
        return _said(value, language)
    if isinstance(value, tuple):
        return tuple(_translated(each, language) for each in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {
        each.name: _translated(getattr(value, each.name), language)
        for each in fields(value)
        if each.name not in CODES
    }
    if isinstance(value, ButtonView) and value.operation in button_texts():
        texts = button_texts()[value.operation]
        changed["text"] = texts.get(language.code, texts["en"])
    return replace(value, **changed)


def _said(text: str, language: Language) -> str:
    if language.code != PSEUDO:
        return language.word(text)
    # Nothing is a word of ours that neither of the others has another one for.
    return language.word(text) if language_of("nb").word(text) != text else text


class Worded:
    """A module of examples whose views come out worded."""

    def __init__(self, module: ModuleType) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Any:
        return worded(getattr(self._module, name))
