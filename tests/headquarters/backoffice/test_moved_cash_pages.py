"""The page of a statement says which cash was moved without a sale, by whom and whither, in every language."""

import pytest

from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import Browser, set_up_code
from tests.headquarters.shop import PaperRegister, sent
from tests.headquarters.statements.closing import DROPPED, ENTERED, closed


@pytest.fixture(scope="module")
def ada(shop: RunningHeadquarters) -> Browser:
    ada = Browser(shop.url).set_up(set_up_code(shop))
    register = shop.enrol("HOUSTON-1")
    paper = PaperRegister(epoch=register.epoch)
    sold = [paper.sale()]
    told = closed(paper, sold, moved=(ENTERED, DROPPED), blind_closed_at="2026-11-02T17:30:00.000+01:00")
    register.upload(*map(sent, sold), sent(told))
    shop.job("synchronize-orders")
    return ada


def test_the_statement_names_each_movement_and_when_a_shift_was_closed_blind(ada: Browser) -> None:
    text = ada.get("/office/statements/1")

    assert "Cash moved without a sale" in text
    assert "closed blind" in text
    for said in ("bank drop", "-30.00 USD", "approved by manager", "evening", "4711", "float", "5.00 USD"):
        assert said in text, said
    assert text.count("155.00 USD") == 3


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", ("Kontanter flyttet uten salg", "til banken")),
        ("nl", ("Geld verplaatst zonder verkoop", "naar de bank")),
    ],
)
def test_it_says_so_in_the_language_of_who_reads(ada: Browser, language: str, said: tuple[str, ...]) -> None:
    ada.get("/office/me")
    ada.press("/office/me/view", language=language, look="")
    text = ada.get("/office/statements/1")

    assert [each for each in said if each not in text] == []
