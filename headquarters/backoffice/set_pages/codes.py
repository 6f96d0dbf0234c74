"""Set-up pages of barcodes: what codes belong to, and which hold a price, a weight or a count."""

from typing import Any

from starlette_admin import StringField

from headquarters.backoffice.set_pages.columns import choice, field, key, named, said_once
from headquarters.backoffice.set_pages.labels import label
from headquarters.backoffice.set_pages.views import SetUpView
from headquarters.backoffice.set_pages.words import lazily
from headquarters.drafts.codes import BarcodeSet, CodePatternDraft, EmbeddedCodeDraft
from retail.messages import phrase

KINDS = (
    ("item", phrase("item")), ("order", phrase("order")), ("receipt", phrase("receipt")),
    ("suspended", phrase("suspended sale")), ("customer", phrase("customer")), ("badge", phrase("badge")),
    ("coupon", phrase("coupon")),
)  # fmt: skip
HELD = (("price", phrase("price")), ("weight", phrase("weight")), ("count", phrase("count")))


class BarcodeSets(SetUpView):
    """Sets of barcode patterns."""

    fields = (key(), said_once("code"))
    related = (
        ("code-patterns", phrase("Barcode patterns"), "barcodes", "code"),
        ("embedded-codes", phrase("Codes with a price or weight"), "barcodes", "code"),
        ("stores", phrase("Stores"), "barcodes", "code"),
    )


class CodePatterns(SetUpView):
    """What codes belong to, by their beginning."""

    is_deleted_here = True
    fields = (
        key(),
        named("barcodes", BarcodeSet.code, exclude_from_edit=True),
        choice("kind", KINDS),
        StringField("pattern", label=lazily(label("pattern")), required=True, maxlength=60),
        field(CodePatternDraft, "position", exclude_from_list=False),
    )


class EmbeddedCodes(SetUpView):
    """Codes that a scale prints."""

    is_deleted_here = True
    fields = (
        key(),
        named("barcodes", BarcodeSet.code, exclude_from_edit=True),
        choice("kind", HELD),
        StringField("pattern", label=lazily(label("pattern")), required=True, maxlength=60),
        field(EmbeddedCodeDraft, "position", exclude_from_list=False),
    )


VIEWS: tuple[tuple[type[SetUpView], type[Any], str, str, str], ...] = (
    (BarcodeSets, BarcodeSet, "barcodes", phrase("Barcode sets"), phrase("barcode set")),
    (CodePatterns, CodePatternDraft, "code-patterns", phrase("Barcode patterns"), phrase("barcode pattern")),
    (
        EmbeddedCodes, EmbeddedCodeDraft, "embedded-codes", phrase("Codes with a price or weight"),
        phrase("code with a value"),
    ),
)  # fmt: skip
