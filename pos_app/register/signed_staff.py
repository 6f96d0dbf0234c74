"""Who may do what as headquarters signed it: what somebody changed in the catalogue of a register gives no rights."""

from dataclasses import replace

from channel_db.catalog.repository import Catalog
from channel_db.trust import Trust
from retail.errors import RuleBroken
from retail.permissions import RoleLimit
from retail.settings import StoreSettings
from retail.wire.feeds import StaffRow


class SignedStaff:
    """The staff of one catalogue, and the limits of the store."""

    def __init__(self, catalog: Catalog, trust: Trust, store: str) -> None:
        self._catalog = catalog
        self._trust = trust
        self._store = store

    def person(self, user: str) -> StaffRow | None:
        """The person with this user name; None where there is none, or their row is another store's.

        Raises:
            RuleBroken: what stands here of them is not what headquarters signed.
        """
        value = self._catalog.staff_value(user)
        if value is None:
            return None
        if not self._trust.is_signed("staff", user, value):
            raise RuleBroken(
                "What stands on this register about {user} was changed and is not what headquarters signed. Nobody is "
                "let in by it. It is fetched again at the next contact; until then somebody else has to sign in.",
                user=user,
            )
        person = StaffRow.of(value)
        return person if person.store in ("", self._store) else None

    def everybody(self) -> list[StaffRow]:
        """Everybody whose row is as headquarters signed it, by user name."""
        values = self._catalog.signed_values("staff")
        rows = [
            StaffRow.of(each) for user, each in values.items() if self._trust.is_signed("staff", user, each)
        ]
        return [row for row in rows if row.store in ("", self._store)]

    def changed(self) -> list[str]:
        """The users, and "settings", of which this register holds something that headquarters did not sign."""
        users = self._catalog.signed_values("staff").items()
        bad = [user for user, value in users if not self._trust.is_signed("staff", user, value)]
        return bad + ([] if self._are_settings_signed() else ["settings"])

    def settings(self) -> StoreSettings | None:
        """The store's settings. Where they are not as headquarters signed them, nobody goes beyond any limit alone."""
        settings = self._catalog.settings()
        if settings is None or self._are_settings_signed():
            return settings
        roles = {each.role for each in settings.role_limits}
        roles |= {str(each.get("role", "")) for each in self._catalog.signed_values("staff").values()}
        nothing = [
            RoleLimit(role, return_line_minor=0, return_total_minor=0, blind_return_minor=0)
            for role in sorted(roles)
        ]
        return replace(settings, role_limits=tuple(nothing))

    def _are_settings_signed(self) -> bool:
        values = self._catalog.signed_values("settings").items()
        return all(self._trust.is_signed("settings", store, value) for store, value in values)
