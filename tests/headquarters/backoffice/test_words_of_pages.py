"""What the pages call things: nothing that can be set is without a page, nothing that is kept without a word."""

import ast
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, cast, get_args, get_type_hints

from starlette_admin import EnumField
from starlette_admin.i18n import set_locale

import headquarters
from headquarters.backoffice.deeds import ACTS, CASES, field_words, kind_words, kinds, opened, word_for
from headquarters.backoffice.languages import LANGUAGES, catalogue, translated
from headquarters.backoffice.set_pages.columns import NamedField
from headquarters.backoffice.set_pages.kinds import VIEWS
from headquarters.backoffice.set_pages.menu import GROUPS, grouped
from headquarters.backoffice.set_pages.words import speak_our_languages
from headquarters.backoffice.work_pages.differing import differing
from headquarters.base import table_of
from headquarters.drafts.looks import VisualProfile
from headquarters.drafts.models import AutoChargeDraft, StoreDraft
from headquarters.drafts.parts import FIELDS, fields_of
from headquarters.orders.fulfilling import STEPS
from retail.barcodes.kinds import CodeKind
from retail.looks import Look
from retail.permissions import Right
from retail.settings import StoreSettings

NOT_TYPED = {"id", "version", "taken", "pin_hash", "paused_by", "paused_at", "logo", "background"}
"""Columns that no form has: what is kept of a PIN, and what other pages change, pictures among it."""


def test_every_setting_of_a_store_has_a_set_up_page() -> None:
    settable = {name for names in FIELDS.values() for name in names} | set(fields_of(StoreDraft))
    assert {each.name for each in fields(Look)} <= set(fields_of(VisualProfile))
    settable |= {"look", "register_looks"}  # what a store and its registers name of these

    assert {each.name for each in fields(StoreSettings)} - settable == {"store"}


def test_every_column_of_a_draft_has_a_field() -> None:
    for view, table, kind, _, _ in VIEWS:
        shown = {field.name for field in view.fields}
        assert set(table_of(table).c.keys()) - shown - NOT_TYPED == set(), kind


def test_every_kind_of_set_up_page_stands_in_one_group_of_the_menu() -> None:
    keys = [key for _, found in GROUPS for key in found]

    assert sorted(keys) == sorted(kind for _, _, kind, _, _ in VIEWS)


def test_a_kind_of_no_group_comes_last() -> None:
    class Kind:
        def __init__(self, key: str) -> None:
            self.key = key

    found = [(name, [each.key for each in some]) for name, some in grouped([Kind("new"), Kind("staff")])]

    assert found == [("People at registers", ["staff"]), ("More", ["new"])]


def modules() -> Iterator[tuple[ast.Module, dict[str, str]]]:
    """The code of headquarters, each module with the texts that it has names for."""
    for file in Path(headquarters.__file__).parent.rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        yield (
            tree,
            {
                ast.unparse(each.targets[0]): str(each.value.value)
                for each in tree.body
                if isinstance(each, ast.Assign) and isinstance(each.value, ast.Constant)
            },
        )


def text_of(said: ast.expr, named: dict[str, str]) -> str:
    """The text that stands there, or that the name there stands for; empty where it is worked out."""
    return str(said.value) if isinstance(said, ast.Constant) else named.get(ast.unparse(said), "")


def test_every_act_and_kind_that_is_noted_has_its_words() -> None:
    acts, noted = set[str](), set[str]()
    for tree, named in modules():
        for call in ast.walk(tree):
            if (
                isinstance(call, ast.Call)
                and ast.unparse(call.func) in ("note", "note_each")
                and len(call.args) > 5
            ):
                acts |= {str(each.value) for each in ast.walk(call.args[3]) if isinstance(each, ast.Constant)}
                noted.add(text_of(call.args[4], named))

    assert len(acts) > 20
    assert acts - set(ACTS) - set(STEPS) == set()
    assert noted - {""} - set(kinds()) == set()


