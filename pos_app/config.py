"""The register's own settings from `register.toml` in its data folder, all of them optional."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from channel_db.errors import StorageError

FILE = "register.toml"
THEMES = ("light", "dark")


class ConfigBroken(StorageError):
    """The settings file cannot be used; nothing was started. Its message names the key and the rule."""


@dataclass(frozen=True, slots=True)
class RegisterConfig:
    """How this register looks and where its paper goes. `printer_folder` None is `receipts` in the data folder."""

    theme: str = "light"
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
    unknown = sorted(set(table) - {"theme", "printer_folder"}) if isinstance(table, dict) else ["register"]
    if unknown:
        raise ConfigBroken("{file}: [register] does not know {key}", file=file, key=unknown[0])
    theme, printer = table.get("theme", "light"), table.get("printer_folder")
    if theme not in THEMES:
        raise ConfigBroken("{file}: theme is {theme!r}; it can be light or dark", file=file, theme=theme)
    if printer is not None and not isinstance(printer, str):
        raise ConfigBroken("{file}: printer_folder is not the path of a folder", file=file)
    return RegisterConfig(theme, None if printer is None else folder / printer)
