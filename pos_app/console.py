"""The register without a window, by lines of JSON: the same dispatcher, operations and files as the window's."""

import argparse
import json
import logging
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TextIO

from channel_db.errors import StorageError
from pos_app.operations.registry import Approval, Ask, Asks, Done, NeedsApproval, Outcome, Refused
from pos_app.register.dispatcher import Dispatcher
from pos_app.register.figures import (
    Figures,
    cart_figures,
    customer_figures,
    looked_up_figures,
    order_figures,
    outbox_figures,
    shift_figures,
)
from pos_app.register.session import RegisterSession
from pos_app.register.sync_figures import sync_figures
from retail.settings import StoreSettings

REFUSED = 2

log = logging.getLogger(__name__)


class QuestionUnreadable(ValueError):
    """A line is not a question the console knows; the text says why."""


class Console:
    """Answers one question a line. Nothing that is asked ends it: a bad line gets an answer that says so."""

    def __init__(self, session: RegisterSession, dispatcher: Dispatcher, operations: Sequence[str]) -> None:
        self._session = session
        self._dispatcher = dispatcher
        self._operations = tuple(operations)

    def serve(self, questions: TextIO, answers: TextIO) -> None:
        """Answer until the asker closes."""
        for line in questions:
            if line.strip():
                answers.write(json.dumps(self.answer(line), ensure_ascii=False) + "\n")
                answers.flush()

    def answer(self, line: str) -> Figures:
        """The answer to one line."""
        try:
            question = json.loads(line)
            if not isinstance(question, dict):
                raise QuestionUnreadable("a question is an object with 'do' or 'view'")
            return self._do(question) if "do" in question else self._view(question)
        except (ValueError, RecursionError) as fault:
            return {"outcome": "error", "words": str(fault)}
        except Exception as fault:  # the process must go on; the log has the trace
            log.exception("the console could not answer %r", line[:200])
            return {"outcome": "error", "words": f"{type(fault).__name__}: {fault}"}

    def _do(self, question: Figures) -> Figures:
        operation, params = question["do"], question.get("params", {})
        if not isinstance(operation, str) or not isinstance(params, dict):
            raise QuestionUnreadable("'do' is the id of an operation and 'params' an object")
        return _outcome(self._dispatcher.dispatch(operation, params, _approval(question.get("approval"))))

    def _view(self, question: Figures) -> Figures:
        name = question.get("view")
        if name == "operations":
            return {"operations": list(self._operations)}
        settings = self._session.settings
        if settings is None:
            return {"outcome": "error", "words": "The register's data is still being fetched."}
        if not isinstance(name, str) or name not in _VIEWS:
            raise QuestionUnreadable(
                f"there is no view {name!r}; there are {', '.join([*_VIEWS, 'operations'])}"
            )
        shown = _VIEWS[name](self._session, settings, str(question.get("id", "")))
        return (
            shown if shown is not None else {"outcome": "error", "words": f"This {name} is not known here."}
        )


View = Callable[[RegisterSession, StoreSettings, str], Figures | None]
_VIEWS: dict[str, View] = {
    "cart": lambda session, settings, _: cart_figures(session, settings),
    "order": order_figures,
    "customer": customer_figures,
    "looked_up": looked_up_figures,
    "outbox": lambda session, _, __: outbox_figures(session),
    "shift": lambda session, _, __: shift_figures(session),
    "sync": lambda session, _, __: sync_figures(session),
}


def _approval(given: Any) -> Approval | None:
    if given is None:
        return None
    if not isinstance(given, dict) or not all(isinstance(given.get(key), str) for key in ("user", "pin")):
        raise QuestionUnreadable("'approval' has a user and a pin")
    return Approval(given["user"], given["pin"])


def _outcome(outcome: Outcome) -> Figures:
    match outcome:
        case Done(message, values):
            return {"outcome": "done", "words": str(message), "values": dict(values)}
        case Refused(message):
            return {"outcome": "refused", "words": str(message)}
        case Asks(questions):
            words = " ".join(str(ask.prompt) for ask in questions)
            return {"outcome": "asks", "words": words, "questions": [_question(ask) for ask in questions]}
        case NeedsApproval(permission, summary):
            return {
                "outcome": "needs_approval",
                "words": f"{summary} needs an approval.",
                "right": permission,
            }


def _question(ask: Ask) -> Figures:
    choices = [{"value": choice.value, "text": str(choice.text)} for choice in ask.choices]
    return {"name": ask.name, "prompt": str(ask.prompt), "kind": ask.kind.value, "choices": choices}


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve the register of a data folder on standard input and output."""
    from pos_app.bootstrap import Waits, open_console  # noqa: PLC0415 -- the composition root is loaded to run, not to read

    parser = argparse.ArgumentParser(prog="python -m pos_app.console", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the register's data folder")
    parser.add_argument("--clock", type=Path, default=None, help="a file to read the time from")
    parser.add_argument("--seed", type=int, default=None, help="repeat the ids of an earlier run")
    parser.add_argument(
        "--real-time-seconds", type=float, default=None, help="how long headquarters is waited for"
    )
    parser.add_argument(
        "--reconnect-seconds", type=float, default=None, help="how long it is left alone after that"
    )
    parser.add_argument("--resume-user", action="store_true", help="whoever was signed in goes on")
    asked = parser.parse_args(arguments)
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        with open_console(
            asked.data,
            clock_file=asked.clock,
            seed=asked.seed,
            waits=Waits(asked.real_time_seconds, asked.reconnect_seconds),
            resume_user=asked.resume_user,
        ) as console:
            console.serve(sys.stdin, sys.stdout)
    except StorageError as trouble:
        sys.stderr.write(f"{trouble.message}\n")
        return REFUSED
    return 0


if __name__ == "__main__":
    sys.exit(main())
