"""The linter and the type checker, set as the project sets them, refuse what they are there to refuse."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]

# File, what is written there, the rule that must refuse it, and a word of what it says.
REFUSED = [
    ("pos_app/a.py", "import requests\n", "TID251", "exchange"),
    ("sync_agent/a.py", "from urllib.request import urlopen\n", "TID251", "exchange"),
    ("channel_db/a.py", "import sqlite3\n", "TID251", "sqlcipher3"),
    ("retail/a.py", "from datetime import datetime\n\nNOW = datetime.now()\n", "TID251", "Clock"),
    ("retail/b.py", "from datetime import date\n\nTODAY = date.today()\n", "TID251", "Clock"),
    ("headquarters/a.py", "import time\n\nNOW = time.time()\n", "TID251", "Clock"),
    ("headquarters/b.py", "import uuid\n\nID = uuid.uuid4()\n", "TID251", "Ids"),
    ("sync_agent/b.py", "import random\n\nWAIT = random.random()\n", "TID251", "random.Random"),
    ("tests/a.py", "from datetime import datetime\n\nNOW = datetime.now()\n", "TID251", "Clock"),
    ("pos_app/b.py", "from .c import d\n", "TID252", "bsolute"),
    ("pos_app/c.py", 'print("sold")\n', "T201", "print"),
    ("pos_app/d.py", "# TODO: later\n", "FIX002", "TODO"),
    ("pos_app/e.py", "# price = cart.total()\n", "ERA001", "commented-out"),
    (
        "pos_app/f.py",
        "def f() -> None:\n    try:\n        g()\n    except Exception:\n        h()\n",
        "BLE001",
        "blind",
    ),
    ("pos_app/g.py", "import os  # noqa: F401,E501\n", "RUF100", "noqa"),
    ("pos_app/h.py", "X = 1\n", "D100", "docstring"),
    ("kassa", "if (n := 1):\n    pass\n", "invalid-syntax", "3.8"),
]

# What is written in a module, and the error code of mypy that must refuse it.
MISTYPED = {
    "untyped": ("def f(x):\n    return x\n", "no-untyped-def"),
    "float_money": ("amount_minor: int = 19.99\n", "assignment"),
    "bare_generic": ("def f(x: list) -> None: ...\n", "type-arg"),
    "maybe_none": ("def f(x: str | None) -> str:\n    return x.upper()\n", "union-attr"),
    "bare_ignore": ("x: int = 'a'  # type: ignore\n", "ignore-without-code"),
    "unreachable": ("def f(x: int) -> int:\n    assert isinstance(x, str)\n    return x\n", "unreachable"),
}


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str, str]]:
    """File, rule and message of everything ruff finds in a tree of the refused examples."""
    tree = tmp_path_factory.mktemp("linted")
    shutil.copy(CHECKOUT / "pyproject.toml", tree)
    for name, text, _, _ in REFUSED:
        file = tree / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format=json", "."],
        cwd=tree,
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )
    return {
        (str(Path(found["filename"]).relative_to(tree)), found["code"] or "", found["message"])
        for found in json.loads(done.stdout)
    }


@pytest.mark.parametrize(("file", "text", "rule", "word"), REFUSED, ids=[f"{r[2]} {r[0]}" for r in REFUSED])
def test_linter_refuses(
    findings: set[tuple[str, str, str]], file: str, text: str, rule: str, word: str
) -> None:
    refusals = [message for name, code, message in findings if name == file and code == rule]

    assert refusals, f"{text!r} was not refused by {rule}"
    assert any(word in message for message in refusals), refusals


@pytest.fixture(scope="module")
def type_errors(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What mypy says about a tree of the mistyped examples."""
    tree = tmp_path_factory.mktemp("typed")
    shutil.copy(CHECKOUT / "pyproject.toml", tree)
    for name, (text, _) in MISTYPED.items():
        (tree / f"{name}.py").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "."],
        cwd=tree,
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )
    return done.stdout


@pytest.mark.parametrize(("module", "code"), [(module, code) for module, (_, code) in MISTYPED.items()])
def test_type_checker_refuses(type_errors: str, module: str, code: str) -> None:
    lines = [line for line in type_errors.splitlines() if line.startswith(f"{module}.py:")]

    assert any(f"[{code}]" in line for line in lines), type_errors


def test_every_exception_in_the_settings_has_its_reason() -> None:
    lines = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    begin, end = lines.index("ignore = ["), lines.index("[tool.ruff.lint.flake8-tidy-imports]")

    bare = [line for line in lines[begin:end] if line.startswith('    "') and "# " not in line]

    assert bare == []
