"""The roles of the back office and what each may."""

from enum import StrEnum


class Role(StrEnum):
    """What somebody is at the back office."""

    ADMINISTRATOR = "administrator"
    BACK_OFFICE = "back office"
    STORE_MANAGER = "store manager"
    AUDITOR = "auditor"


class Right(StrEnum):
    """What a role may: see every store, change what it sees, set up, look after people, read the audit log, take
    the log of headquarters away.
    """

    ALL_STORES = "all stores"
    CHANGE = "change"
    SET_UP = "set up"
    PEOPLE = "people"
    AUDIT = "audit"
    LOGS = "logs"


RIGHTS = {
    Role.ADMINISTRATOR: frozenset(Right),
    Role.BACK_OFFICE: frozenset({Right.ALL_STORES, Right.CHANGE, Right.SET_UP}),
    Role.STORE_MANAGER: frozenset({Right.CHANGE}),
    Role.AUDITOR: frozenset({Right.ALL_STORES, Right.AUDIT}),
}
