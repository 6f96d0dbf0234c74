"""Where a receipt printer is, as the settings file names it; reading that must load nothing that draws."""

from dataclasses import dataclass

COLUMNS = (32, 42, 48)
"""What paper of 58 and 80 mm holds, by the printer's own font."""


@dataclass(frozen=True, slots=True)
class PrinterAddress:
    """Where a printer is and how wide its paper; `asks` is no for the few that never answer."""

    host: str
    port: int
    columns: int = 42
    asks: bool = True

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"
