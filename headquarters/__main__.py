"""`python -m headquarters serve` (also without a word), `... restored`, `... job` and `... import`."""

import argparse
import sys
from pathlib import Path

from headquarters import commands
from headquarters.config import ADMINISTRATOR_FILE, DEFAULT_DATA, DEFAULT_PORT, JOB_SECONDS, ServeConfig
from headquarters.importing import command as import_command


def _arguments(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="headquarters", description="Kassa's headquarters.")
    actions = parser.add_subparsers(dest="action", required=True)
    serve = actions.add_parser("serve", help="serve registers and administrators on this machine")
    job = actions.add_parser("job", help="run a job of a running headquarters now")
    restored = actions.add_parser("restored", help="say that the database was put back from a backup")
    for each in (serve, job, restored):
        each.add_argument(
            "--data", type=Path, default=DEFAULT_DATA, help="folder of the database [%(default)s]"
        )
        each.add_argument("--administrator-token-file", type=Path, help="made on first start [in --data]")
    serve.add_argument("--port", type=int, default=DEFAULT_PORT, help="port on 127.0.0.1; 0 takes a free one")
    serve.add_argument("--clock", type=Path, help="a file that says what time it is")
    serve.add_argument("--seed", type=int, help="where ids come from, for a run that can be repeated")
    serve.add_argument(
        "--job-seconds", type=float, default=JOB_SECONDS, help="seconds between runs of the jobs"
    )
    serve.add_argument("--no-schedule", action="store_true", help="run jobs by command only")
    job.add_argument("name")
    job.add_argument("--url", default=f"http://127.0.0.1:{DEFAULT_PORT}")
    goods = actions.add_parser("import", help="bring in products, prices or customers from CSV")
    import_command.add_arguments(goods)
    return parser.parse_args(words or ["serve"])


def main(words: list[str]) -> int:
    """Do what the command line says; the exit status says whether it was done."""
    said = _arguments(words)
    if said.action == "import":
        return import_command.run(said)
    token_file = said.administrator_token_file or said.data / ADMINISTRATOR_FILE
    if said.action == "restored":
        return commands.restored(said.data)
    if said.action == "job":
        return commands.job(said.name, said.url, token_file)
    return commands.serve(
        ServeConfig(
            data=said.data, port=said.port, clock=said.clock, seed=said.seed,
            administrator_token_file=token_file,
            schedule_seconds=None if said.no_schedule else said.job_seconds,
        )
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
