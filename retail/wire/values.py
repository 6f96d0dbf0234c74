"""The values that documents travelling upward are made of."""

from typing import Annotated

from pydantic import Field

from retail.quantity import QUANTITY_MAX_THOUSANDTHS

Minor = Annotated[int, Field(ge=-(10**15), le=10**15)]
Uuid = Annotated[str, Field(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]
_DAY, _TIME, _OFFSET = (
    "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    r"[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}",
    "([+-][0-9]{2}:[0-9]{2}|Z)",
)
Moment = Annotated[str, Field(pattern=f"^{_DAY}T{_TIME}{_OFFSET}$")]
Count = Annotated[int, Field(ge=0, le=10**15)]
Quantity = Annotated[int, Field(ge=-QUANTITY_MAX_THOUSANDTHS, le=QUANTITY_MAX_THOUSANDTHS)]
Text = Annotated[str, Field(max_length=1000)]

LATER = Field(exclude_if=lambda said: not said)
"""Of a field that came later nothing is written while it says nothing: an older headquarters reads the document then,
and `contents.NEEDED` says which version it needs otherwise.
"""
