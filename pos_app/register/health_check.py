"""The health check of an offline profile: at its interval, what the agent has reached is asked again here too."""

from datetime import timedelta

from pos_app.register.session import RegisterSession
from retail.settings import StoreSettings

REACHED = ("online", "slow")


class HealthCheck:
    """Ends the silence of headquarters at this register, without anybody who waits for it."""

    def __init__(self, session: RegisterSession) -> None:
        self._session = session
        self._looked = session.clock.now()

    def look(self, settings: StoreSettings) -> None:
        """Look whether the line is back, where the interval has passed; 0 minutes is never."""
        session, every = self._session, timedelta(minutes=settings.health_check_minutes)
        if not every or not session.real_time.is_silent or session.clock.now() - self._looked < every:
            return
        self._looked = session.clock.now()
        if session.catalog.contact().state in REACHED:
            session.real_time.is_back()
