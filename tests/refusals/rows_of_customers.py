"""Refusals about customers, pending ones above all, and about the line to headquarters: sections 16 to 19."""

from decimal import Decimal
from typing import Any

from pos_app.ui.sheets.customers import CustomerSearchSheet
from retail.attributes import Attribute, AttributeKind
from retail.customer_changes import CARDS_MAX
from retail.customer_defaults import Affiliation, CustomerGroup
from retail.customer_extras import EXTRAS_MAX
from retail.customers import ADDRESSES_MAX
from retail.loyalty import make_card
from tests.refusals.counter import Counter
from tests.refusals.retailer import ANNA, HOME, OLE
from tests.refusals.row import (
    NEVER,
    Played,
    Step,
    cut,
    found_at_headquarters,
    new_customer,
    press,
    row,
    wanted,
)

ARRIVES = "Available when the customer number has arrived. Press Sync now."
CARD, ANOTHER = make_card("LC", 77), make_card("LC", 78)
HERE = {"line1": "Torget 2", "city": "Bergen"}
FURTHER = {"further_contacts": True}
CONTACTS_WAIT = {**FURTHER, "async_customers": True}
SHARED = {"filter_shared_customer_data": True}
ASKED = {
    "customer_attributes": (
        Attribute("age", "Age", AttributeKind.INTEGER, least=Decimal(0), most=Decimal(150)),
        Attribute("shoe", "Shoe size", AttributeKind.DECIMAL),
        Attribute("born", "Born", AttributeKind.DATE),
        Attribute("size", "Size", AttributeKind.CHOICE, ("S", "M")),
    ),
    "customer_groups": (CustomerGroup("trade"), CustomerGroup("staff")),
    "affiliations": (Affiliation("VIP"), Affiliation("CLUB")),
    "required_customer_fields": ("phone", "attribute:age"),
}


def customer(name: str, **more: Any) -> Step:
    """Somebody who is made while headquarters answers."""
    return press("customer.add", name=name, **more)


def many_cards(counter: Counter) -> None:
    """The customer of the sale has as many cards as one can have."""
    for _ in range(CARDS_MAX):
        counter.here.do("customer.issue_loyalty_card")


def asked_everywhere(counter: Counter) -> None:
    """All stores are searched, in the sheet that looks for a customer."""
    sheet = counter.window.sale.sheet
    assert isinstance(sheet, CustomerSearchSheet)
    sheet.box.setText("kar")
    sheet.everywhere.click()


