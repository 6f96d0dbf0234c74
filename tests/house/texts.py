"""Finds in the sources every text that people read, and those that no translation could ever reach.

`python -m tests.house.texts` names what each .ts file lacks, and what it has that nothing says any more.
"""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pos_app.language.translations import OURS, Entry, read_entries
from tests.house.sources import CHECKOUT

SPOKEN = ("retail", "channel_db", "pos_app")
"""The packages whose words a cashier may read."""

DRAWN = (
    "pos_app/operations",
    "pos_app/register",
    "pos_app/ui",
    "pos_app/binder.py",
    "pos_app/sheet_opening.py",
    "pos_app/delivery_opening.py",
)
"""Where any text at all is for people, unless it is one of `TECHNICAL`."""

TAKES_TEMPLATE = {
    "say": 0,
    "tr": 0,
    "word": 0,
    "phrase": 0,
    "Message": 0,
    "clean_text": 0,
    "operation": 1,
    "Rule": 3,
}
"""Who takes a template, and where; exceptions that keep a message are found and added."""

TECHNICAL = {
    "ValueError", "TypeError", "KeyError", "RuntimeError", "OSError", "FontMissing", "setStyleSheet", "setObjectName",
    "debug", "info", "warning", "error", "critical", "exception", "getLogger", "ArgumentParser", "add_argument",
    "compile", "HeadquartersSilent", "release", "sub", "Name", "Literal", "TypeVar", "cast",
}  # fmt: skip
"""Calls whose texts are for developers, for Qt or for the log."""

SENTENCE = re.compile(r"(?<![\w#.:{-])[A-Z][a-z]+(?![\w:;}-])|[a-z]{2,} [a-z]{2,}")
PLACE = re.compile(r"\{(\w*)[^}]*\}")


@dataclass(frozen=True, slots=True)
class Found:
    """One text, where it stands, and why it cannot be translated there, if it cannot."""

    template: str
    where: str
    fault: str = ""

    @property
    def has_words(self) -> bool:
        """There is something to translate: more than places and signs."""
        return any(sign.isalpha() for sign in PLACE.sub("", self.template))

    @property
    def has_plural(self) -> bool:
        """It says how many."""
        return "{count}" in self.template


