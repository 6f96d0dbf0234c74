"""YAML read as text with line numbers: no value is turned into a number, a date or a truth on the way."""

from dataclasses import dataclass
from typing import TypeAlias

import yaml


class FileWrong(Exception):
    """A scenario file says something the format does not know; `line` is where."""

    def __init__(self, line: int, words: str) -> None:
        super().__init__(f"line {line}: {words}")
        self.line = line
        self.words = words


@dataclass(frozen=True, slots=True)
class Text:
    """One scalar, exactly as written."""

    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Items:
    """A sequence."""

    values: tuple["Node", ...]
    line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a table with its value."""

    key: str
    line: int
    value: "Node"


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping in the order written; no key stands in it twice."""

    entries: tuple[Entry, ...]
    line: int


Node: TypeAlias = Text | Items | Table


def read_nodes(text: str) -> Node:
    """Read one YAML document.

    Raises:
        FileWrong: it is not YAML, is empty, has a key twice, or uses anchors.
    """
    try:
        for token in yaml.scan(text, Loader=yaml.BaseLoader):
            if isinstance(token, (yaml.AnchorToken, yaml.AliasToken)):
                raise FileWrong(token.start_mark.line + 1, "anchors and aliases have no place in a scenario")
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as wrong:
        mark = wrong.problem_mark or wrong.context_mark
        raise FileWrong(mark.line + 1 if mark else 1, f"not YAML: {wrong.problem}") from None
    except yaml.YAMLError as wrong:
        raise FileWrong(1, f"not YAML: {wrong}") from None
    except RecursionError:
        raise FileWrong(1, "nested too deeply to read") from None
    if root is None:
        raise FileWrong(1, "the file is empty")
    return _node(root)


def _node(node: yaml.Node) -> Node:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return Text(node.value, line)
    if isinstance(node, yaml.SequenceNode):
        return Items(tuple(_node(each) for each in node.value), line)
    entries: list[Entry] = []
    for key, value in node.value:
        at = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise FileWrong(at, "a key must be one word")
        if any(entry.key == key.value for entry in entries):
            raise FileWrong(at, f"the key '{key.value}' stands here twice")
        entries.append(Entry(key.value, at, _node(value)))
    return Table(tuple(entries), line)
