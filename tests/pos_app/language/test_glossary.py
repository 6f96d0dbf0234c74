"""The glossary answers with the label on the screen, and knows the names a cashier may have learned elsewhere."""

from pos_app.language.glossary import read_glossary
from pos_app.resources import resource

TERMS = {term.key: term for term in read_glossary(resource("i18n", "glossary.json").read_text("utf-8"))}


def test_the_label_of_a_term_stands_before_its_other_names() -> None:
    assert TERMS["order_recall"].names_in("nb") == ("Finn ordre", "Tilbakekall ordre")
    assert TERMS["order_cancel"].names_in("nl") == ("Order annuleren", "Annuleren")


def test_a_term_without_a_label_of_its_own_is_shown_by_its_name() -> None:
    assert TERMS["customer_search"].screen == TERMS["customer_search"].canonical


def test_names_are_searched_without_the_places_where_they_may_be_broken() -> None:
    assert "\u00ad" in TERMS["price_override"].screen["nb"]
    assert TERMS["price_override"].names_in("nb")[0] == "Prisoverstyring"
