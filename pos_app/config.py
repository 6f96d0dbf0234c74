"""The register's own settings from `register.toml` in its data folder, all of them optional."""

import json
import tomllib
from collections.abc import Collection
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from channel_db.errors import StorageError
from pos_app.appearance import PLAIN, Appearance, Layers
from pos_app.devices.printer_address import COLUMNS, PrinterAddress
from pos_app.ui.scanner_input import DEFAULT_LIMITS, ScannerLimits
from retail.errors import CannotBe
from retail.looks import NO_LOOK, SCALES, SCHEMES, THEMES, Look

FILE = "register.toml"
CHOSEN = "appearance.json"
CHOSEN_SOUNDS = "sounds.json"
CHOSEN_SCANNER = "scanner.json"
"""What was chosen at the register itself; it goes before headquarters' profile and the settings file."""
PROFILE = "visual_profile.json"
"""Headquarters' visual profile as it was last worn, so that the window opens in it."""
ALLOWED: dict[str, tuple[object, ...]] = {
    "theme": THEMES, "scheme": SCHEMES, "scale": SCALES, "left_handed": (False, True),
}  # fmt: skip


SCANNER: dict[str, tuple[int, int]] = {
    "length_min": (2, 20), "median_gap_ms": (1, 200), "gap_max_ms": (1, 500), "double_read_ms": (0, 1000),
    "idle_ms": (1, 500), "has_suffix": (False, True),
}  # fmt: skip
SOUNDS: dict[str, tuple[int, int]] = {"volume_percent": (0, 100), "mute": (False, True)}
"""The least and the most that a key may be."""
PRINTER = ("address", "columns", "asks")


class ConfigBroken(StorageError):
    """The settings file cannot be used; nothing was started. Its message names the key and the rule."""


@dataclass(frozen=True, slots=True)
class RegisterConfig:
    """How this register looks and sounds, what its scanner is known by, and where its paper goes.

    `printer_folder` None is `receipts` in the data folder. With a `printer` paper comes out there, and the folder keeps
    what was sent to it.
    """

    look: Appearance = PLAIN
    printer_folder: Path | None = None
    printer: PrinterAddress | None = None
    scanner: ScannerLimits = DEFAULT_LIMITS
    volume_percent: int = 80
    mute: bool = False


def read_config(folder: Path) -> RegisterConfig:
    """The tables `[register]`, `[printer]`, `[scanner]` and `[sounds]` of the settings file, or their defaults.

    Raises:
        ConfigBroken: the file is no TOML, or a key of a table is unknown or has a value it cannot have.
    """
    file = folder / FILE
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return RegisterConfig(
            scanner=_chosen_limits(folder, DEFAULT_LIMITS), mute=_chosen_mute(folder, otherwise=False)
        )
    except (OSError, ValueError) as fault:
        raise ConfigBroken("{file} cannot be read: {why}", file=file, why=fault) from None
    table = _table(file, tables, "register", (*ALLOWED, "printer_folder"))
    printer = table.pop("printer_folder", None)
    for key, value in table.items():
        if not _is_allowed(key, value):
            choices = ", ".join(json.dumps(each) for each in ALLOWED[key])
            raise ConfigBroken("{file}: {key} is {value}; it can be {choices}", file=file, key=key, value=repr(value),
                               choices=choices)  # fmt: skip
    if printer is not None and not isinstance(printer, str):
        raise ConfigBroken("{file}: printer_folder is not the path of a folder", file=file)
    paper = None if printer is None else folder / printer
    scanner = _table(file, tables, "scanner", SCANNER)
    sounds = _table(file, tables, "sounds", SOUNDS)
    for name, value in {**scanner, **sounds}.items():
        _check_bounds(file, name, value)
    limits = _chosen_limits(folder, ScannerLimits(**scanner))
    made = RegisterConfig(replace(PLAIN, **table), paper, _printer(file, tables), limits, **sounds)
    return replace(made, mute=_chosen_mute(folder, otherwise=made.mute))


