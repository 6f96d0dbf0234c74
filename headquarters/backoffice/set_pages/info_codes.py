"""Set-up page of info codes: what is asked at registers when something happens."""

from typing import Any

from starlette_admin import BooleanField, StringField

from headquarters.backoffice.set_pages.columns import choice, field, key, named
from headquarters.backoffice.set_pages.labels import label
from headquarters.backoffice.set_pages.views import SetUpView
from headquarters.backoffice.set_pages.words import lazily
from headquarters.drafts.info_codes import InfoCodeDraft
from headquarters.drafts.models import FunctionalityProfile
from retail.messages import phrase

EVENTS = (
    ("start of transaction", phrase("start of transaction")), ("end of transaction", phrase("end of transaction")),
    ("price override", phrase("price override")), ("mark-up", phrase("mark-up")), ("mark-down", phrase("mark-down")),
    ("discount", phrase("discount")), ("return line", phrase("return line")), ("refund", phrase("refund")),
    ("void line", phrase("void line")), ("void payment", phrase("void payment")),
    ("void transaction", phrase("void transaction")), ("no sale", phrase("no sale")),
    ("tender declaration", phrase("tender declaration")), ("item not on file", phrase("item not on file")),
    ("serial number", phrase("serial number")), ("asynchronous cancellation", phrase("asynchronous cancellation")),
    ("salesperson", phrase("salesperson")),
)  # fmt: skip
KINDS = (("text", phrase("text")), ("choice", phrase("choice")), ("number", phrase("number")))


class InfoCodes(SetUpView):
    """Info codes of functionality profiles."""

    is_deleted_here = True
    hint = phrase(
        "The register asks before it does what the event names. The answer is in its journal and comes to headquarters."
    )
    fields = (
        key(),
        named("functionality", FunctionalityProfile.code, exclude_from_edit=True),
        choice("event", EVENTS, exclude_from_edit=True),
        StringField("code", label=lazily(label("code")), required=True, maxlength=60, exclude_from_edit=True),
        StringField("prompt", label=lazily(label("prompt")), required=True, maxlength=100),
        choice("kind", KINDS),
        field(InfoCodeDraft, "choices"),
        BooleanField("required", label=lazily(label("required")), default=True, exclude_from_list=True),
        field(InfoCodeDraft, "least"),
        field(InfoCodeDraft, "most"),
        field(InfoCodeDraft, "position", exclude_from_list=False),
    )
    related = (("functionality", phrase("Functionality profiles"), "code", "functionality"),)


VIEWS: tuple[tuple[type[SetUpView], type[Any], str, str, str], ...] = (
    (InfoCodes, InfoCodeDraft, "info-codes", phrase("Info codes"), phrase("info code")),
)
