"""What an offline profile has a register look at by itself, at a sign-in and at intervals: the line of the agent."""

from datetime import timedelta

from pos_app.register.session import RegisterSession
from retail.settings import StoreSettings
from retail.switching import Cause

REACHED = ("online", "slow")
TROUBLED = {"slow": Cause.SLOW, "offline": Cause.SILENT}


class HealthCheck:
    """Ends the silence of headquarters at this register, without anybody who waits for it."""

    def __init__(self, session: RegisterSession) -> None:
        self._session = session
        self._looked = session.clock.now()

    def look(self, settings: StoreSettings) -> None:
        """Look whether the line is back, where the interval has passed; 0 minutes is never."""
        session, every = self._session, timedelta(minutes=settings.health_check_minutes)
        if not every or not session.real_time.is_left or session.clock.now() - self._looked < every:
            return
        self._looked = session.clock.now()
        state = session.catalog.contact().state
        if state in REACHED and not (settings.advanced_offline and state in TROUBLED):
            session.real_time.is_back()

    def signed_in(self, settings: StoreSettings) -> None:
        """Somebody has just signed in: with advanced switching they begin offline where the agent's line is slow or
        gone, and what waited for the first of them is fetched now.
        """
        session = self._session
        cause = TROUBLED.get(session.catalog.contact().state)
        if settings.advanced_offline and cause is not None:
            session.real_time.leave(cause)
        waited = settings.pause_unused and not session.finding.is_ready_to_sell()
        if waited and session.ask_agent is not None and not session.offline_by:
            session.ask_agent()
