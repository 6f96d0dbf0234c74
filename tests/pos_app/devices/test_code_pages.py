"""Letters on paper: each in a page that has it, and back again as the same text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.devices.code_pages import PAGES, CodePages
from tests.pos_app.devices.roll import printed


def paper(text: str) -> str:
    pages = CodePages()
    return printed(pages.select_first() + pages.write(text) + b"\n").lines[0]


@pytest.mark.parametrize(
    "text",
    ["Blåbærsyltetøy 49,90 €", "ÆØÅ æøå é É ë ï", "Ordrebekreftelse – «innbetaling»", "Łódź, Škoda, Ćwikła", "Привет"],
)  # fmt: skip
def test_what_our_shops_write_comes_out_as_it_is(text: str) -> None:
    assert paper(text) == text


def test_letters_of_our_languages_need_no_change_of_page() -> None:
    pages = CodePages()

    assert pages.select_first() == b"\x1bt\x13"
    assert b"\x1b" not in pages.write("Blåbærsyltetøy, idé, één, 100 €")


def test_a_page_stays_selected_until_another_is_needed() -> None:
    pages = CodePages()
    pages.select_first()

    assert pages.write("Ł – ł a") == b"\x1bt\x12\x9d \x1bt\x10\x96 \x1bt\x12\x88 a"


def test_a_letter_no_page_has_is_printed_without_its_marks_and_a_sign_as_a_question() -> None:
    assert paper("Nguyễn 雪") == "Nguyen ?"


@given(st.text(st.sampled_from("".join(bytes(range(128, 256)).decode(page, "ignore") for page, _ in PAGES))))
def test_every_sign_of_every_page_comes_out_as_it_is(text: str) -> None:
    assert paper(f"|{text}|") == f"|{text}|"
