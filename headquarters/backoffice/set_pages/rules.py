"""What the fields of the set-up pages do, in words that stand under them on the form."""

from copy import copy

from starlette_admin import BaseField

from headquarters.backoffice.set_pages.words import lazily
from retail.messages import phrase

RULES = {
    "parameter_sets": {
        "default_order_type": phrase("What is chosen at first; the cashier may choose the other."),
        "deposit_percent": phrase(
            "Of the order's total with tax and charges; of business customers none is asked. 0 asks for none."
        ),
        "pickup_mode": phrase("Stamped on lines that are fetched in a store; no mode that ships."),
        "carry_out_mode": phrase(
            "Stamped on lines that are taken along; neither a mode that ships nor pickup."
        ),
        "cancellation_charge_percent": phrase(
            "Of the order's total; who has the right may change it. 0 is free."
        ),
        "cancellation_charge_code": phrase(
            "Without one no order can be cancelled. Give it a name that nobody takes for shipping."
        ),
        "shipping_charge_code": phrase(
            "What a fee typed with a shipment is charged by; not used where charges are worked out by rules."
        ),
        "refund_shipping_charges": phrase(
            "Shipping may be given back with a return; where rules work charges out, Refundable says so instead."
        ),
        "max_shipping_refund_without_approval_minor": phrase(
            "Of all returns of an order together; above it a manager approves."
        ),
        "advanced_auto_charges": phrase(
            "Yes: automatic charges are worked out by rules. No: a fee is typed with each shipment."
        ),
    },
    "store_drafts": {
        "warehouse": phrase(
            "What is sold or fetched here leaves this stock; best one of its own for each store."
        ),
        "shipping_warehouse": phrase(
            "What is shipped leaves here; not used with shipping and pickup per location."
        ),
        "fulfilment": phrase("The places that goods are fetched at and shipped from."),
        "price_includes_tax": phrase("Prices are what customers pay; else tax comes on top."),
        "destination_based_tax": phrase(
            "What is shipped is taxed where it goes; this goes before the customer's."
        ),
        "customer_based_tax": phrase("What is shipped is taxed by the tax group of the customer's address."),
        "calculate_customer_exempt": phrase("Who is exempt from tax pays none here."),
        "fulfilment_locations": phrase(
            "Goods are fetched and shipped only where the place is flagged so, while the feature is on."
        ),
        "manual_accept": phrase(
            "Shipped lines wait until somebody accepts them; what is fetched never waits."
        ),
        "statement_method": phrase(
            "One statement for each closed shift, equal to its Z report, or one for each business date."
        ),
        "closing_method": phrase(
            "A statement may be posted once its shifts are closed, or once its business date has ended too."
        ),
        "over_short_account": phrase("What is over or short in a statement is posted here."),
        "customer_template": phrase("What a new customer of this store begins as."),
    },
    "functionality_profiles": {
        "void_suspended": phrase(
            "Sales that were set aside and not taken up again are voided when the shift closes."
        ),
        "default_sales_rep": phrase("Named for every sale; where registers prompt, the first to choose."),
        "edit_partially_fulfilled": phrase(
            "Orders of which goods have gone may be edited, what is left of them."
        ),
        "prevent_price_calculation": phrase(
            "Agreed prices stay in an edit until somebody recalculates; else an edit brings today's."
        ),
        "aggregate_payments": phrase(
            "Payments of the same kind are one line in the sale and on paper; card payments never are."
        ),
        "further_contacts": phrase("A customer may have more e-mails and phones, each with its consent."),
    },
    "offline_profiles": {
        "advanced_offline": phrase(
            "Registers work offline sooner: also after a slow or odd answer, "
            "and from the sign-in on where the line is bad."
        ),
        "performance_offline": phrase(
            "Registers work offline too where half of the last five calls took long; needs advanced offline switching."
        ),
        "health_check_minutes": phrase(
            "Goes with advanced offline switching: "
            "how often a register that works offline looks by itself for the line."
        ),
        "pause_unused": phrase(
            "A register that was never used gets only what a sign-in needs; the rest is sent once somebody signs in."
        ),
    },
    "visual_profiles": {
        "scale": phrase("The scheme of large buttons has sizes of its own."),
        "left_handed": phrase("For the left-handed."),
        "accent_light": phrase("Of the main buttons, like #0B5CAD; white words on it must be legible."),
        "accent_dark": phrase("Of the main buttons, like #2A72C4; white words on it must be legible."),
    },
    "registers": {"visual": phrase("Goes before the store's; registers have it once it is published.")},
    "charge_codes": {
        "refundable": phrase("Comes back with the goods, where charges are worked out by rules."),
        "shipping": phrase("Stands as shipping on receipts, apart from other charges."),
        "account": phrase("Carried to the lines of invoices."),
    },
    "auto_charges": {
        "up_to_minor": phrase("Of the tiers that fit the lowest is charged; empty is any value."),
        "percent": phrase("Of the goods, in place of the amount."),
        "prorate": phrase(
            "Worked out for the goods of each mode and spread over their lines; else only where all leave by one mode."
        ),
    },
    "delivery_rules": {
        "charges_group": phrase("Automatic charges may be for all modes of a group."),
        "expedite": phrase("Stands on picking lists and packing slips."),
    },
    "reason_codes": {
        "purpose": phrase("A change of a charge asks for a reason only where there is one here."),
    },
}
"""By table and field."""


def explained(table: str, field: BaseField) -> BaseField:
    """The field with what it does, where that is said."""
    rule = RULES.get(table, {}).get(field.name)
    if rule is None:
        return field
    said = copy(field)
    said.help_text = lazily(rule)
    return said
