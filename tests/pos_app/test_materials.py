"""The bill of materials holds every pin of the lock with its hashes and a licence, and what lies in the checkout."""

import json
import re
from pathlib import Path

import pytest

from pos_app.materials import bill, main
from tests.house.test_dependencies import pins

CHECKOUT = Path(__file__).resolve().parents[2]


def test_s48_every_package_stands_in_it_with_version_hashes_and_licence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([]) == 0
    said = json.loads(capsys.readouterr().out)
    packages = [each for each in said["components"] if each["type"] == "library"]
    hashes = [found["content"] for each in packages for found in each["externalReferences"][0]["hashes"]]

    assert (said["bomFormat"], said["specVersion"]) == ("CycloneDX", "1.6")
    assert {each["name"]: each["version"] for each in packages} == pins("requirements.lock")
    assert hashes == re.findall(r"sha256:(\w+)", (CHECKOUT / "requirements.lock").read_text())
    assert all(each["licenses"][0]["license"]["name"] for each in packages)
    assert {each["bom-ref"] for each in packages} == set(said["dependencies"][0]["dependsOn"])
    refs = [each["bom-ref"] for each in said["components"]]
    assert len(refs) == len(set(refs))


def test_what_lies_in_the_checkout_stands_in_it_too() -> None:
    data = {each["bom-ref"] for each in bill()["components"] if each["type"] == "data"}

    folders = {each.name for each in (CHECKOUT / "resources").iterdir() if any(each.glob("LICENSE*"))}
    assert folders <= {each.split("/")[1] for each in data}


def test_it_says_how_it_is_called(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 2
    assert "takes no arguments" in capsys.readouterr().err
