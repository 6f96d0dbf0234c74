"""`python -m headquarters import`: its words, its exit status, and what it says when it is done."""

import argparse
import os
import re
import sys
from pathlib import Path
from typing import TextIO

from headquarters.bootstrap import books_from
from headquarters.config import DATABASE_VARIABLE, DEFAULT_DATA
from headquarters.errors import DatabaseBusy, DatabaseUnusable
from headquarters.importing.errors import FileRefused
from headquarters.importing.progress import Progress
from headquarters.importing.service import KINDS, Report, Wish, import_file

DONE, REFUSED, STOPPED = 0, 1, 130


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said to an import."""
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument(
        "file", type=Path, help="CSV, also packed with gzip; its first line names the columns"
    )
    parser.add_argument(
        "--data", type=Path, default=DEFAULT_DATA, help="folder of the database (%(default)s)"
    )
    parser.add_argument(
        "--database", default=os.environ.get(DATABASE_VARIABLE, ""),
        help="postgresql://… of the books, where they are no file",
    )  # fmt: skip
    parser.add_argument(
        "--map", action="append", default=[], metavar="FIELD=COLUMN", type=_choice, nargs="+",
        help="the column of a field, where its name does not say; FIELD= leaves a field out",
    )  # fmt: skip
    parser.add_argument("--encoding", help="such as utf-8 or cp1252 (default: found out)")
    parser.add_argument("--delimiter", help="one character, or the word tab (default: found out)")
    parser.add_argument("--currency", type=_currency, help="of the prices (default: that of the stores)")
    parser.add_argument("--dry-run", action="store_true", help="say what would happen, and change nothing")
    parser.add_argument(
        "--rejects", type=Path, help="list of the rows left out (default: rejected-KIND.csv in --data)"
    )
    parser.add_argument("--clock", type=Path, help="a file that says what time it is")
    parser.add_argument("--seed", type=int, help="where ids come from, for a run that can be repeated")


def run(said: argparse.Namespace) -> int:
    """Import a file and say what it came to."""
    rejects = said.rejects or said.data / f"rejected-{said.kind}.csv"
    wish = Wish(
        kind=said.kind, file=said.file, columns=dict(choice for choices in said.map for choice in choices),
        rejects=rejects, encoding=said.encoding, delimiter=said.delimiter, currency=said.currency,
        dry_run=said.dry_run,
    )  # fmt: skip
    progress = Progress(sys.stderr)
    try:
        with books_from(said.data, said.clock, said.seed, said.database) as headquarters:
            report = import_file(headquarters, wish, progress.show)
    except (FileRefused, DatabaseUnusable, OSError) as refused:
        return _end(progress, sys.stderr, f"{refused}\nNothing was imported.", REFUSED)
    except DatabaseBusy as busy:
        reason = getattr(busy.__cause__, "orig", busy.__cause__)
        words = f"The database could not take it: {reason}.\nNothing was imported. Try again."
        return _end(progress, sys.stderr, words, REFUSED)
    except KeyboardInterrupt:
        return _end(progress, sys.stderr, "Stopped. Nothing was imported.", STOPPED)
    return _end(progress, sys.stdout, in_words(report, wish), DONE)


def in_words(report: Report, wish: Wish) -> str:
    """What an import came to, for the person who asked for it."""
    rows = report.new + report.changed + report.same + report.rejected
    kept = f"{report.new:,} new, {report.changed:,} changed, {report.same:,} as they were"
    lines = [
        f"{wish.file.name}: {report.read_as.in_words()}.",
        f"{rows:,} rows: {kept}, {report.rejected:,} rejected.",
    ]
    if report.rejected:
        lines.append(f"The rejected rows are listed in {wish.rejects}.")
    if wish.dry_run:
        lines.append("This was a dry run: nothing was changed.")
    return "\n".join(lines)


def _end(progress: Progress, stream: TextIO, words: str, status: int) -> int:
    progress.clear()
    encoding = stream.encoding or "utf-8"
    stream.write(words.encode(encoding, "replace").decode(encoding) + "\n")
    return status


def _choice(text: str) -> tuple[str, str]:
    field, mark, column = text.partition("=")
    if not mark:
        raise argparse.ArgumentTypeError(f"{text!r} is not FIELD=COLUMN")
    return field.strip(), column.strip()


def _currency(text: str) -> str:
    if not re.fullmatch("[A-Z]{3}", text):
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a currency; it has three capital letters, such as NOK"
        )
    return text