def name_of(node: ast.expr) -> str:
    """The last word of what is called."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def message_errors(trees: Iterable[ast.Module]) -> set[str]:
    """The exceptions that are raised with a template: those that make a Message of it, and what derives from them."""
    classes = {node.name: node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}

    def keeps_message(node: ast.ClassDef) -> bool:
        body = ast.unparse(node)
        return "Message(template, values)" in body and "super().__init__(str(self.message))" in body

    found = {name for name, node in classes.items() if keeps_message(node)}
    while True:
        more = {name for name, node in classes.items() if found & {name_of(base) for base in node.bases}}
        if more <= found:
            return found
        found |= more


class Collector(ast.NodeVisitor):
    """Walks one module. `errors` are the exceptions that take a template first."""

    def __init__(self, where: str, tree: ast.Module, errors: set[str], *, drawn: bool) -> None:
        self.where, self.errors, self.drawn = where, errors, drawn
        self.found: list[Found] = []
        self._constants = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name) and isinstance(node.value.value, str)
        }
        self._class_takes_template = False
        self.visit(tree)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        before = self._class_takes_template
        self._class_takes_template = bool(self.errors & {name_of(base) for base in node.bases})
        self._visit_body(node)
        self._class_takes_template = before

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._visit_body(node)

    def visit_Module(self, node: ast.Module) -> None:
        self._visit_body(node)

    def _visit_body(self, node: ast.Module | ast.ClassDef | ast.FunctionDef) -> None:
        """All but what it gives back, which is a type."""
        for child in ast.iter_child_nodes(node):
            if child is not getattr(node, "returns", None):
                self.visit(child)

    def visit_Expr(self, node: ast.Expr) -> None:
        """Anything but a docstring."""
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = name_of(node.func)
        at = TAKES_TEMPLATE.get(name, 0 if name in self.errors else None)
        if name == "__init__" and self._class_takes_template:
            at = 0
        given = self._given(node, at)
        if given is not None:
            self._take(given)
        if name in TECHNICAL:
            return
        for child in ast.iter_child_nodes(node):
            value = child.value if isinstance(child, ast.keyword) else child
            if value is not given or isinstance(given, ast.Call):
                self.visit(child)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_arguments(self, node: ast.arguments) -> None:
        for default in (*node.defaults, *node.kw_defaults):
            if default is not None:
                self.visit(default)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        if name_of(node.value) != "Callable":
            self.generic_visit(node)

    def _given(self, node: ast.Call, at: int | None) -> ast.expr | None:
        if at is None:
            return None
        by_name = [each.value for each in node.keywords if each.arg in ("template", "title", "words")]
        if len(node.args) <= at:
            return by_name[0] if by_name else None
        return node.args[at]

    def _take(self, given: ast.expr) -> None:
        match given:
            case ast.Constant(value=str(template)):
                self._add(given, template)
            case ast.IfExp(body=one, orelse=other):
                self._take(one)
                self._take(other)
            case ast.JoinedStr():
                self._add(
                    given, ast.unparse(given), "an f-string has no translation; give its values by name"
                )
            case ast.BinOp():
                self._add(
                    given, ast.unparse(given), "a text put together has no translation; write it as one"
                )
            case ast.Name(id=name) if name in self._constants:
                self._add(given, self._constants[name], "a constant is marked by phrase() where it is made")

    def visit_Constant(self, node: ast.Constant) -> None:
        if self.drawn and isinstance(node.value, str) and SENTENCE.search(node.value) and " " in node.value:
            self._add(node, node.value, "a text for people goes through say(), tr() or phrase()")

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        literal = "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)  # type: ignore[misc]  # a literal part of an f-string is a text
        if self.drawn and SENTENCE.search(literal):
            self._add(node, ast.unparse(node), "a text for people goes through say(), tr() or phrase()")
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)

    def _add(self, node: ast.AST, template: str, fault: str = "") -> None:
        self.found.append(Found(template, f"{self.where}:{getattr(node, 'lineno', 0)}", fault))


def collect(sources: Iterable[tuple[str, str]]) -> list[Found]:
    """Every text of these sources, given as (path, content)."""
    trees = [(where, ast.parse(content)) for where, content in sources]
    errors = message_errors(tree for _, tree in trees)
    found: list[Found] = []
    for where, tree in trees:
        found += Collector(where, tree, errors, drawn=where.startswith(DRAWN)).found
    return found


def sources_spoken() -> Iterator[tuple[str, str]]:
    """The modules whose words a cashier may read."""
    for package in SPOKEN:
        for file in sorted((CHECKOUT / package).rglob("*.py")):
            yield file.relative_to(CHECKOUT).as_posix(), file.read_text("utf-8")


def templates_spoken() -> dict[str, Found]:
    """The texts that need translations."""
    return {each.template: each for each in collect(sources_spoken()) if each.has_words and not each.fault}


def ts_file(language: str) -> Path:
    return CHECKOUT / "resources" / "i18n" / f"{language}.ts"


def our_entries(language: str) -> dict[str, Entry]:
    """The entries of our own context."""
    entries = read_entries(ts_file(language).read_text("utf-8"))
    return {entry.source: entry for entry in entries if entry.context == OURS}


def main() -> int:
    """Print what is missing and what is stale; 0 where nothing is."""
    spoken, count = templates_spoken(), 0
    for language in ("en", "nb", "nl"):
        wanted = {each for each, found in spoken.items() if found.has_plural or language != "en"}
        known = set(our_entries(language))
        for template in sorted(wanted - known):
            sys.stdout.write(f"{language}: missing  {template!r}  {spoken[template].where}\n")
        for template in sorted(known - wanted):
            sys.stdout.write(f"{language}: stale    {template!r}\n")
        count += len(wanted ^ known)
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
