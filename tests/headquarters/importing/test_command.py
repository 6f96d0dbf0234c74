"""`headquarters import` as a person meets it: exit status, words, and never a trace."""

import gzip
from pathlib import Path

import pytest

from headquarters.__main__ import main
from headquarters.database import FILE_NAME
from headquarters.importing.command import DONE, REFUSED

GOODS = "Varenr;Varenavn;Pris\nP;Pære;12,50\nQ;Quince;-1\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "goods.csv"
    path.write_text(GOODS, encoding="utf-8")
    return path


def run(tmp_path: Path, *words: object) -> int:
    return main(["import", *map(str, words), "--data", str(tmp_path / "hq")])


def test_new_headquarters_starts_with_an_import(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "products", file) == DONE

    said = capsys.readouterr()
    rejects = tmp_path / "hq" / "rejected-products.csv"
    assert said.out.splitlines() == [
        "goods.csv: utf-8, semicolon; read Varenr as number, Varenavn as name, Pris as price.",
        "2 rows: 1 new, 0 changed, 0 as they were, 1 rejected.",
        f"The rejected rows are listed in {rejects}.",
    ]
    assert said.err == ""
    assert rejects.read_text(encoding="utf-8").splitlines()[1] == "3,Pris,-1,it is negative"


def test_dry_run_changes_nothing(tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(tmp_path, "products", file, "--dry-run")
    run(tmp_path, "products", file)

    assert capsys.readouterr().out.count("1 new, 0 changed") == 2


def test_columns_encoding_delimiter_and_rejects_can_be_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packed = tmp_path / "goods.gz"
    packed.write_bytes(gzip.compress("a~b~c~price\nP~Pære~1~2\nQ~x~y~3\n".encode("cp850")))
    rejects = tmp_path / "left-out.csv"

    status = run(
        tmp_path, "products", packed, "--map", "number=a", "name=b", "--map", "price=c", "--encoding", "cp850",
        "--delimiter", "~", "--rejects", rejects, "--currency", "NOK",
    )  # fmt: skip

    assert status == DONE
    assert "cp850, ~; read a as number, b as name, c as price." in capsys.readouterr().out
    assert "'y' is not an amount" in rejects.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["products", "nowhere.csv"], "cannot be read"),
        (["customers", "goods.csv"], "no column for account"),
        (["products", "goods.csv", "--map", "colour=Pris"], "There is no field 'colour'"),
        (["products", "goods.csv", "--encoding", "utf-9"], "There is no encoding 'utf-9'"),
        (["products", "goods.csv", "--rejects", "nowhere/rejects.csv"], "cannot be written"),
    ],
)
def test_refused_file_is_said_in_words(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    words: list[str], said: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)

    assert run(tmp_path, *words) == REFUSED

    error = capsys.readouterr().err
    assert said in error
    assert error.endswith("Nothing was imported.\n")


def test_database_of_another_program_is_refused(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "hq").mkdir()
    (tmp_path / "hq" / FILE_NAME).write_bytes(b"another program's file" * 100)

    assert run(tmp_path, "products", file) == REFUSED
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [["--map", "number"], ["--currency", "kroner"], ["--currency", "nok"], ["--seed", "x"]]
)
def test_option_that_makes_no_sense_is_refused(tmp_path: Path, file: Path, words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(tmp_path, "products", file, *words)

    assert ended.value.code == 2
