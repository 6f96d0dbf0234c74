"""The part of the desk that fills the sheets about the till and its shifts."""

from collections.abc import Callable

from pos_app.register.session import RegisterSession
from pos_app.register.shift_views import blind_shift_views, count_view, movement_view, suspended_choices
from pos_app.till_views import BlindShiftView, CountView, MovementView
from pos_app.views import ChoiceView
from retail.settings import StoreSettings


class RegisterTillDesk:
    """Implements `pos_app.till_views.TillDesk` on one session."""

    def __init__(self, session: RegisterSession, settings: Callable[[], StoreSettings]) -> None:
        self._session, self._settings = session, settings

    def suspended(self) -> tuple[ChoiceView, ...]:
        """The sales that are set aside, newest first."""
        return suspended_choices(self._session)

    def count(self, shift: str = "") -> CountView:
        """What is asked when a shift is counted: the open one, or one that was closed blind."""
        return count_view(self._session, self._settings(), shift)

    def movement(self, operation: str) -> MovementView:
        """What is asked when cash is put in or taken out."""
        return movement_view(self._session, self._settings(), operation)

    def blind_shifts(self) -> tuple[BlindShiftView, ...]:
        """The shifts that were closed blind and wait to be counted, oldest first."""
        return blind_shift_views(self._session, self._settings())