CREATING = (
    row("16.1", "A customer needs a name. Type the name.", press("customer.add", name=" - ")),
    row("16.1", "There is no customer type club. Choose person or organisation.",
        press("customer.add", name="Ole", type="club")),
    row("16.1", "'ole@' is not an e-mail address. Correct it or leave it empty.",
        press("customer.add", name="Ole", email="ole@")),
    row("16.1", "Phone is 41 characters long; at most 40 fit. Make it shorter.",
        press("customer.add", name="Ole", phone="5" * 41)),
    row("16.1", "Name has characters that cannot be kept. Type it again.", press("customer.add", name="O\x07le")),
    row("16.2", "kr is no currency. Type its three letters.", press("customer.add", name="Ole", currency="kr")),
    row("16.2", "There is no receipt preference dove. Choose printed, email, both or none.",
        press("customer.add", name="Ole", receipt_option="dove")),
    row("16.3", f"A customer has at most {ADDRESSES_MAX} addresses. Remove one first.",
        press("customer.add", name="Ole", addresses=[HERE] * (ADDRESSES_MAX + 1))),
    row("16.3", "An address needs a street or a city. Type one of them.",
        press("customer.add", name="Ole", addresses=[{"postcode": "5003"}])),
    row("16.3", "'much' is not a tax rate. Type a number from 0 to 100.",
        press("customer.add", name="Ole", addresses=[{**HERE, "tax_percent": "much"}])),
    row("16.1", "This store asks for no consent. Leave it out.",
        press("customer.add", name="Ole", phone="55", phone_consent="yes")),
    row("16.1", "There is no phone or e-mail to say this of. Type it, or leave the consent out.",
        press("customer.add", name="Ole", email_consent="yes")),
    row("16.1", "This store keeps one e-mail and one phone of a customer. Leave the others out.",
        press("customer.add", name="Ole", contacts={"a@b.no": "yes"})),
    row("16.6", "A further e-mail or phone is possible when the customer number has arrived. Leave it out for now.",
        press("customer.add", name="Ole", contacts={"a@b.no": "yes"}), settings=CONTACTS_WAIT),
    row("16.6", "A further e-mail or phone is possible when the customer number has arrived. Leave it out for now.",
        cut, press("customer.add", name="Ole", contacts={"a@b.no": "yes"}), settings=FURTHER),
    row("16.6", "An affiliation is possible when the customer number has arrived. Leave it out for now.",
        press("customer.add", name="Ole", affiliation="VIP"), settings=CONTACTS_WAIT),
    row("16.6", "An affiliation is possible when the customer number has arrived. Leave it out for now.",
        cut, press("customer.add", name="Ole", affiliation="VIP")),
    row("16.7", "A new customer needs here: Phone, Age. Type it.", press("customer.add", name="Ole"),
        settings=ASKED),
    row("16.2", "There is no customer group gold. Choose one of: trade, staff.",
        press("customer.add", name="Ole", group="gold"), settings=ASKED),
    row("16.7", "This store keeps no attribute hat of its customers. Leave it out.",
        press("customer.add", name="Ole", attributes={"hat": "1"}), settings=ASKED),
    row("16.7", "Age is a number, not 'old'. Type it again.",
        press("customer.add", name="Ole", attributes={"age": "old"}), settings=ASKED),
    row("16.7", "Age is a whole number, not '4,5'. Type it again.",
        press("customer.add", name="Ole", attributes={"age": "4,5"}), settings=ASKED),
    row("16.7", "Age is at least 0. Type it again.", press("customer.add", name="Ole", attributes={"age": "-1"}),
        settings=ASKED),
    row("16.7", "Age is at most 150. Type it again.", press("customer.add", name="Ole", attributes={"age": "151"}),
        settings=ASKED),
    row("16.7", "Born is a day, not 'May'. Type it like 2026-12-24.",
        press("customer.add", name="Ole", attributes={"born": "May"}), settings=ASKED),
    row("16.7", "Size is one of S, M, not 'XL'. Choose one.",
        press("customer.add", name="Ole", attributes={"size": "XL"}), settings=ASKED),
)  # fmt: skip

CHANGING = (
    row("16.4", "This customer is not known here. Search again.", press("customer.set", id=NEVER)),
    row("16.4", "This customer is not known here. Search again.", press("customer.edit", id=NEVER, phone="5")),
    row("16.1", "Choose a customer first.", press("customer.edit", phone="5")),
    row("16.1", "Choose a customer first.", Played(wanted("customer.open"))),
    row("16.1", "Nothing would be different. Type what is to change, or close.",
        press("customer.edit", id=ANNA, name="Anna Berg")),
    row("16.1", "There is no customer type club. Choose person or organisation.",
        press("customer.edit", id=ANNA, type="club")),
    row("16.3", "Anna Berg has no such address any more. Open the customer again.",
        press("customer.edit_address", id=ANNA, address=NEVER, fields={"city": "Oslo"})),
    row("16.3", "An address needs a street or a city. Type one of them.",
        press("customer.edit_address", id=ANNA, address=HOME, fields={"line1": "", "city": ""})),
    row("16.3", f"A customer has at most {ADDRESSES_MAX} addresses. Have headquarters remove one first.",
        customer("Eva Flytter", addresses=[HERE] * ADDRESSES_MAX), press("customer.add_address", address=HERE)),
    row("16.1", "This store keeps one e-mail and one phone of a customer. Choose Edit customer.",
        press("customer.add_contact", id=ANNA, contact="a@b.no")),
    row("16.1", "This store keeps one e-mail and one phone of a customer. Change those instead.",
        press("customer.set", id=ANNA), Played(wanted("customer.add_contact"))),
    row("16.1", "Type an e-mail address or a phone number.", press("customer.add_contact", id=ANNA, contact="-"),
        settings=FURTHER),
    row("16.1", "There is no consent maybe. Choose yes, no or unknown.",
        press("customer.add_contact", id=ANNA, contact="a@b.no", consent="maybe"), settings=FURTHER),
    row("16.1", f"A customer has at most {EXTRAS_MAX} attributes and contacts. Remove one first.",
        press("customer.add", name="Ole", contacts={f"a{number}@b.no": "yes" for number in range(EXTRAS_MAX + 1)}),
        settings=FURTHER),
    row("16.6", f"{CARD[:-1]} is no loyalty card of ours: they begin with LC and end with a check digit. Scan it "
        "again, or leave it empty for a new one.", press("customer.issue_loyalty_card", id=ANNA, card=CARD[:-1])),
    row("16.6", f"Eva Kort has the card {CARD} already. Scan another card.", customer("Eva Kort"),
        press("customer.issue_loyalty_card", card=CARD), press("customer.issue_loyalty_card", card=CARD)),
    row("16.6", f"The card {ANOTHER} is Eva Eier's already. Scan another one.", customer("Eva Eier"),
        press("customer.issue_loyalty_card", card=ANOTHER),
        press("customer.issue_loyalty_card", id=ANNA, card=ANOTHER)),
    row("16.6", f"A customer has at most {CARDS_MAX} loyalty cards. Have headquarters remove one first.",
        customer("Eva Samler"), many_cards, press("customer.issue_loyalty_card")),
    row("16.6", "An affiliation needs a name. Type it.", press("customer.add_affiliation", id=ANNA, affiliation="-")),
    row("16.6", "Eva Klubb has the affiliation vip already. Choose another one.", customer("Eva Klubb"),
        press("customer.add_affiliation", affiliation="VIP"), press("customer.add_affiliation", affiliation="vip")),
    row("16.6", "There is no affiliation GOLD. Choose one of: VIP, CLUB.",
        press("customer.add_affiliation", id=ANNA, affiliation="GOLD"), settings=ASKED),
)  # fmt: skip

