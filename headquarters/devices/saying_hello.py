"""What a register says with its hello."""

from typing import Annotated

from pydantic import BaseModel, Field

from retail.wire.protocol import LAYOUT_MAX, WAIT_SECONDS_MAX

CURSORS_MAX = 2000
_Told = Annotated[str, Field(max_length=40)]


class Hello(BaseModel):
    """What a register says of itself: the digest of its tally, what its clock shows (`now`), the version of its
    program, the age of the oldest data it works with, the layout it shows, and the cursor of each feed it has `read`.
    Where there is nothing to tell it, it would wait so many seconds for that.
    """

    tally: str = ""
    now: str = ""
    program: _Told = ""
    data_from: _Told = ""
    layout: Annotated[str, Field(max_length=LAYOUT_MAX)] = ""
    read: Annotated[str, Field(max_length=CURSORS_MAX)] = ""
    wait_seconds: Annotated[int, Field(ge=0, le=WAIT_SECONDS_MAX)] = 0
