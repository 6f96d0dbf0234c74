"""What was said of an order or a sale, as it travels."""

from typing import Annotated

from pydantic import Field

from retail.order_attributes import SAID_MAX
from retail.wire.base import Part

Text = Annotated[str, Field(max_length=1000)]


class AttributePart(Part):
    """A value, by the attribute it is of."""

    attribute: Text
    value: Text


Attributes = Annotated[tuple[AttributePart, ...], Field(max_length=SAID_MAX)]
