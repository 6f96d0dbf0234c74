"""Writes into the journal when this register began to work without headquarters, why, and when it ceased to."""

from datetime import datetime

from pos_app.register.journaling import journal_text
from pos_app.register.session import RegisterSession
from pos_app.register.sync_figures import shown_facts
from retail.clock import stamp
from retail.switching import Cause

GONE, BACK = "line.gone", "line.back"


class LineLog:
    """Writes each change once. What somebody chose stands in the journal already, and is none of this."""

    def __init__(self, session: RegisterSession) -> None:
        self._session = session
        self._cause: Cause | None = None
        self._since: datetime | None = None

    def look(self) -> None:
        """Look whether it works without headquarters now, and write down what has changed; another cause is another
        entry.
        """
        session = self._session
        if session.offline_by:
            return
        cause = self._found()
        if cause is self._cause:
            return
        now, user = session.clock.now(), "" if session.user is None else session.user.user
        with session.journal.unit_of_work() as work:
            if self._cause is not None and self._since is not None:
                text = journal_text(because=self._cause, since=stamp(self._since))
                work.add_journal_entry(stamp(now), BACK, user, text)
            if cause is not None:
                work.add_journal_entry(stamp(now), GONE, user, journal_text(because=cause))
        self._cause, self._since = cause, None if cause is None else now

    def _found(self) -> Cause | None:
        """Why it works without headquarters: nobody answers, or it is left alone for a while after a call."""
        session = self._session
        if shown_facts(session).connection == "offline":
            return Cause.SILENT
        return None if session.real_time.may_ask() else session.real_time.left_because
