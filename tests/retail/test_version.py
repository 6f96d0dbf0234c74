"""The version that registers tell is the one of the project."""

import tomllib
from pathlib import Path

from retail.version import PROGRAM


def test_program_tells_the_version_of_the_project() -> None:
    text = (Path(__file__).resolve().parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text)["project"]["version"] == PROGRAM
