"""The disk under SQLite, watched: every write and sync of our own connections is recorded, and can be made to fail.

SQLite reaches a disk through a table of functions (its VFS). The driver's library exports it, so that a copy of that
table can stand in front of the real one while a test runs: nothing of the product knows of it.
"""

import ctypes
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlcipher3 import _sqlite3

OK, IOERR_FSYNC = 0, 10 | 4 << 8
SECTOR = 512
_KEPT: list[object] = []
"""What SQLite still points at: a file may be closed after a test, and SQLite must find its functions then."""

_OPEN = ctypes.CFUNCTYPE(
    ctypes.c_int,
    ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.POINTER(ctypes.c_int),
)  # fmt: skip
_WRITE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_int64)
_TRUNCATE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int64)
_SYNC = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)


class _Vfs(ctypes.Structure):
    """`sqlite3_vfs`, version 3."""

    _fields_ = (
        ("version", ctypes.c_int),
        ("file_size", ctypes.c_int),
        ("path_max", ctypes.c_int),
        ("next", ctypes.c_void_p),
        ("name", ctypes.c_char_p),
        ("data", ctypes.c_void_p),
        ("open", ctypes.c_void_p),
        ("others", ctypes.c_void_p * 14),
    )


class _Methods(ctypes.Structure):
    """`sqlite3_io_methods`, version 3: what can be done to one open file."""

    _fields_ = (
        ("version", ctypes.c_int),
        ("close", ctypes.c_void_p),
        ("read", ctypes.c_void_p),
        ("write", ctypes.c_void_p),
        ("truncate", ctypes.c_void_p),
        ("sync", ctypes.c_void_p),
        ("others", ctypes.c_void_p * 13),
    )


@dataclass(frozen=True, slots=True)
class Op:
    """One thing that was done to a file: `write` and `truncate` say where, `sync` makes all before it last."""

    kind: str
    file: str
    offset: int = 0
    data: bytes = b""


@dataclass(slots=True)
class WatchedDisk:
    """What was done to the files of this folder, in order; and the files whose next sync fails."""

    folder: Path
    ops: list[Op] = field(default_factory=list)
    failing: list[str] = field(default_factory=list)

    def after_power_cut(
        self, cut: int, files: dict[str, bytes], chance: random.Random, database: str = "journal.db"
    ) -> dict[str, bytes]:
        """What may lie on the disk when the power goes after so many of its operations.

        What was synced is there. Of what was written since then, nothing, all, some or the beginning is there, and
        the last of it may be torn at a sector.
        """
        return {
            name: self._left(name, cut, files.get(name, b""), chance)
            for name in (database, f"{database}-wal")
        }

    def _left(self, name: str, cut: int, start: bytes, chance: random.Random) -> bytes:
        ops = [op for op in self.ops[:cut] if op.file == name]
        synced = max((at for at, op in enumerate(ops) if op.kind == "sync"), default=-1)
        lost = [op for op in ops[synced + 1 :] if op.kind != "sync"]
        style = chance.choice(("none", "all", "some", "beginning", "torn"))
        if style == "none":
            lost = []
        elif style == "some":
            lost = [op for op in lost if chance.random() < 0.5]
        elif style in ("beginning", "torn"):
            lost = lost[: chance.randint(0, len(lost))]
        if style == "torn" and lost and lost[-1].kind == "write":
            whole = lost.pop()
            kept = chance.randint(0, len(whole.data) // SECTOR) * SECTOR
            lost.append(Op("write", name, whole.offset, whole.data[:kept]))
        content = bytearray(start)
        for op in [*ops[: synced + 1], *lost]:
            _apply(op, content)
        return bytes(content)


def _apply(op: Op, content: bytearray) -> None:
    if op.kind == "truncate":
        del content[op.offset :]
    elif op.kind == "write":
        content.extend(bytes(max(0, op.offset + len(op.data) - len(content))))
        content[op.offset : op.offset + len(op.data)] = op.data


@contextmanager
def watched(folder: Path) -> Iterator[WatchedDisk]:
    """Watch what is done to the files of this folder that are opened in the body."""
    disk = WatchedDisk(folder)
    library = ctypes.CDLL(_sqlite3.__file__)
    library.sqlite3_vfs_find.restype = ctypes.c_void_p
    library.sqlite3_vfs_find.argtypes = (ctypes.c_char_p,)
    library.sqlite3_vfs_register.argtypes = (ctypes.c_void_p, ctypes.c_int)
    library.sqlite3_vfs_unregister.argtypes = (ctypes.c_void_p,)
    real = library.sqlite3_vfs_find(None)
    watching = _Watching(disk, real)
    _KEPT.append(watching)
    address = ctypes.addressof(watching.vfs)
    library.sqlite3_vfs_register(address, 1)
    try:
        yield disk
    finally:
        library.sqlite3_vfs_unregister(address)
        library.sqlite3_vfs_register(real, 1)


class _Watching:
    """The copies of SQLite's tables with our functions in them."""

    def __init__(self, disk: WatchedDisk, real: int) -> None:
        self._disk = disk
        self._real = real
        self._names: dict[int, str] = {}
        self._methods: dict[int, tuple[_Methods, _Methods]] = {}
        self._functions = (
            _OPEN(self._open),
            _WRITE(self._write),
            _TRUNCATE(self._truncate),
            _SYNC(self._sync),
        )
        self._real_open = _OPEN(_Vfs.from_address(real).open)
        self.vfs = _Vfs.from_buffer_copy(_Vfs.from_address(real))
        self.vfs.name = b"watched"
        self.vfs.next = None
        self.vfs.open = _address(self._functions[0])

    def _open(self, _vfs: int, name: int | None, file: int, flags: int, out: Any) -> int:
        # The name is handed on as it lies in memory: SQLite goes on using it.
        done = self._real_open(self._real, name, file, flags, out)
        path = Path(ctypes.string_at(name).decode()) if name else None
        pointer = ctypes.c_void_p.from_address(file)
        if done == OK and pointer.value and path is not None and path.parent == self._disk.folder:
            self._names[file] = path.name
            pointer.value = self._watched_methods(pointer.value)
        return int(done)

    def _watched_methods(self, real: int) -> int:
        if real not in self._methods:
            copy = _Methods.from_buffer_copy(_Methods.from_address(real))
            copy.write, copy.truncate, copy.sync = [_address(each) for each in self._functions[1:]]
            self._methods[real] = (copy, _Methods.from_address(real))
        return ctypes.addressof(self._methods[real][0])

    def _methods_of(self, file: int) -> _Methods:
        """The real functions of a file that is watched."""
        shown = ctypes.c_void_p.from_address(file).value
        return next(real for copy, real in self._methods.values() if ctypes.addressof(copy) == shown)

    def _write(self, file: int, data: int, size: int, offset: int) -> int:
        self._disk.ops.append(Op("write", self._names[file], offset, ctypes.string_at(data, size)))
        return int(_WRITE(self._methods_of(file).write)(file, data, size, offset))

    def _truncate(self, file: int, size: int) -> int:
        self._disk.ops.append(Op("truncate", self._names[file], size))
        return int(_TRUNCATE(self._methods_of(file).truncate)(file, size))

    def _sync(self, file: int, flags: int) -> int:
        if self._names[file] in self._disk.failing:
            self._disk.failing.remove(self._names[file])
            return IOERR_FSYNC
        self._disk.ops.append(Op("sync", self._names[file]))
        return int(_SYNC(self._methods_of(file).sync)(file, flags))


def _address(function: Any) -> int | None:
    return ctypes.cast(function, ctypes.c_void_p).value
