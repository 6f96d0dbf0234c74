"""The pictures of products in the data folder: each in a file named by its digest, and bounded in all."""

import hashlib
import os
import re
from collections.abc import Collection
from pathlib import Path

FOLDER = "pictures"
MOST_BYTES = 200 * 1024 * 1024
_DIGEST = re.compile(r"[0-9a-f]{64}\Z")
_ARRIVING = ".part"


class PictureWrong(ValueError):
    """Bytes that are not the picture they were named as."""


class PictureFolder:
    """The files of one register: the agent keeps them, anybody reads them."""

    def __init__(self, data: Path, most_bytes: int = MOST_BYTES) -> None:
        self._folder = data / FOLDER
        self._most_bytes = most_bytes

    def missing(self, wanted: Collection[str]) -> list[str]:
        """Those of these pictures that are not here; what is no digest names no file."""
        here = {file.name for file in self._files()}
        return sorted(each for each in wanted if _DIGEST.match(each) and each not in here)

    def file_of(self, digest: str) -> Path | None:
        """Where a picture lies; None where it has not come."""
        file = self._folder / digest
        return file if _DIGEST.match(digest) and file.is_file() else None

    def keep(self, digest: str, data: bytes, used: Collection[str]) -> bool:
        """Keep a picture, at the cost of the oldest that are not `used`; whether there was room for it.

        Raises:
            PictureWrong: the bytes are not those of this digest.
            OSError: the disk does not take it.
        """
        if not _DIGEST.match(digest) or hashlib.sha256(data).hexdigest() != digest:
            raise PictureWrong(f"the {len(data)} bytes that came as picture {digest} are not that picture")
        if not self._make_room(len(data), used):
            return False
        self._folder.mkdir(exist_ok=True)
        arriving = self._folder / f"{digest}{_ARRIVING}"
        try:
            with arriving.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            arriving.replace(self._folder / digest)
        finally:
            arriving.unlink(missing_ok=True)
        return True

    def _make_room(self, size: int, used: Collection[str]) -> bool:
        files = [(file, file.stat()) for file in self._files()]
        taken = size + sum(said.st_size for _file, said in files)
        for file, said in sorted(files, key=lambda each: each[1].st_mtime):
            if taken <= self._most_bytes:
                break
            if file.name not in used:
                file.unlink()
                taken -= said.st_size
        return taken <= self._most_bytes

    def _files(self) -> list[Path]:
        return list(self._folder.iterdir()) if self._folder.is_dir() else []
