"""Customers in full as the desk would show them: one that headquarters knows, one that waits."""

from dataclasses import replace

from pos_app.sheet_views import CustomerPartView
from pos_app.views import ButtonView, CustomerDetailView, FactView
from tests.pos_app.ui.examples import CUSTOMER_FORM, PREFERENCES

WAITS = "Available when the customer number has arrived. Press Sync now."
CUSTOMER = CustomerDetailView(
    "1", "Anna Berg", "10021", "", False,
    (FactView("Type", "Person"), FactView("Phone", "+47 55 12 34 56"), FactView("E-mail", "anna.berg@example.com"),
     FactView("Language", "Norsk")),
    (CustomerPartView("Storgata 1, 5003 Bergen", "Address: Home", "ship"),
     CustomerPartView("Torget 2, 5014 Bergen", "Address: Business", "ship", pending=True),
     CustomerPartView("LC434941130669", "Loyalty card", "payment"), CustomerPartView("VIP", "Affiliation", "person")),
    (ButtonView("Edit customer", "customer.edit", {"id": "1"}, "customer"),
     ButtonView("Add address", "customer.add_address", {"id": "1"}, "customer"),
     ButtonView("Loyalty card", "customer.issue_loyalty_card", {"id": "1"}, "customer"),
     ButtonView("Add affiliation", "customer.add_affiliation", {"id": "1"}, "customer")),
    "person", "anna.berg@example.com", "+47 55 12 34 56", "nb", CUSTOMER_FORM.languages,
    replace(PREFERENCES, title="Dr."),
)  # fmt: skip
PENDING_CUSTOMER = replace(
    CUSTOMER, id="2", name="Ole Moe", account="", note="The number follows when headquarters has answered.",
    facts=(FactView("Type", "Person"), FactView("Phone", "+47 22 33 44 55")), phone="+47 22 33 44 55", email="",
    parts=(CustomerPartView("Storgata 1, 5003 Bergen", "Address: Home", "ship", pending=True),),
    actions=tuple(replace(each, why_not="" if "address" in each.operation else WAITS) for each in CUSTOMER.actions),
)  # fmt: skip
