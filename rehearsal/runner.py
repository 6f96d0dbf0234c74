"""Plays scenario files, one line a step, and counts what passed."""

import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from rehearsal.acts import is_request, move, requests_of
from rehearsal.children import ChildFailed, Start, spawn
from rehearsal.expectations import check
from rehearsal.network import LineMode
from rehearsal.nodes import FileWrong
from rehearsal.office import OfficeRefused
from rehearsal.play import NotBuilt, Play, StepFailed
from rehearsal.scenario import Scenario, Step, read_scenario
from rehearsal.shop import retailer_document
from rehearsal.stage import PATIENT_SECONDS, QUICK_SECONDS, START, NotShown, staged
from rehearsal.trace import changed, trace

REFUSALS = ("refused", "asks", "needs_approval")
"""Outcomes in which the register says in words why it did nothing; a fault of the register is none of them."""

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class StepResult:
    """What became of one step."""

    line: int
    step: str
    passed: bool
    words: str


@dataclass(slots=True)
class FileResult:
    """What became of one file; it passed if every step did and nothing else went wrong."""

    file: str
    scenario: str = ""
    covers: tuple[str, ...] = ()
    passed: bool = False
    words: str = ""
    steps: list[StepResult] = field(default_factory=list)


def play_files(
    files: Iterable[Path], tell: Tell, keep: Path | None = None, start: Start = spawn
) -> list[FileResult]:
    """Play each file on a stage of its own; a failed one never stops the next."""
    results = []
    for path in files:
        tell(f"{path}")
        result = play_file(path, tell, keep, start)
        tell(f"  {'passed' if result.passed else 'FAILED'}" + (f": {result.words}" if result.words else ""))
        results.append(result)
    passed = sum(result.passed for result in results)
    tell(f"{passed} passed, {len(results) - passed} failed")
    return results


def play_file(path: Path, tell: Tell, keep: Path | None = None, start: Start = spawn) -> FileResult:
    """Play one file in a folder of its own, which is removed afterwards unless `keep` holds it."""
    result = FileResult(str(path))
    try:
        scenario = read_scenario(path)
    except FileWrong as wrong:
        result.words = str(wrong)
        return result
    except OSError as failed:
        result.words = f"cannot be read: {failed.strerror or failed}"
        return result
    result.scenario, result.covers = scenario.title, scenario.covers
    tell(f"  {scenario.title}")
    folder = _folder(path, keep)
    try:
        result.passed = _play(scenario, folder, result, tell, start)
    except (ChildFailed, OfficeRefused) as failed:
        result.words = str(failed)
    finally:
        if keep is None:
            shutil.rmtree(folder, ignore_errors=True)
    return result


def as_data(results: list[FileResult]) -> dict[str, Any]:
    """The same as the printed lines, for machines."""
    passed = sum(result.passed for result in results)
    return {
        "passed": passed,
        "failed": len(results) - passed,
        "files": [asdict(result) for result in results],
    }


def _folder(path: Path, keep: Path | None) -> Path:
    if keep is None:
        return Path(tempfile.mkdtemp(prefix="kassa-rehearsal-"))
    folder = keep / f"{path.parent.name}-{path.stem}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _play(scenario: Scenario, folder: Path, result: FileResult, tell: Tell, start: Start) -> bool:
    retailer = retailer_document(scenario.shop, "REHEARSAL", START.date())
    patience = patience_seconds(scenario)
    with staged(folder, retailer, scenario.title, begin=start, real_time_seconds=patience) as stage:
        play = Play(stage, scenario)
        play.begin()
        for step in scenario.steps:
            try:
                words, passed = take(play, step), True
            except (StepFailed, NotShown, ChildFailed, OfficeRefused) as failed:
                words, passed = str(failed), False
            result.steps.append(StepResult(step.line, step.words, passed, words))
            tell(
                f"  {'ok  ' if passed else 'FAIL'} {step.line:3} {step.words}"
                + (f"  -- {words}" if words else "")
            )
            if not passed:
                result.words = f"line {step.line}: {words}"
                return False
    return True


def patience_seconds(scenario: Scenario) -> float:
    """How long its registers wait for headquarters: briefly only where a line is slow, so that they really wait."""
    is_slow = any(step.name == "network" and step.value == LineMode.SLOW for step in scenario.steps)
    return QUICK_SECONDS if is_slow else PATIENT_SECONDS


def take(play: Play, step: Step) -> str:
    """Carry out one step and say what happened.

    Raises:
        StepFailed: it did not do what it must.
    """
    if step.name.startswith("expect"):
        check(play, step)
        return ""
    if not is_request(step):
        return move(play, step)
    return _refuse(play, step) if step.refused else _ask(play, step)


def _ask(play: Play, step: Step) -> str:
    answer: dict[str, Any] = {}
    for operation, params in _built(play, step):
        answer = play.register.do(operation, params, _approver(play, step))
        if answer.get("outcome") != "done":
            raise StepFailed(f"{answer.get('outcome')}: {answer.get('words')}")
    values = answer.get("values") or {}
    if step.name == "conclude":
        play.concluded(values)
    elif step.name == "find":
        play.find(values["found"])
    elif step.name == "suspend":
        play.name_suspended(step.value, values["suspended"])
    elif step.name == "new_customer":
        play.name_customer(step.value["as"], values["customer"])
    return str(answer.get("words") or "")


def _refuse(play: Play, step: Step) -> str:
    requests = _built(play, step)
    before = trace(play)
    words = ""
    for operation, params in requests:
        answer = play.register.do(operation, params, _approver(play, step))
        words = str(answer.get("words") or "")
        if answer.get("outcome") in REFUSALS:
            break
        if answer.get("outcome") != "done":
            raise StepFailed(f"{answer.get('outcome')}: {words}")
    else:
        raise StepFailed(f"was not refused: {words}")
    differences = changed(before, trace(play))
    if differences:
        raise StepFailed(f"was refused ({words}), but changed {', '.join(differences)}")
    if not words:
        raise StepFailed("was refused without a word")
    return words


def _built(play: Play, step: Step) -> list[tuple[str, dict[str, Any]]]:
    """The requests of a step whose operations all exist; a missing operation is not a refusal."""
    requests = requests_of(play, step)
    for operation, _ in requests:
        if not play.has(operation):
            raise NotBuilt(operation)
    return requests


def _approver(play: Play, step: Step) -> Any:
    return play.shop.staff[step.approver] if step.approver else None
