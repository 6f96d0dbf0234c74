"""A scenario file: a small shop and the steps taken in it; whatever the format does not know is refused."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rehearsal.grammar import BARE, NEVER_REFUSED, STEPS
from rehearsal.nodes import Entry, FileWrong, Items, Node, Table, Text, read_nodes
from rehearsal.shapes import Keyed, Names, entries_of, listing, text
from rehearsal.shop import SECTIONS, Shop, read_shop


@dataclass(frozen=True, slots=True)
class Step:
    """One step with its value as the grammar's shape read it; a refused step is marked, not nested.

    `words` is the step as written, on one line.
    """

    name: str
    value: Any
    line: int
    words: str
    refused: bool = False

    @property
    def approver(self) -> str | None:
        """Who approves this step, where it says so."""
        fixed = self.value.fixed if isinstance(self.value, Keyed) else self.value
        if not isinstance(fixed, dict):
            return None
        by_as = None if self.name in ("new_customer", "add_address") else fixed.get("as")
        return fixed.get("approved_by") or by_as


@dataclass(frozen=True, slots=True)
class Scenario:
    """What one file shows, in which shop, by which steps."""

    title: str
    covers: tuple[str, ...]
    shop: Shop
    steps: tuple[Step, ...] = field(default=())


def read_scenario(path: Path) -> Scenario:
    """Read one file.

    Raises:
        FileWrong: an unknown key, step or name, a missing one, or a value of the wrong shape; with its line.
        OSError: the file cannot be read.
    """
    try:
        words = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise FileWrong(1, "the file is not UTF-8 text") from None
    return scenario_of(words)


def scenario_of(words: str) -> Scenario:
    """Read the text of a file; see `read_scenario`."""
    root = read_nodes(words)
    sections = {entry.key: entry for entry in entries_of(root)}
    for entry in sections.values():
        if entry.key not in ("scenario", "covers", "steps", *SECTIONS):
            raise FileWrong(entry.line, f"unknown key '{entry.key}'")
    for needed in ("scenario", "steps"):
        if needed not in sections:
            raise FileWrong(1, f"the key '{needed}' is missing")
    names = Names()
    title = text(sections["scenario"].value, names)
    covers = listing(text)(sections["covers"].value, names) if "covers" in sections else []
    shop = read_shop({key: entry.value for key, entry in sections.items()}, names)
    steps = _steps(sections["steps"].value, names)
    return Scenario(title, tuple(covers), shop, steps)


def _steps(node: Node, names: Names) -> tuple[Step, ...]:
    if not isinstance(node, Items) or not node.values:
        raise FileWrong(node.line, "the steps are a list with at least one step")
    return tuple(_step(each, names) for each in node.values)


def _step(node: Node, names: Names) -> Step:
    name, line, value = _parts(node)
    if name != "refused":
        step = Step(name, _value(name, line, value, names), line, _shown(node))
        _remember(step, names)
        return step
    if value is None or (isinstance(value, Text) and not value.value):
        raise FileWrong(line, "'refused' needs a step: {refused: {pay: {cash: 5.00}}}")
    inner, at, inner_value = _parts(value)
    if inner == "refused" or inner in NEVER_REFUSED:
        raise FileWrong(at, f"'{inner}' is nothing a register can refuse")
    return Step(inner, _value(inner, at, inner_value, names), line, _shown(node), refused=True)


def _parts(node: Node) -> tuple[str, int, Node | None]:
    if isinstance(node, Text):
        return node.value, node.line, None
    if isinstance(node, Table) and len(node.entries) == 1:
        entry: Entry = node.entries[0]
        return entry.key, entry.line, entry.value
    raise FileWrong(node.line, "a step is one word, or one key with its value")


def _value(name: str, line: int, value: Node | None, names: Names) -> Any:
    if name not in STEPS:
        raise FileWrong(line, f"unknown step '{name}'")
    if value is None or (isinstance(value, Text) and not value.value):
        if name not in BARE:
            raise FileWrong(line, f"the step '{name}' needs a value")
        return {}
    return STEPS[name](value, names)


def _remember(step: Step, names: Names) -> None:
    """Keep the names that a step gives, so that later steps may use them."""
    if step.name == "new_customer":
        if names.has("customer", step.value["as"]):
            raise FileWrong(step.line, f"there is a customer '{step.value['as']}' already")
        names.add("customer", step.value["as"])
    if step.name in ("new_customer", "edit_customer"):
        for address in step.value.get("addresses", Keyed({}, {})).names:
            names.add("address", address)
    elif step.name == "add_address":
        names.add("address", step.value["as"])
    elif step.name == "order":
        names.add("order", step.value)
    elif step.name == "receipt":
        names.add("receipt", step.value)
        names.add("order", step.value)  # of a plain sale: what comes back of it is asked of it as of an order
    elif step.name == "suspend":
        names.add("suspended sale", step.value)


def _shown(node: Node) -> str:
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Items):
        return "[" + ", ".join(_shown(each) for each in node.values) + "]"
    return ", ".join(f"{entry.key}: {_within(entry.value)}" for entry in node.entries)


def _within(node: Node) -> str:
    return "{" + _shown(node) + "}" if isinstance(node, Table) else _shown(node)
