"""A release as one archive: the files of one commit and nothing else, the same bytes every time, signed as a whole.

`./kassa release key|make|check|unpack`. Whoever installs one knows the public key beforehand: one in the archive would
prove nothing. Nothing of an archive is run, or written anywhere, before all of it was checked.
"""

import argparse
import hashlib
import io
import json
import subprocess
import sys
import tarfile
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from channel_db.private_file import write_private
from retail.version import PROGRAM

CHECKOUT = Path(__file__).resolve().parent.parent
MANIFEST, SIGNATURE = "RELEASE.json", "RELEASE.sig"
SIGNED = b"kassa-release\n"
"""What stands before all that is signed of a release: no signature of anything else is one of it."""
_RUNS = 0o100


class ReleaseRefused(Exception):
    """This archive is not taken; the text says what is wrong with it."""


def make(checkout: Path, key: Ed25519PrivateKey) -> bytes:
    """The release of the commit that is checked out. What was changed since, or never added, is not in it.

    Raises:
        ReleaseRefused: it cannot be read, or holds something that is no file.
    """
    git = subprocess.run(
        ["git", "archive", "--format=tar", "HEAD"], cwd=checkout, capture_output=True, check=False
    )
    if git.returncode:
        raise ReleaseRefused(
            f"{checkout} is no checkout. Change to one. ({git.stderr.decode(errors='replace').strip()})"
        )
    files: dict[str, tuple[bytes, int]] = {}
    with tarfile.open(fileobj=io.BytesIO(git.stdout)) as commit:
        for member in commit:
            content = commit.extractfile(member) if member.isfile() else None
            if content is not None:
                files[member.name] = content.read(), 0o755 if member.mode & _RUNS else 0o644
            elif not member.isdir():
                raise ReleaseRefused(f"{member.name} is no file. Take it out of the checkout.")
    listed = {name: hashlib.sha256(content).hexdigest() for name, (content, _) in sorted(files.items())}
    manifest = json.dumps({"kassa": PROGRAM, "files": listed}, indent=1).encode()
    signature = key.sign(SIGNED + manifest).hex().encode()
    first = {MANIFEST: (manifest, 0o644), SIGNATURE: (signature, 0o644)}
    return _packed({**first, **dict(sorted(files.items()))})


def _packed(files: Mapping[str, tuple[bytes, int]]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as packed:
        for name, (content, mode) in files.items():
            member = tarfile.TarInfo(name)
            member.size, member.mode = len(content), mode
            packed.addfile(member, io.BytesIO(content))
    return buffer.getvalue()


def checked(archive: bytes, trusted: Ed25519PublicKey) -> dict[str, tuple[bytes, int]]:
    """The files of a release that this key has signed, each with its content and mode.

    Raises:
        ReleaseRefused: it was signed by nobody or another key, or anything in it is not what was signed.
    """
    files = _unpacked(archive)
    try:
        (manifest, _), (signature, _) = files.pop(MANIFEST), files.pop(SIGNATURE)
        trusted.verify(bytes.fromhex(signature.decode()), SIGNED + manifest)
    except KeyError:
        raise ReleaseRefused("It is no release of Kassa. Fetch one from whoever makes them.") from None
    except (InvalidSignature, ValueError):
        raise ReleaseRefused(
            "It was not signed by this key. Ask whoever makes releases which it is, and fetch it again."
        ) from None
    listed = json.loads(manifest)["files"]
    for name in sorted({*listed, *files}):
        if name not in files:
            raise ReleaseRefused(f"{name} is missing. Fetch the release again.")
        if listed.get(name) != hashlib.sha256(files[name][0]).hexdigest():
            raise ReleaseRefused(f"{name} is not what was signed. Fetch the release again.")
    return files


def _unpacked(archive: bytes) -> dict[str, tuple[bytes, int]]:
    files: dict[str, tuple[bytes, int]] = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(archive), mode="r:") as packed:
            for member in packed:
                content = packed.extractfile(member) if member.isfile() else None
                place = PurePosixPath(member.name)
                if content is None or place.is_absolute() or ".." in place.parts or member.name in files:
                    raise ReleaseRefused(f"{member.name} may not be in a release. Fetch it again.")
                files[member.name] = content.read(), 0o755 if member.mode & _RUNS else 0o644
    except (tarfile.TarError, OSError, EOFError) as trouble:
        raise ReleaseRefused(f"It cannot be read. Fetch it again. ({trouble})") from trouble
    return files


def unpack(files: Mapping[str, tuple[bytes, int]], folder: Path) -> None:
    """Write checked files into a folder that is not there yet: all of them, or none under its name.

    Raises:
        OSError: it is there, or cannot be written.
    """
    half = folder.with_name(f"{folder.name}.part")
    half.mkdir()
    for name, (content, mode) in files.items():
        file = half / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        file.chmod(mode)
    if folder.exists():
        raise FileExistsError(f"{folder} is there already")
    half.replace(folder)


def main(words: Sequence[str]) -> int:
    """Do what is asked; 1 where a release is refused."""
    said = _arguments(words)
    try:
        if said.act == "key":
            _make_key(said.file)
        elif said.act == "make":
            secret = json.loads(said.key.read_text(encoding="utf-8"))["private"]
            content = make(CHECKOUT, Ed25519PrivateKey.from_private_bytes(bytes.fromhex(secret)))
            said.file.write_bytes(content)
            sys.stdout.write(f"{hashlib.sha256(content).hexdigest()}  {said.file}\n")
        else:
            trusted = Ed25519PublicKey.from_public_bytes(bytes.fromhex(said.by))
            files = checked(said.file.read_bytes(), trusted)
            if said.act == "unpack":
                unpack(files, said.to)
            sys.stdout.write(f"{said.file} holds {len(files)} files, all of them as they were signed.\n")
    except (ReleaseRefused, OSError, ValueError, KeyError) as trouble:
        sys.stderr.write(f"{said.file} is not taken. {trouble}\n")
        return 1
    return 0


def _make_key(file: Path) -> None:
    if file.exists():
        raise FileExistsError(f"{file} is there already")
    private = Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw().hex()
    write_private(file, {"private": private.private_bytes_raw().hex(), "public": public})
    sys.stdout.write(f"Give this public key to whoever installs releases: {public}\n")


def _arguments(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kassa release", description="Signed archives of Kassa.")
    acts = parser.add_subparsers(dest="act", required=True)
    for act, purpose in (
        ("key", "make a key that signs releases; keep the file to yourself"),
        ("make", "pack the commit that is checked out, and sign it"),
        ("check", "say whether an archive is what was signed"),
        ("unpack", "check an archive, and write it into a new folder"),
    ):
        each = acts.add_parser(act, help=purpose)
        each.add_argument("file", type=Path)
        if act == "make":
            each.add_argument("--key", type=Path, required=True, help="the file that `release key` made")
        if act in ("check", "unpack"):
            each.add_argument("--by", required=True, help="the public key that you trust")
        if act == "unpack":
            each.add_argument("--to", type=Path, required=True, help="a folder that is not there yet")
    return parser.parse_args(list(words))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
