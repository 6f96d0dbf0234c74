"""Set-up page of attributes: what stores want to know of orders and of plain sales."""

from typing import Any

from starlette_admin import BooleanField, StringField

from headquarters.backoffice.set_pages.attributes import attribute_fields
from headquarters.backoffice.set_pages.columns import choice, field, key, named
from headquarters.backoffice.set_pages.labels import label
from headquarters.backoffice.set_pages.views import SetUpView
from headquarters.backoffice.set_pages.words import lazily
from headquarters.drafts.models import ParameterSet
from headquarters.drafts.order_attributes import OrderAttributeDraft
from retail.attributes import AskedOf
from retail.messages import phrase

ASKED = (
    (AskedOf.ORDERS.value, phrase("orders and quotes")), (AskedOf.SALES.value, phrase("plain sales")),
    (AskedOf.BOTH.value, phrase("both")),
)  # fmt: skip


class OrderAttributes(SetUpView):
    """Attributes of orders and sales."""

    is_deleted_here = True
    hint = phrase(
        "The register shows them under Details, and asks for those that are required before it concludes. "
        "What was said stands on the order here."
    )
    fields = (
        key(),
        named("parameters", ParameterSet.code, exclude_from_edit=True),
        StringField("attribute", label=lazily(label("attribute")), required=True, maxlength=40),
        StringField("name", label=lazily(label("name")), required=True, maxlength=100),
        choice("asked_of", ASKED),
        BooleanField("required", label=lazily(label("required")), default=False, exclude_from_list=True),
        *attribute_fields("order_default"),
        field(OrderAttributeDraft, "position", exclude_from_list=False),
    )  # fmt: skip
    related = (("parameters", phrase("Commerce parameters"), "code", "parameters"),)


VIEWS: tuple[tuple[type[SetUpView], type[Any], str, str, str], ...] = (
    (
        OrderAttributes, OrderAttributeDraft, "order-attributes", phrase("Attributes of orders"),
        phrase("attribute of orders"),
    ),
)  # fmt: skip
