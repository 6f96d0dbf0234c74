"""Which entries of a register's account are events of security, and what they are called; and which are of its line."""

from collections.abc import Mapping

from retail.messages import phrase

SECURITY: Mapping[str, str] = {
    "approval": phrase("approval"),
    "catalog.replaced": phrase("catalogue made anew"),
    "clock.moved": phrase("clock moved"),
    "disk.failed": phrase("disk failed"),
    "drawer.open": phrase("drawer opened"),
    "journal.salvaged": phrase("journal salvaged"),
    "numbers.brought_back": phrase("numbers brought back"),
    "numbers.raised": phrase("older copy put back"),
    "pin.failed": phrase("wrong PIN"),
    "pin.locked": phrase("locked after wrong PINs"),
    "receipt.copy": phrase("copy of a receipt"),
    "register.lock": phrase("register locked"),
    "register.unlock": phrase("register unlocked"),
    "right.refused": phrase("right refused"),
    "sync.work_offline": phrase("offline by choice"),
    "sync.work_online": phrase("online again"),
    "user.sign_in": phrase("sign-in"),
    "user.sign_off": phrase("sign-off"),
}
"""By the kind that stands in the entry."""

SAYS_IT_WAS_PUT_BACK = frozenset({"journal.salvaged", "numbers.raised"})
"""With one of these a register itself says that its journal lost what came after the entry before."""

ENDS: Mapping[str, str] = {"line.gone": "line.back", "sync.work_offline": "sync.work_online"}
"""What says that a register began to work without headquarters, by itself or by choice, and what says it ceased."""
LINE = (*ENDS, *ENDS.values())
