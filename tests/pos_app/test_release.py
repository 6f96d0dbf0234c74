"""A release is the same bytes every time, holds one commit and nothing else, and is refused where anything differs."""

import io
import json
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from pos_app import release
from pos_app.release import MANIFEST, SIGNATURE, ReleaseRefused, checked, main, make

KEY = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
OTHER = Ed25519PrivateKey.from_private_bytes(b"o" * 32)
Files = dict[str, bytes]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small one with a program, and beside it what must not go out."""
    return checkout_in(tmp_path / "checkout")


def checkout_in(folder: Path) -> Path:
    folder.mkdir()
    (folder / "kassa").write_text("#!/bin/sh\n")
    (folder / "kassa").chmod(0o755)
    (folder / "retail").mkdir()
    (folder / "retail" / "money.py").write_text("ONE = 1\n")
    name = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com"]
    for words in (["init", "-q"], ["add", "."], [*name, "commit", "-q", "-m", "All of it"]):
        subprocess.run(["git", *words], cwd=folder, check=True)
    (folder / "token.json").write_text("secret")
    (folder / "retail" / "money.py").write_text("ONE = 2\n")
    return folder


def unpacked(archive: bytes) -> Files:
    with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        return {each.name: packed.extractfile(each).read() for each in packed}  # type: ignore[union-attr]  # files


def packed(files: Files, kind: bytes = tarfile.REGTYPE, name: str = "") -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for each, content in files.items():
            member = tarfile.TarInfo(each)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
        if name:
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, "/etc/passwd"
            archive.addfile(member)
    return buffer.getvalue()


def test_s51_two_checkouts_of_one_commit_give_the_same_bytes_and_nothing_that_is_not_in_it(
    checkout: Path, tmp_path: Path
) -> None:
    archive = make(checkout, KEY)

    assert make(checkout, KEY) == archive
    subprocess.run(["git", "clone", "-q", str(checkout), str(tmp_path / "other")], check=True)
    assert make(tmp_path / "other", KEY) == archive
    assert unpacked(archive).keys() == {MANIFEST, SIGNATURE, "kassa", "retail/money.py"}
    assert checked(archive, KEY.public_key()) == {
        "kassa": (b"#!/bin/sh\n", 0o755),
        "retail/money.py": (b"ONE = 1\n", 0o644),
    }


def altered(files: Files) -> bytes:
    return packed({**files, "retail/money.py": b"ONE = 3\n"})


def with_more(files: Files) -> bytes:
    return packed({**files, "retail/more.py": b""})


def with_less(files: Files) -> bytes:
    return packed({name: content for name, content in files.items() if name != "kassa"})


def with_its_own_list(files: Files) -> bytes:
    manifest = json.loads(files[MANIFEST])
    manifest["files"].pop("kassa")
    return with_less({**files, MANIFEST: json.dumps(manifest).encode()})


def outside(files: Files) -> bytes:
    return packed({**files, "../kassa": b""})


def with_a_link(files: Files) -> bytes:
    return packed(files, tarfile.SYMTYPE, "retail/link")


def twice(files: Files) -> bytes:
    return packed(files, tarfile.REGTYPE, "kassa")


def cut(files: Files) -> bytes:
    return packed(files)[:700]


def unsigned(files: Files) -> bytes:
    return packed({name: content for name, content in files.items() if name != SIGNATURE})


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (altered, "retail/money.py is not what was signed"),
        (with_more, "retail/more.py is not what was signed"),
        (with_less, "kassa is missing"),
        (with_its_own_list, "not signed by this key"),
        (outside, "../kassa may not be in a release"),
        (with_a_link, "retail/link may not be in a release"),
        (twice, "kassa may not be in a release"),
        (cut, "cannot be read. Fetch it again"),
        (unsigned, "no release of Kassa"),
    ],
)
def test_s50_a_release_that_differs_in_anything_is_refused(
    checkout: Path, change: Callable[[Files], bytes], words: str
) -> None:
    files = unpacked(make(checkout, KEY))
    assert checked(packed(files), KEY.public_key())

    with pytest.raises(ReleaseRefused, match=words):
        checked(change(files), KEY.public_key())


def test_s50_another_key_signs_no_release_of_ours(checkout: Path) -> None:
    with pytest.raises(ReleaseRefused, match="not signed by this key"):
        checked(make(checkout, OTHER), KEY.public_key())


def test_it_is_made_checked_and_unpacked_by_commands(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(release, "CHECKOUT", checkout)
    key, file, folder = tmp_path / "key.json", tmp_path / "kassa.tar", tmp_path / "new"
    assert main(["key", str(key)]) == 0
    public = json.loads(key.read_text())["public"]
    assert public in capsys.readouterr().out
    assert key.stat().st_mode & 0o777 == 0o600
    assert main(["make", str(file), "--key", str(key)]) == 0

    assert main(["unpack", str(file), "--by", public, "--to", str(folder)]) == 0

    assert (folder / "retail" / "money.py").read_text() == "ONE = 1\n"
    assert (folder / "kassa").stat().st_mode & 0o111
    assert main(["check", str(file), "--by", public]) == 0
    file.write_bytes(altered(unpacked(file.read_bytes())))
    assert main(["unpack", str(file), "--by", public, "--to", str(tmp_path / "other")]) == 1
    assert "retail/money.py is not what was signed" in capsys.readouterr().err
    assert not (tmp_path / "other").exists()
    assert main(["key", str(key)]) == 1, "a key is never written over"


def test_what_is_no_checkout_or_holds_more_than_files_gives_no_release(
    checkout: Path, tmp_path: Path
) -> None:
    with pytest.raises(ReleaseRefused, match="is no checkout"):
        make(tmp_path, KEY)
    (checkout / "link").symlink_to("kassa")
    subprocess.run(["git", "add", "link"], cwd=checkout, check=True)
    name = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com"]
    subprocess.run(["git", *name, "commit", "-q", "-m", "A link"], cwd=checkout, check=True)
    with pytest.raises(ReleaseRefused, match="link is no file"):
        make(checkout, KEY)
