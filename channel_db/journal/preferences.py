"""What each person chose for themselves at this register, and what was chosen for the register itself."""

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.sqlite import insert

from channel_db.journal.models import PreferenceRow
from channel_db.journal.part import Part
from channel_db.statements import Statement

_ONE = Statement(
    select(PreferenceRow.value).where(
        PreferenceRow.user == bindparam("who"), PreferenceRow.name == bindparam("what")
    )
)
_KEEP = Statement(
    insert(PreferenceRow)
    .values(user=bindparam("who"), name=bindparam("what"), value=bindparam("chosen"))
    .on_conflict_do_update(
        index_elements=[PreferenceRow.user, PreferenceRow.name], set_={"value": bindparam("chosen")}
    )
)


REGISTER = ""
"""Stands for the register itself where no person is meant."""
OFFLINE_BY = "offline_by"
"""The choice of the register to work offline: the name of who made it."""
LAYOUT_SHOWN = "layout_shown"
"""The layout that the register shows, for headquarters to be told."""


class PreferenceReading(Part):
    """Knows what somebody chose."""

    def offline_by(self) -> str:
        """Who had this register work without headquarters; empty where nobody has."""
        return self.preference(REGISTER, OFFLINE_BY)

    def layout_shown(self) -> str:
        """The layout that this register shows, with its version; empty before it has shown one."""
        return self.preference(REGISTER, LAYOUT_SHOWN)

    def preference(self, user: str, name: str) -> str:
        """What this person chose; empty where they chose nothing."""
        (chosen,) = _ONE.one(self._connection, who=user, what=name) or ("",)
        return str(chosen)


class PreferenceWriting(Part):
    """Keeps what somebody chooses."""

    def keep_preference(self, user: str, name: str, value: str) -> None:
        """Keep a choice in the place of the one before."""
        _KEEP.write(self._connection, who=user, what=name, chosen=value)

    def keep_layout_shown(self, name: str) -> None:
        """This is the layout that is shown from now on."""
        self.keep_preference(REGISTER, LAYOUT_SHOWN, name)

    def keep_offline_by(self, name: str) -> None:
        """Work without headquarters from now on, by this person's choice; empty: with it again."""
        self.keep_preference(REGISTER, OFFLINE_BY, name)