PENDING = (
    row("16.6", "This customer can be edited when the customer number has arrived. Press Sync now.", cut, new_customer,
        press("customer.edit", phone="55")),
    row("16.6", "This customer can be edited when the customer number has arrived. Press Sync now.", new_customer,
        press("customer.edit", phone="55"), settings=CONTACTS_WAIT),
    row("16.6", ARRIVES, cut, new_customer, press("customer.issue_loyalty_card")),
    row("16.6", ARRIVES, cut, new_customer, press("customer.add_affiliation", affiliation="VIP")),
    row("16.6", ARRIVES, cut, new_customer, press("customer.add_contact", contact="a@b.no"), settings=FURTHER),
    row("18.3", "Headquarters does not answer, and this customer is edited there. Try again later.", cut,
        press("customer.edit", id=ANNA, phone="55")),
    row("18.3", "Headquarters does not answer, and this customer is edited there. Try again later.", cut,
        press("customer.edit_address", id=ANNA, address=HOME, fields={"city": "Oslo"})),
    row("18.3", "Headquarters does not answer, and this needs it. Try again later.", cut,
        press("customer.issue_loyalty_card", id=ANNA)),
    row("18.3", "Headquarters does not answer, and this needs it. Try again later.", cut,
        press("customer.add_affiliation", id=ANNA, affiliation="VIP")),
    row("18.3", "Headquarters does not answer, and this needs it. Try again later.", cut,
        press("customer.add_contact", id=ANNA, contact="a@b.no"), settings=FURTHER),
)  # fmt: skip

LINE = (
    row("decision 45", "Headquarters does not answer, and this store makes customers only with it. Try again later.",
        cut, press("customer.add", name="Ole"), settings=SHARED),
    row("decision 45", "Headquarters does not answer, and this store's customers are kept there. Sell without a "
        "customer, or try again later.", found_at_headquarters("Ole Moe"), cut, press("customer.set", id=OLE),
        settings=SHARED),
    row("decision 45", "Headquarters does not answer, and this store keeps its customers' data there. Try again later.",
        found_at_headquarters("Ole Moe"), cut, press("customer.add_address", id=OLE, address=HERE), settings=SHARED),
    row("16.4", "Type at least four characters to search all stores.", wanted("customer.search"),
        Played(asked_everywhere)),
    row("17", "A question needs words. Type what headquarters should look at.", press("sync.ask", id=NEVER, words=" ")),
    row("17", "Headquarters could not be asked. Ask again later, or call headquarters.", cut,
        press("sync.ask", id=NEVER, words="Why?")),
    row("17", "This needs nobody any more. Look at what is waiting.", press("sync.again", id=NEVER)),
    row("18.1", "This register works online already. There is nothing to do.", press("sync.work_online")),
)  # fmt: skip

ROWS = (*CREATING, *CHANGING, *PENDING, *LINE)
