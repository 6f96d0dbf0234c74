"""What the fields of documents that travel upward are made of, each with what it can hold."""

from typing import Annotated

from pydantic import Field

from retail.quantity import QUANTITY_MAX_THOUSANDTHS
from retail.serials import SERIAL_MAX

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
SERIALS_MAX = 1000
Text = Annotated[str, Field(max_length=1000)]
Serials = Annotated[tuple[Annotated[str, Field(max_length=SERIAL_MAX)], ...], Field(max_length=SERIALS_MAX)]
