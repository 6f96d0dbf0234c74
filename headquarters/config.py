"""What headquarters is told on its command line."""

from dataclasses import dataclass
from pathlib import Path

import platformdirs

from headquarters.database import CONNECTIONS
from retail.wire.protocol import ENVIRONMENTS, WAIT_SECONDS_MAX

DEFAULT_DATA = Path(platformdirs.user_data_dir("kassa-headquarters"))
DEFAULT_PORT = 8700
ADMINISTRATOR_FILE = "administrator.token"
DATABASE_VARIABLE = "KASSA_DATABASE"
JOB_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class ServeConfig:
    """How to serve. `database` "": a file in `data`, else the address of a PostgreSQL database, which this process uses
    by so many `connections` at most. `schedule_seconds` None: jobs run by command only. Hellos that have nothing to
    hear may wait so many seconds.
    """

    data: Path
    administrator_token_file: Path
    port: int = DEFAULT_PORT
    clock: Path | None = None
    seed: int | None = None
    schedule_seconds: float | None = JOB_SECONDS
    environment: str = ENVIRONMENTS[0]
    database: str = ""
    connections: int = CONNECTIONS
    wait_seconds: int = WAIT_SECONDS_MAX
