"""Whether a row of set-up can go: not while something that is set up names it."""

from starlette.requests import Request

from headquarters.backoffice.languages import translated
from headquarters.base import Base
from headquarters.drafts.faults import faults_by
from headquarters.drafts.parts import owner_of
from retail.messages import phrase

STILL_NAMED = phrase("It is still named, and stays. Without it: {fault}.")


def remember(request: Request, row: Base) -> None:
    """Find the fault of the set that a row belongs to before it goes: once a request, however many of its rows go."""
    if not hasattr(request.state, "faults"):
        request.state.faults = {}
    if (owner := _owner(row)) not in request.state.faults:
        request.state.faults[owner] = faults_by(request.state.session, row)


def still_named(request: Request, row: Base, language: str) -> str:
    """Why a row cannot go: what cannot be any more without it; "" where that was so before, or nothing is."""
    if _owner(row) not in request.state.faults:
        return ""
    before = request.state.faults.pop(_owner(row))
    after = faults_by(request.state.session, row)
    return "" if after in (None, before) else translated(language, STILL_NAMED, fault=after.said)


def _owner(row: Base) -> tuple[str, str]:
    """The set that a row belongs to; "" for one that belongs to none."""
    kind = owner_of(type(row)) or ""
    return kind, str(getattr(row, kind)) if kind else ""
