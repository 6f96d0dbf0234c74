"""What every test stands on: Qt without a screen, the folder `shared`, properties that repeat exactly."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

CHECKOUT = Path(__file__).resolve().parent.parent
BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "msedge",
)
BROWSER_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)

# Qt aborts the whole process where it finds no display; this must stand before anything imports PySide6.
if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How fast examples are made says how busy this machine is, and nothing about Kassa.
settings.register_profile(
    "house",
    derandomize=True,
    deadline=None,
    max_examples=50,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """How many lives of orders are played, how many power cuts looked at, and what headquarters' books are kept in."""
    parser.addoption(
        "--lives", type=int, help="play so many lives of orders, others every time (CI: few, the same)"
    )
    parser.addoption(
        "--engine", choices=("sqlite", "postgresql"), default="sqlite",
        help="what headquarters' books are kept in where a test does not say it (CI: SQLite)",
    )  # fmt: skip
    parser.addoption("--power-cuts", type=int, help="look at so many states a power cut may leave (CI: few)")


def find_shared() -> Path | None:
    """The folder with acceptance files and real data, where it lies beside the checkout."""
    named = os.environ.get("KASSA_SHARED")
    folder = Path(named) if named else CHECKOUT.parent / "shared"
    return folder if (folder / "scenarios").is_dir() else None


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ../shared. Only for tests marked `shared`: the others must run without it."""
    folder = find_shared()
    assert folder is not None, "this test uses ../shared and must be marked with @pytest.mark.shared"
    return folder


def find_browser() -> str | None:
    """The program of a browser that the tests can drive: Chromium, Chrome or Edge; KASSA_BROWSER names another."""
    if named := os.environ.get("KASSA_BROWSER"):
        return named if Path(named).is_file() else None
    for name in BROWSERS:
        if found := shutil.which(name):
            return found
    return next((place for place in BROWSER_PLACES if Path(place).is_file()), None)


class Wanting:
    """Leaves out the tests of a marker where what they need is missing, and says how many."""

    def __init__(self, marker: str, is_there: Callable[[], object], words: str) -> None:
        self._marker = marker
        self._is_there = is_there
        self._words = words
        self.left_out = 0

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        if self._is_there():
            return
        wanting = [item for item in items if item.get_closest_marker(self._marker)]
        if not wanting:
            return
        items[:] = [item for item in items if not item.get_closest_marker(self._marker)]
        config.hook.pytest_deselected(items=wanting)
        self.left_out = len(wanting)
        worker_output = getattr(config, "workeroutput", None)
        if worker_output is not None:
            worker_output[f"{self._marker}_left_out"] = len(wanting)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: object) -> None:
        """Every xdist worker collects the same tests; the largest count is the count."""
        output: dict[str, int] = getattr(node, "workeroutput", {})
        self.left_out = max(self.left_out, output.get(f"{self._marker}_left_out", 0))

    @pytest.hookimpl(wrapper=True)
    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> Iterator[None]:
        if self.left_out:
            terminalreporter.line(f"{self.left_out} {self._words}")
        yield


class Compared:
    """Prints what tests against other people's figures compared, and what they could not."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call":
            self.lines += [str(value) for name, value in report.user_properties if name == "compared"]

    @pytest.hookimpl(wrapper=True)
    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> Iterator[None]:
        for line in sorted(self.lines):
            terminalreporter.line(line)
        yield


@pytest.fixture
def compared(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Says at the end of the run how many cases of a data set were compared, and how many were not, and why."""
    return lambda words: record_property("compared", words)


def pytest_configure(config: pytest.Config) -> None:
    shared_words = "tests that need ../shared were not run (it does not lie beside this checkout)"
    browser_words = "browser tests were not run (there is no Chromium, Chrome or Edge)"
    config.pluginmanager.register(Wanting("shared", find_shared, shared_words), "shared-tests")
    config.pluginmanager.register(Wanting("browser", find_browser, browser_words), "browser-tests")
    config.pluginmanager.register(Compared(), "compared")
