"""What is asked of every file: small, opened by a sentence, excused only with reasons, at home anywhere."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.house.sources import CHECKOUT, python_files, text_files

LINES_MAX = 400
FUNCTION_LINES_MAX = 60

# Files that may be longer, by pattern, each with its reason.
LONG_FILES = {
    "migrations/*/versions/*": "a migration is a flat list of steps, written once and never changed",
}

# Functions that may be longer, by file pattern, each with its reason.
LONG_FUNCTIONS = {
    "migrations/*": "a migration is a flat list of steps, written once and never changed",
}

EXCUSE = re.compile(r"#\s*(noqa|type:\s*ignore|pragma|mypy:|ruff:)")
REASONED = re.compile(
    r"#\s*(noqa: [A-Z]+\d+(, ?[A-Z]+\d+)*\s+(--? |\(|# )?\w[\w ]+|type: ignore\[[a-z0-9, -]+\]\s+# \S+)"
)

# A path or a host that belongs to one machine or one workplace. Written so that they do not match themselves.
OF_ONE_MACHINE = [
    re.compile(r"(?<![\w.~/-])/(work|root|opt)/\w"),
    re.compile(r"(?<![\w.])/home/(?!kassa\b)\w+/"),
    re.compile(r"\b(pypi|test\.pypi)[.]org\b"),
    re.compile(r"\bfiles[.]pythonhosted\b"),
    re.compile(r"\bregistry[.]npmjs\b"),
    re.compile(r"\bdeb[.]debian[.]org\b"),
    re.compile(r"\bfile:///"),
    re.compile(r"--(extra-)?index-url|--find-links|--trusted-host"),
]
MENTIONS_OPTIONS = {
    "tests/house/test_files.py": "it names what it forbids",
    "tests/house/test_dependencies.py": "it names what it forbids",
    "CONTRIBUTING.md": "says how the locks are made without these lines",
}


def relative(file: Path) -> str:
    return file.relative_to(CHECKOUT).as_posix()


def docstring_fault(source: str) -> str | None:
    """Why the opening of a module is not good enough; an empty file needs none."""
    if not source.strip():
        return None
    text = ast.get_docstring(ast.parse(source))
    if not text:
        return "it does not open with a docstring"
    first = text.split("\n\n")[0].strip()
    return (
        None
        if first.endswith((".", ":", "?")) and len(first.split()) >= 2
        else "its first words are no sentence"
    )


def long_functions(source: str) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
            lines = node.end_lineno - node.lineno + 1
            if lines > FUNCTION_LINES_MAX:
                yield node.name, lines


def bare_excuses(source: str) -> list[str]:
    """Comments that switch a rule off without saying why."""
    comments = (
        token.string
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT
    )
    return [comment for comment in comments if EXCUSE.search(comment) and not REASONED.search(comment)]


def unfinished(source: str) -> list[str]:
    """Tests that step aside and code that is only promised."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in {"skip", "skipif", "importorskip", "xfail"}:
            base = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
            if base in {"pytest", "mark"}:
                found.append(f"line {node.lineno}: {base}.{node.attr}")
        if isinstance(node, ast.Name) and node.id == "NotImplementedError":
            found.append(f"line {node.lineno}: {node.id}")
    return found


def of_one_machine(text: str) -> list[str]:
    return [match.group() for pattern in OF_ONE_MACHINE for match in pattern.finditer(text)]


SOURCES = list(python_files())


@pytest.mark.parametrize("file", SOURCES, ids=relative)
def test_source_keeps_the_rules_of_the_house(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    faults = []

    lines = source.count("\n")
    if lines > LINES_MAX and not any(fnmatch(relative(file), pattern) for pattern in LONG_FILES):
        faults.append(f"{lines} lines; {LINES_MAX} is the most")
    if not any(fnmatch(relative(file), pattern) for pattern in LONG_FUNCTIONS):
        faults += [
            f"{name} has {n} lines; {FUNCTION_LINES_MAX} is the most" for name, n in long_functions(source)
        ]
    fault = docstring_fault(source)
    if fault:
        faults.append(fault)
    # A test gives a wrong type on purpose, and says so in its name.
    faults += [
        f"no reason on: {comment}"
        for comment in bare_excuses(source)
        if not (relative(file).startswith("tests/") and comment.startswith("# type: ignore["))
    ]
    faults += unfinished(source)

    assert faults == [], f"{relative(file)}: {faults}"


def test_no_file_knows_one_machine() -> None:
    found = {
        relative(file): of_one_machine(file.read_text(encoding="utf-8"))
        for file in text_files()
        if relative(file) not in MENTIONS_OPTIONS
    }

    assert {name: words for name, words in found.items() if words} == {}


def test_exceptions_are_still_needed() -> None:
    named = [CHECKOUT / name for name in LONG_FILES if "*" not in name]
    needless = [file.name for file in named if file.read_text(encoding="utf-8").count("\n") <= LINES_MAX]

    assert needless == []


# ------------------------------------------------------------------------------ and each rule refuses


@pytest.mark.parametrize("source", ["X = 1\n", '"""Things."""\n', '"""Keeps the cart and\nthe lines"""\n'])
def test_opening_without_a_sentence_is_refused(source: str) -> None:
    assert docstring_fault(source) is not None


@pytest.mark.parametrize("source", ["", '"""Keeps what the cart holds."""\n'])
def test_opening_with_a_sentence_is_accepted(source: str) -> None:
    assert docstring_fault(source) is None


def test_a_function_of_61_lines_is_refused() -> None:
    def function(lines: int) -> str:
        return "def sell():\n" + "    x = 1\n" * (lines - 1)

    assert list(long_functions(function(61))) == [("sell", 61)]
    assert list(long_functions(function(60))) == []


@pytest.mark.parametrize(
    "comment",
    [
        "# noqa",
        "# noqa: TID251",
        "# type: ignore",
        "# type: ignore[arg-type]",
        "# pragma: no cover",
        "# mypy: ignore-errors",
    ],
)
def test_an_excuse_without_a_reason_is_refused(comment: str) -> None:
    assert bare_excuses(f"x = 1  {comment}\n") == [comment]


@pytest.mark.parametrize(
    "comment",
    [
        "# noqa: TID251 - the root reads the clock",
        "# type: ignore[arg-type]  # Qt's stub is wrong",
    ],
)
def test_an_excuse_with_a_reason_is_accepted(comment: str) -> None:
    assert bare_excuses(f"x = 1  {comment}\n") == []


@pytest.mark.parametrize(
    "source",
    [
        "import pytest\npytest.skip('later')\n",
        "@pytest.mark.skipif(True)\ndef f(): ...\n",
        "raise NotImplementedError\n",
    ],
)
def test_what_steps_aside_is_refused(source: str) -> None:
    assert len(unfinished(source)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "cd /wo" + "rk/main",
        "open('/ro" + "ot/x')",
        "https://py" + "pi.org/simple",
        "file:" + "///tmp",
        "/ho" + "me/anna/kassa",
    ],
)
def test_words_of_one_machine_are_refused(text: str) -> None:
    assert of_one_machine(text) != []


@pytest.mark.parametrize(
    "text", ["/v1/manage/wo" + "rk/", "../shared", "~/ro" + "ot/x", "/usr/bin/env", "a/wo" + "rk/b"]
)
def test_words_of_every_machine_are_accepted(text: str) -> None:
    assert of_one_machine(text) == []