def test_every_kind_of_case_that_is_opened_has_its_words_and_no_other_has() -> None:
    opened = {
        text_of(call.args[1], named)
        for tree, named in modules()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and ast.unparse(call.func) in ("open_case", "settle_cases")
    }

    assert opened - {""} == set(CASES)


def test_what_is_kept_by_its_name_is_said_in_words() -> None:
    assert kind_words("customer_attributes") == "customer attribute"
    assert field_words("paused_by") == "Paused by"
    assert field_words("deposit_percent") == "Default deposit percentage"
    assert field_words("nobody_named_it") == "nobody named it"
    assert (word_for("level", "header"), word_for("name", "header")) == ("whole order", "")
    assert [opened(each) for each in ("", 0, "x", "['a', 1]", "{}", "[a b]")] == [
        "",
        0,
        "x",
        ["a", 1],
        {},
        "[a b]",
    ]


def words_of(kind: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every word of the program's own that settings of this type can hold, with the field that holds it."""
    for each in (kind, *get_args(kind), *[part for more in get_args(kind) for part in get_args(more)]):
        if is_dataclass(each) and isinstance(each, type):
            for field, inner in get_type_hints(each).items():
                yield from words_of(inner, field)
        elif isinstance(each, type) and issubclass(each, StrEnum):
            yield from [(name, str(word.value)) for word in each]


def test_every_word_of_a_setting_and_every_right_is_said_in_the_language_of_who_reads() -> None:
    held = set(words_of(StoreSettings)) - {("kind", CodeKind.UNREADABLE.value)}  # no pattern says that
    held |= {(name, right.value) for name in ("rights", "given", "withheld") for right in Right}
    held |= {("closed_weekdays", str(day)) for day in range(7)}
    assert {field for field, _ in held} >= {"badge_sign_in", "price_override_direction", "event", "asked_of"}

    assert [each for each in held if not word_for(*each)] == []
    unsaid = {
        word
        for each in held
        for language in ("nb", "nl")
        if (word := word_for(*each)) not in catalogue(language)
    }
    assert unsaid == set()


def other_words(said: Callable[[str, str], str]) -> set[tuple[str, str, str]]:
    """The fields of set-up that a history calls otherwise than their form does, in any of our languages."""
    speak_our_languages()
    found = set()
    for language in LANGUAGES:
        set_locale(language)
        for view, table, kind, *_ in VIEWS:
            for field in view.fields:
                words = translated(language, said(field.name, table_of(table).name))
                if field.name != "id" and words != str(field.label):
                    found.add((kind, field.name, words))
    set_locale("en")
    return found


def test_a_history_calls_every_field_of_every_kind_as_its_form_does() -> None:
    assert len(VIEWS) >= 29
    assert other_words(field_words) == set()


def test_a_history_that_calls_a_sales_unit_an_operating_unit_is_found() -> None:
    assert ("sales-units", "unit", "Operating unit") in other_words(lambda name, kind: field_words(name))


def test_a_history_says_what_was_chosen_as_the_form_does() -> None:
    chosen = {
        (table_of(table).name, field.name, value): str(said)
        for view, table, *_ in VIEWS
        for field in view.fields
        if isinstance(field, EnumField) and not isinstance(field, NamedField)
        for value, said in cast("Sequence[tuple[Any, str]]", field.choices or ())
    }

    assert len(chosen) > 40
    assert {(kind, name, value): word_for(name, value, kind) for kind, name, value in chosen} == chosen
    assert word_for("business", True, "auto_charges_draft") == ""
    assert word_for("business", True, table_of(AutoChargeDraft).name) == "business customers"


def test_two_texts_of_a_document_are_compared_field_by_field() -> None:
    assert differing('{"a": {"b": [1, 2]}, "c": "x"}', '{"a": {"b": [1, 3, 4]}, "c": "x"}') == [
        ("a b 2", "2", "3"), ("a b 3", "–", "4")
    ]  # fmt: skip
    assert differing("{}", "no document") == []
