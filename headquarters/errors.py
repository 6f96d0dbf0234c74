"""The ways headquarters says no to a caller: a status and words, never a trace."""

from retail.wire.versions import Versions


class Refusal(Exception):
    """A call that is refused; the words are fit for the caller and say nothing about the inside."""

    def __init__(self, status: int, words: str, retry_after_seconds: int | None = None) -> None:
        super().__init__(words)
        self.status = status
        self.words = words
        self.retry_after_seconds = retry_after_seconds


class DatabaseBusy(Refusal):
    """The database could not do it just now; nothing was changed and the same call may be made again."""

    def __init__(self) -> None:
        super().__init__(503, "Headquarters is busy. Try again in a moment.", retry_after_seconds=1)


class DatabaseUnusable(Exception):
    """The database file is not one that this program may open; the text says why."""


class OtherVersion(Refusal):
    """Register and headquarters speak different versions of the protocol; nothing was taken."""

    def __init__(self, theirs: int, spoken: Versions) -> None:
        oldest, newest = spoken
        ours = f"version {newest}" if oldest == newest else f"versions {oldest} to {newest}"
        super().__init__(409, f"This headquarters speaks {ours}, the register {theirs}. Update one of them.")
        self.spoken = spoken
