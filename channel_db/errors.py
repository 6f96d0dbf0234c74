"""What can go wrong with a file, split into *the machine is in trouble* and *we are wrong*."""

from pathlib import Path
from typing import Any

from retail.messages import Message, say


class StorageError(Exception):
    """The machine is in trouble: nothing that was committed is lost, and the message says what to do."""

    def __init__(self, template: str, **values: Any) -> None:
        self.message = Message(template, values)
        super().__init__(str(self.message))


class DatabaseForeign(StorageError):
    """The file belongs to another application."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            "{file} belongs to another program. Choose this register's own data folder.", file=file
        )


class DatabaseNewer(StorageError):
    """A newer Kassa has written this file."""

    def __init__(self, file: Path, found: int, known: int) -> None:
        super().__init__(
            "{file} was written by a newer Kassa (version {found} of its tables; this one knows {known}). "
            "Install the newer Kassa on this register.",
            file=file,
            found=found,
            known=known,
        )


class DatabaseDamaged(StorageError):
    """The file cannot be read as a whole; it is left as it is."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            "{file} is damaged. Leave it as it is and call for help: nothing was changed.", file=file
        )


class DatabaseReplaced(StorageError):
    """The file that is open is not the one under its name any more: what is written now may be lost."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            "{file} was removed or replaced while this register was open. Take no money: close it and call for help.",
            file=file,
        )


class CatalogNotReady(StorageError):
    """There is no catalogue that can be read; the agent makes it anew."""

    def __init__(self) -> None:
        super().__init__("The products are being fetched anew. Try again in a moment.")


class LibraryTooOld(StorageError):
    """This SQLite can corrupt a file that two programs write."""

    def __init__(self, found: str, needed: str) -> None:
        super().__init__(
            "The SQLite library {found} may damage the data; at least {needed} is needed. Install Kassa again.",
            found=found,
            needed=needed,
        )


class DiskFull(StorageError):
    """There is no room to keep another sale."""

    def __init__(self) -> None:
        super().__init__("The disk is full. Make room on it before the next sale; nothing is lost.")


class NoRoomToSalvage(StorageError):
    """A damaged journal stands as it was: there is no room for the new one beside it."""

    def __init__(self, needed_mib: int) -> None:
        super().__init__(
            "The records of this register are damaged, and the disk has no room to save what is in them. Make {needed} "
            "MiB free on it and start again; nothing was changed, and nothing is lost.",
            needed=needed_mib,
        )


class DatabaseBusy(StorageError):
    """Another program held the file for longer than we wait."""

    def __init__(self) -> None:
        super().__init__("The data is in use by another program. Nothing was changed; try again.")


class DiskTrouble(StorageError):
    """The disk did not do what it was asked; whether the last change was kept shows when the file is reopened."""

    def __init__(self) -> None:
        super().__init__("The disk does not answer. Start this register again and look at the last sale.")


class AlreadyOpen(StorageError):
    """Another copy of the same program works with this data folder."""

    def __init__(self, what: str, folder: Path) -> None:
        super().__init__(
            "{what} is open already with the data in {folder}. Use the one that is open, or close it first.",
            what=what,
            folder=folder,
        )


class DataElsewhere(StorageError):
    """The data folder lies where databases are damaged."""

    def __init__(self, why: Message) -> None:
        super().__init__(
            "{why}, which damages databases. Move the data to a disk of this machine, or accept it with "
            "elsewhere = true under [data] in register.toml.",
            why=why,
        )


class StorageBug(Exception):
    """We are wrong: a rule of the tables was broken. Nothing was changed; the log has the statement."""


class ChainBroken(Exception):
    """A journal entry is not what it was when it was written."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.message = say(
            "Entry {number} of this register's journal was changed, or one is missing before it. "
            "Sell on, and call headquarters.",
            number=number,
        )
        super().__init__(str(self.message))
