"""Fields of the forms of attributes, whatever they are asked of."""

from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette_admin import BaseField, StringField

from headquarters.backoffice.set_pages.columns import ExactField, LinesField, choice, texts
from headquarters.backoffice.set_pages.labels import label
from headquarters.backoffice.set_pages.words import lazily
from retail.attributes import AttributeKind
from retail.messages import phrase

KINDS = (
    (AttributeKind.TEXT.value, phrase("text")), (AttributeKind.CHOICE.value, phrase("one of several")),
    (AttributeKind.INTEGER.value, phrase("whole number")), (AttributeKind.DECIMAL.value, phrase("number")),
    (AttributeKind.FLAG.value, phrase("yes or no")), (AttributeKind.DATE.value, phrase("date")),
)  # fmt: skip
FARTHEST = 10**12


class RangeField(ExactField):
    """The end of a range, on either side of nothing."""

    no_number = 10 * FARTHEST


class PairsField(LinesField):
    """Pairs of a name and a value, one a line."""

    async def parse_form_data(self, request: Request, form_data: FormData) -> list[Any]:
        """The pairs; a line without a colon has no value."""
        lines = await super().parse_form_data(request, form_data)
        return [[part.strip() for part in line.partition(":")[::2]] for line in lines]

    async def serialize_value(self, request: Request, value: Any) -> str:
        """The pairs as lines."""
        return value if isinstance(value, str) else "\n".join(f"{name}: {said}" for name, said in value)


def attribute_fields(default: str) -> tuple[BaseField, ...]:
    """What a value of an attribute can be; `default` is the label of what a new one begins as."""
    return (
        choice("kind", KINDS),
        texts("choices"),
        *(RangeField(
            name, label=lazily(label(name)), min=-FARTHEST, max=FARTHEST, exclude_from_list=True
        ) for name in ("least", "most")),
        StringField("unit", label=lazily(label("attribute_unit")), maxlength=20, exclude_from_list=True),
        StringField("help", label=lazily(label("help")), maxlength=200, exclude_from_list=True),
        StringField("default", label=lazily(label(default)), maxlength=100, exclude_from_list=True),
        PairsField(
            "translations", label=lazily(label("translations")), rows=4, exclude_from_list=True, searchable=False,
            orderable=False, filters=[],
        ),
    )  # fmt: skip
