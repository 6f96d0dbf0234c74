"""Working out an export again by itself: its digests and signature, its chains, its receipts and its shifts."""

import hashlib
import json
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from headquarters.exporting.writing import (
    ENTRIES,
    FORMAT,
    INDEX,
    SHIFTS,
    SIGNATURE,
    SIGNED,
    TRANSACTIONS,
)
from headquarters.journals.keeping import CONCLUDED
from retail.journal import FIRST, JournalEntry, follows
from retail.wire.base import fingerprint
from retail.wire.erasing import seal

_AT_ONCE = 1 << 20


@dataclass(slots=True)
class Checked:
    """What came of it: `faults` in words, none where everything agrees; what was looked at; and which shifts reach
    beyond the period, so that their sums cannot be worked out of it.
    """

    faults: list[str] = field(default_factory=list)
    transactions: int = 0
    proved: int = 0
    entries: int = 0
    shifts: int = 0
    beyond: int = 0
    missing: int = 0


def check_export(file: Path) -> Checked:
    """Look at every line of an export. One that cannot be read is a fault, too."""
    checked = Checked()
    try:
        with zipfile.ZipFile(file) as packed:
            _check(packed, checked)
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError) as trouble:
        checked.faults.append(f"{file} is no export that can be read: {trouble!r}")
    return checked


def _check(packed: zipfile.ZipFile, checked: Checked) -> None:
    content = packed.read(INDEX)
    index, signature = json.loads(content), json.loads(packed.read(SIGNATURE))
    if index["format"] != FORMAT:
        checked.faults.append(f"{INDEX} is of another format: {index['format']}")
    if signature["signature"] and not _is_signed(content, signature):
        checked.faults.append(f"{INDEX} is not what was signed by {signature['key']}")
    for name, said in index["digests"].items():
        if _digest(packed, name) != said:
            checked.faults.append(f"{name} is not what {INDEX} says")
    checked.missing = sum(each["last"] - each["first"] + 1 for each in index["missing"])
    seals, by_shift = _check_transactions(packed, index, checked)
    _check_shifts(packed, by_shift, checked)
    _check_entries(packed, seals, checked)


def _is_signed(content: bytes, signature: dict[str, str]) -> bool:
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signature["key"]))
        key.verify(bytes.fromhex(signature["signature"]), SIGNED + content)
    except (InvalidSignature, ValueError):
        return False
    return True


def _check_transactions(
    packed: zipfile.ZipFile, index: dict[str, Any], checked: Checked
) -> tuple[dict[str, str], dict[str, list[dict[str, Any]]]]:
    """What proves each of them, by id; and by shift what its sums are worked out of."""
    seals: dict[str, str] = {}
    by_shift: dict[str, list[dict[str, Any]]] = defaultdict(list)
    numbers: dict[tuple[str, str], list[int]] = defaultdict(list)
    totals: dict[tuple[str, str, str], int] = defaultdict(int)
    for row in _rows(packed, TRANSACTIONS):
        checked.transactions += 1
        said = json.loads(row["document"])
        if fingerprint(row["document"]) != row["fingerprint"]:
            checked.faults.append(f"{said['receipt_number']} is not the text of its fingerprint")
        seals[said["id"]] = seal(row["document"])
        numbers[row["register"], row["epoch"]].append(row["number"])
        totals[row["register"], said["business_date"], said["currency"]] += said["total_minor"]
        by_shift[said["shift"]].append(
            {name: said[name] for name in ("number", "type", "total_minor", "tax_minor")}
        )
    _check_numbers(numbers, index["missing"], checked)
    told = {
        (each["register"], day["date"], day["currency"]): day["total_minor"]
        for each in index["registers"]
        for day in each["days"]
    }
    if told != totals:
        checked.faults.append(f"the totals of {INDEX} are not those of the receipts")
    return seals, by_shift


def _check_numbers(
    numbers: dict[tuple[str, str], list[int]], missing: Iterable[dict[str, Any]], checked: Checked
) -> None:
    gone: dict[tuple[str, str], set[int]] = defaultdict(set)
    for each in missing:
        gone[each["register"], each["epoch"]].update(range(each["first"], each["last"] + 1))
    for key, found in numbers.items():
        if len(set(found)) != len(found):
            checked.faults.append(f"{key[0]} has a number twice in {key[1]}")
        if gone[key] & set(found):
            checked.faults.append(f"{key[0]} has a number that is said to be missing in {key[1]}")


def _check_shifts(
    packed: zipfile.ZipFile, by_shift: dict[str, list[dict[str, Any]]], checked: Checked
) -> None:
    for row in _rows(packed, SHIFTS):
        checked.shifts += 1
        said = json.loads(row["document"])
        if fingerprint(row["document"]) != row["fingerprint"]:
            checked.faults.append(f"shift {said['id']} is not the text of its fingerprint")
        on_it = by_shift[said["id"]]
        wanted = {number for first, last in said["numbers"] for number in range(first, last + 1)}
        if wanted != {each["number"] for each in on_it}:
            checked.beyond += 1
            continue
        sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        for each in on_it:
            figures = (1, each["total_minor"], each["tax_minor"])
            sums[each["type"]] = [a + b for a, b in zip(sums[each["type"]], figures, strict=True)]
        if sums != {
            each["type"]: [each["count"], each["total_minor"], each["tax_minor"]] for each in said["sums"]
        }:
            checked.faults.append(
                f"shift {said['number']} of {row['register']} says other sums than its receipts"
            )


def _check_entries(packed: zipfile.ZipFile, seals: dict[str, str], checked: Checked) -> None:
    chain, before, proved = "", set[str](), set[str]()
    now: tuple[int, set[str]] = (0, set())
    for row in _rows(packed, ENTRIES):
        checked.entries += 1
        if row["chain"] != chain:
            chain, before, now = row["chain"], {row["before"] or FIRST}, (row["number"], set())
        elif row["number"] != now[0]:
            if row["number"] != now[0] + 1:
                checked.faults.append(f"entry {now[0] + 1} of {row['register']} is not there")
            before, now = now[1], (row["number"], set())
        entry = JournalEntry(*[row[name] for name in ("number", "at", "kind", "user", "text", "hash")])
        if not any(follows(each, entry) for each in before):
            checked.faults.append(
                f"entry {entry.number} of {row['register']} does not follow the one before it"
            )
        now[1].add(entry.hash)
        if entry.kind == CONCLUDED:
            said = json.loads(entry.text)
            wanted = said.get("sealed") or said.get("fingerprint")
            id = said.get("transaction")
            if wanted and id in seals:
                proved.add(id)
                if seals[id] != wanted:
                    checked.faults.append(
                        f"{said['receipt_number']} is not what entry {entry.number} was written for"
                    )
    checked.proved = len(proved)


def _digest(packed: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    with packed.open(name) as file:
        while piece := file.read(_AT_ONCE):
            digest.update(piece)
    return digest.hexdigest()


def _rows(packed: zipfile.ZipFile, name: str) -> Iterator[dict[str, Any]]:
    with packed.open(name) as file:
        for line in file:
            yield json.loads(line)
