"""Calls that show that the credentials of a register were copied: a case for a person, and words for the machine."""

from logging import getLogger

from headquarters.cases.service import has_open_case, open_case
from headquarters.context import Headquarters
from headquarters.errors import Refusal
from retail.messages import Message, say

CASE = "identity"

_AGAIN = "What was not sent stays here; enrol this machine with a new code."
_log = getLogger(__name__)


class NotProved(Refusal):
    """A call that its register's key has not signed."""

    def __init__(self, register: str) -> None:
        super().__init__(401, f"This call is not proved by the key of {register}. {_AGAIN}")


class Revoked(Refusal):
    """A call of a device that was revoked."""

    def __init__(self, register: str) -> None:
        super().__init__(401, f"{register} was revoked at headquarters. {_AGAIN}")


def copied_token(headquarters: Headquarters, register: str, address: str) -> Refusal:
    """A token came without its key."""
    _tell(headquarters, register, "proof", say(
        "A call with the token of {register} came from {address} without proof of its key: the token was copied. "
        "The call was refused.", register=register, address=address))  # fmt: skip
    return NotProved(register)


def copied_disk(headquarters: Headquarters, register: str, address: str) -> Refusal:
    """A counter came that another machine with the same key has moved on."""
    _tell(headquarters, register, "copy", say(
        "{register} called from {address}, and another machine goes on as {register}: a disk was copied, or "
        "restored from an image. The call was refused; enrol the one that is to be it with a new code.",
        register=register, address=address))  # fmt: skip
    return Refusal(
        401,
        f"Another machine goes on as {register}: this disk is a copy, or was restored from an image. {_AGAIN}",
    )


def repeated_call(headquarters: Headquarters, register: str, address: str) -> Refusal:
    """A call came that was made before, word for word: a register makes each only once."""
    _tell(headquarters, register, "repeat", say(
        "A call of {register} came a second time, from {address}: somebody has recorded it on its way. The second was "
        "refused; nothing was done by it.", register=register, address=address))  # fmt: skip
    return Refusal(401, f"This call of {register} was heard before. Make it anew.")


def spent_token(headquarters: Headquarters, register: str, address: str) -> Refusal:
    """A token came that was exchanged long ago; its register was revoked."""
    _tell(headquarters, register, "token", say(
        "A token of {register} was used from {address} after its exchange: its credentials were copied. {register} "
        "was revoked; enrol it with a new code.", register=register, address=address))  # fmt: skip
    return Refusal(401, f"A token of {register} was used after its exchange, so it was revoked. {_AGAIN}")


def _tell(headquarters: Headquarters, register: str, what: str, words: Message) -> None:
    """Bring it before a person, once as long as nobody has looked."""
    _log.warning("%s", words)
    about = f"{register} {what}"
    with headquarters.database.reading() as session:
        is_told = has_open_case(session, CASE, about)
    if not is_told:
        with headquarters.database.writing() as session:
            open_case(session, CASE, about, words, headquarters.now())
