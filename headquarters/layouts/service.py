"""Screen layouts, published to the stores that use them, each with those it is for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from headquarters.devices.service import all_registers
from headquarters.errors import Refusal
from headquarters.feeds.models import EVERYBODY
from headquarters.feeds.service import publish, scopes_of
from headquarters.layouts.models import Layout, LayoutUse, LayoutVersion
from retail.errors import RuleBroken
from retail.layout import parse_layout
from retail.wire.base import Json
from retail.wire.feeds import LayoutRow

FEED = "layouts"


Kind = Literal["store", "register", "user"]


class Use(NamedTuple):
    """Which layout a store, a register or a user has from now on; empty: none of its own."""

    kind: Kind
    name: str
    layout: str


@dataclass(frozen=True, slots=True)
class Made:
    """Who publishes a version of a layout when, and why."""

    by: str
    at: str
    note: str = ""


def keep_layouts(session: Session, layouts: Mapping[str, Json], uses: Iterable[Use], made: Made) -> None:
    """Make or change layouts (name to content), say who uses which, and publish all of it.

    Another content than the newest is a new version; those before stay.

    Raises:
        Refusal: a layout that nobody knows is to be used (422).
    """
    known = {row.name: row for row in session.scalars(select(Layout))}
    newest = newest_versions(session)
    for name, content in layouts.items():
        is_new = name not in known
        if is_new:
            known[name] = Layout(name=name, content=content)
            session.add(known[name])
            session.flush()
        if is_new or known[name].content != content:
            session.add(LayoutVersion(layout=name, version=newest.get(name, 0) + 1, content=content,
                                      made_at=made.at, made_by=made.by, note=made.note))  # fmt: skip
        known[name].content = content
    session.flush()
    _keep_uses(session, uses, known)
    session.flush()
    publish_layouts(session)


def newest_versions(session: Session, layouts: Sequence[str] | None = None) -> dict[str, int]:
    """The number of each layout's newest version; of all layouts, or of these."""
    query = select(LayoutVersion.layout, func.max(LayoutVersion.version)).group_by(LayoutVersion.layout)
    if layouts is not None:
        query = query.where(LayoutVersion.layout.in_(layouts))
    return {row[0]: row[1] for row in session.execute(query)}


def check_layout(content: Json) -> tuple[str, ...]:
    """Give back what a layout leaves to be wished for.

    Raises:
        LayoutBroken: registers would refuse it; every fault is named. What only they know (operations) is not asked.
    """
    return parse_layout(content, None).warnings


def layout_remarks(layouts: Mapping[str, Json]) -> Iterator[str]:
    """What registers will find wrong with these layouts, and what could be better; operations they check themselves."""
    for name, content in layouts.items():
        try:
            yield from (f"Layout {name}: {warning}." for warning in parse_layout(content, None).warnings)
        except RuleBroken as broken:
            yield f"{broken.message} Registers show the built-in one."


def _keep_uses(session: Session, uses: Iterable[Use], known: Mapping[str, Layout]) -> None:
    rows = {(row.kind, row.name): row for row in session.scalars(select(LayoutUse))}
    for use in uses:
        row = rows.get((use.kind, use.name))
        if use.layout and use.layout not in known:
            raise Refusal(422, f"The {use.kind} {use.name}: there is no layout {use.layout}.")
        if not use.layout:
            if row is not None:
                session.delete(row)
        elif row is None:
            session.add(LayoutUse(kind=use.kind, name=use.name, layout=use.layout))
        else:
            row.layout = use.layout


def publish_layouts(session: Session) -> int:
    """Say each layout where it is used; where it no longer is, that it is gone, before it is said elsewhere.

    Gives back how many changes that were.
    """
    known = {row.name: row for row in session.scalars(select(Layout))}
    newest, said = newest_versions(session), 0
    store_of = {register.register: register.store for register in all_registers(session)}
    users: dict[str, dict[str, list[str]]] = {}
    for use in session.scalars(select(LayoutUse).order_by(LayoutUse.name)):
        users.setdefault(use.layout, {}).setdefault(use.kind, []).append(use.name)
    for name, layout in known.items():
        of = users.get(name, {})
        row = LayoutRow(
            name=name, version=newest.get(name, 0), content=layout.content, stores=tuple(of.get("store", ())),
            registers=tuple(of.get("register", ())), users=tuple(of.get("user", ())),
        )  # fmt: skip
        value = row.model_dump(mode="json")
        wanted = {*row.stores, *(store_of[register] for register in row.registers if register in store_of)}
        if row.users or row.is_everybodys:
            wanted = {EVERYBODY}
        for scope in sorted(scopes_of(session, FEED, name) - wanted):
            said += publish(session, FEED, {name: None}, scope)
        for scope in sorted(wanted):
            said += publish(session, FEED, {name: value}, scope)
    return said