def _printer(file: Path, tables: dict[str, Any]) -> PrinterAddress | None:
    """The network printer, by `address = "192.0.2.7:9100"`; none where the table does not name one."""
    table = _table(file, tables, "printer", PRINTER)
    if "address" not in table:
        if table:
            raise ConfigBroken("{file}: [printer] needs the address of the printer", file=file)
        return None
    address, columns, asks = table["address"], table.get("columns", 42), table.get("asks", True)
    host, _, port = address.rpartition(":") if isinstance(address, str) else ("", "", "")
    if not (host and port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise ConfigBroken('{file}: address is {value}; it is written as "192.0.2.7:9100"', file=file,
                           value=repr(address))  # fmt: skip
    for key, value, choices in (("columns", columns, COLUMNS), ("asks", asks, (True, False))):
        if not any(value == each and type(value) is type(each) for each in choices):
            raise ConfigBroken("{file}: {key} is {value}; it can be {choices}", file=file, key=key, value=repr(value),
                               choices=", ".join(json.dumps(each) for each in choices))  # fmt: skip
    return PrinterAddress(host.strip("[]"), int(port), columns, asks=asks)


def _table(file: Path, tables: dict[str, Any], name: str, keys: Collection[str]) -> dict[str, Any]:
    table = tables.get(name, {})
    unknown = sorted(set(table) - set(keys)) if isinstance(table, dict) else [name]
    if unknown:
        raise ConfigBroken("{file}: [{table}] does not know {key}", file=file, table=name, key=unknown[0])
    return dict(table)


def _check_bounds(file: Path, name: str, value: object) -> None:
    least, most = {**SCANNER, **SOUNDS}[name]
    if type(value) is not type(most) or not least <= value <= most:
        choices = "true or false" if most is True else f"{least} to {most}"
        raise ConfigBroken("{file}: {key} is {value}; it can be {choices}", file=file, key=name, value=repr(value),
                           choices=choices)  # fmt: skip


def _chosen_limits(folder: Path, otherwise: ScannerLimits) -> ScannerLimits:
    """What the scanner was last tested to be known by; where that cannot be used, what the settings file says."""
    try:
        chosen = json.loads((folder / CHOSEN_SCANNER).read_text(encoding="utf-8"))
        for name, value in chosen.items():
            _check_bounds(folder / CHOSEN_SCANNER, name, value)
        return replace(otherwise, **chosen)
    except (OSError, ValueError, AttributeError, KeyError, ConfigBroken):
        return otherwise


def _chosen_mute(folder: Path, *, otherwise: bool) -> bool:
    """Whether sounds were last switched off at this register."""
    try:
        chosen = json.loads((folder / CHOSEN_SOUNDS).read_text(encoding="utf-8"))["mute"]
    except (OSError, ValueError, KeyError, TypeError):
        return otherwise
    return chosen if type(chosen) is bool else otherwise


def keep_mute(folder: Path, *, mute: bool) -> None:
    """Keep whether sounds are off, whole or not at all.

    Raises:
        OSError: the file cannot be written.
    """
    part = folder / f"{CHOSEN_SOUNDS}.part"
    part.write_text(json.dumps({"mute": mute}), encoding="utf-8")
    part.replace(folder / CHOSEN_SOUNDS)


def keep_limits(folder: Path, limits: ScannerLimits) -> None:
    """Keep what the scanner is known by, whole or not at all.

    Raises:
        OSError: the file cannot be written.
    """
    part = folder / f"{CHOSEN_SCANNER}.part"
    part.write_text(json.dumps(asdict(limits)), encoding="utf-8")
    part.replace(folder / CHOSEN_SCANNER)


def read_layers(folder: Path) -> Layers:
    """What the look of the window is made of: what was chosen here, headquarters' profile, the settings file.

    A file that cannot be used does not keep the window from opening: whoever opens the register says what is wrong.
    """
    try:
        look = read_config(folder).look
    except ConfigBroken:
        look = PLAIN
    own = {key: value for key, value in _object_in(folder / CHOSEN).items() if _is_allowed(key, value)}
    try:
        profile = Look(**_object_in(folder / PROFILE))
    except (TypeError, CannotBe):
        profile = NO_LOOK
    return Layers(look, profile, own)


def _object_in(file: Path) -> dict[str, Any]:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def keep_layers(folder: Path, layers: Layers) -> None:
    """Keep what was chosen at the register and what it was told of its look, each whole or not at all.

    Raises:
        OSError: a file cannot be written.
    """
    for name, content in ((CHOSEN, dict(layers.own)), (PROFILE, asdict(layers.profile))):
        part = folder / f"{name}.part"
        part.write_text(json.dumps(content), encoding="utf-8")
        part.replace(folder / name)


def _is_allowed(key: str, value: object) -> bool:
    return any(value == each and type(value) is type(each) for each in ALLOWED.get(key, ()))
