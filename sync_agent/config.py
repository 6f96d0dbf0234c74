"""The agent's settings from `register.toml` in the data folder, all of them optional."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from retail.messages import Message
from sync_agent.planning import Pace

FILE = "register.toml"
SECONDS_MIN, SECONDS_MAX = 0.1, 3600.0


class ConfigBroken(Exception):
    """The settings file cannot be used; nothing was started. Its message names the key and the rule."""

    def __init__(self, template: str, **values: Any) -> None:
        self.message = Message(template, values)
        super().__init__(str(self.message))


@dataclass(frozen=True, slots=True)
class AgentConfig:
    """How fast the agent goes, and which certificates it trusts (None: those of the public authorities)."""

    pace: Pace = field(default_factory=Pace)
    ca_file: Path | None = None


def read_config(folder: Path) -> AgentConfig:
    """The table `[agent]` of the settings file; defaults where there is none.

    Raises:
        ConfigBroken: the file is no TOML, or a key of the table is unknown or out of its range.
    """
    file = folder / FILE
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return AgentConfig()
    except (OSError, ValueError) as fault:
        raise ConfigBroken("{file} cannot be read: {why}", file=file, why=fault) from None
    table = tables.get("agent", {})
    if not isinstance(table, dict):
        raise ConfigBroken("{file}: [agent] is not a table", file=file)
    unknown = sorted(table.keys() - {"push_seconds", "pull_seconds", "ca_file"})
    if unknown:
        raise ConfigBroken("{file}: [agent] does not know {key}", file=file, key=unknown[0])
    default = Pace()
    return AgentConfig(
        pace=Pace(
            push_seconds=_seconds(file, table, "push_seconds", default.push_seconds),
            pull_seconds=_seconds(file, table, "pull_seconds", default.pull_seconds),
        ),
        ca_file=_ca_file(file, table),
    )


def _seconds(file: Path, table: dict[str, Any], key: str, default: float) -> float:
    value = table.get(key, default)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not SECONDS_MIN <= value <= SECONDS_MAX:
        raise ConfigBroken(
            "{file}: [agent] {key} is {value!r}; it must be a number of seconds from {low:g} to {high:g}",
            file=file,
            key=key,
            value=value,
            low=SECONDS_MIN,
            high=SECONDS_MAX,
        )
    return float(value)


def _ca_file(file: Path, table: dict[str, Any]) -> Path | None:
    value = table.get("ca_file")
    if value is None:
        return None
    if not isinstance(value, str) or not (file.parent / value).is_file():
        raise ConfigBroken(
            "{file}: [agent] ca_file is {value!r}; there is no such file", file=file, value=value
        )
    return file.parent / value
