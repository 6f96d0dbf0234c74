"""The register's own settings from `register.toml` in its data folder, all of them optional."""

import json
import tomllib
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from channel_db.errors import StorageError
from pos_app.appearance import PLAIN, SCALES, SCHEMES, THEMES, Appearance

FILE = "register.toml"
CHOSEN = "appearance.json"
"""What was chosen at the register itself; it goes before the settings file."""
ALLOWED: dict[str, tuple[object, ...]] = {
    "theme": THEMES, "scheme": SCHEMES, "scale": SCALES, "left_handed": (False, True),
}  # fmt: skip


class ConfigBroken(StorageError):
    """The settings file cannot be used; nothing was started. Its message names the key and the rule."""


@dataclass(frozen=True, slots=True)
class RegisterConfig:
    """How this register looks and where its paper goes. `printer_folder` None is `receipts` in the data folder."""

    look: Appearance = PLAIN
    printer_folder: Path | None = None


def read_config(folder: Path) -> RegisterConfig:
    """The table `[register]` of the settings file; defaults where there is none.

    Raises:
        ConfigBroken: the file is no TOML, or a key of the table is unknown or has a value it cannot have.
    """
    file = folder / FILE
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return RegisterConfig()
    except (OSError, ValueError) as fault:
        raise ConfigBroken("{file} cannot be read: {why}", file=file, why=fault) from None
    table = tables.get("register", {})
    unknown = sorted(set(table) - {*ALLOWED, "printer_folder"}) if isinstance(table, dict) else ["register"]
    if unknown:
        raise ConfigBroken("{file}: [register] does not know {key}", file=file, key=unknown[0])
    printer = table.pop("printer_folder", None)
    for key, value in table.items():
        if not _is_allowed(key, value):
            choices = ", ".join(json.dumps(each) for each in ALLOWED[key])
            raise ConfigBroken("{file}: {key} is {value}; it can be {choices}", file=file, key=key, value=repr(value),
                               choices=choices)  # fmt: skip
    if printer is not None and not isinstance(printer, str):
        raise ConfigBroken("{file}: printer_folder is not the path of a folder", file=file)
    return RegisterConfig(replace(PLAIN, **table), None if printer is None else folder / printer)


def read_look(folder: Path) -> Appearance:
    """How the window looks: as chosen at this register, else as its settings file says, else plain.

    A file that cannot be used does not keep the window from opening: whoever opens the register says what is wrong.
    """
    try:
        look = read_config(folder).look
    except ConfigBroken:
        look = PLAIN
    try:
        chosen = json.loads((folder / CHOSEN).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return look
    if not isinstance(chosen, dict):
        return look
    return replace(look, **{key: value for key, value in chosen.items() if _is_allowed(key, value)})


def keep_look(folder: Path, look: Appearance) -> None:
    """Keep what was chosen at the register, whole or not at all.

    Raises:
        OSError: the file cannot be written.
    """
    part = folder / f"{CHOSEN}.part"
    part.write_text(json.dumps(asdict(look)), encoding="utf-8")
    part.replace(folder / CHOSEN)


def _is_allowed(key: str, value: object) -> bool:
    return any(value == each and type(value) is type(each) for each in ALLOWED.get(key, ()))
