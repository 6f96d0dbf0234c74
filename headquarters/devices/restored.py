"""Headquarters that was put back from a backup finds it out by its registers: one of them has heard what these books do
not know of. It then begins another life, so that every register offers again what may be missing here.
"""

from datetime import timedelta
from logging import getLogger

from sqlalchemy.orm import Session

from headquarters.cases.service import open_case
from headquarters.context import Headquarters, stored
from headquarters.installation import begin_new_life, installation
from retail.messages import Message, say

CASE = "restored"
AGAIN_AFTER = timedelta(hours=1)
"""No register can have headquarters begin another life more often: each costs all of them a reading of everything."""

_log = getLogger(__name__)


def begin_anew_behind(headquarters: Headquarters, register: str, what: Message) -> None:
    """This register has heard more than these books hold: they are older than what was said from here."""
    now = headquarters.clock.now()
    words = say(
        "{register} {what} that these books do not know of: they were put back from a backup. Registers offer again "
        "what they have kept of the last 30 days. Look whether something is missing that no register had.",
        register=register, what=what,
    )  # fmt: skip

    def begin(session: Session) -> bool:
        if installation(session).lives_since > stored(now - AGAIN_AFTER):
            return False
        life = headquarters.ids.new()
        begin_new_life(session, life, stored(now))
        open_case(session, CASE, life, words, stored(now))
        return True

    if headquarters.database.committed(begin):
        _log.warning("%s", words)


def was_seen_in_this_life(session: Session, seen_at: str) -> bool:
    """Whether a device that was seen then was seen by these books since they have their incarnation: what it knows from
    before, an older life explains.
    """
    return seen_at >= installation(session).lives_since
