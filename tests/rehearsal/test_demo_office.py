"""The demo with the back office: nothing in it is empty, and who signs in has a password of this demo alone."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rehearsal.browsing import Browser
from tests.headquarters.backoffice.crawling import crawled

CHECKOUT = Path(__file__).resolve().parents[2]
SECONDS = 300
_MAIN = re.compile(r"<main.*?</main>", re.DOTALL)
_NOTHING = re.compile(r">None\.<|No data|>0</b>|Nothing waits to be published|Nobody (shares|has looked)")


@contextmanager
def running_demo(folder: Path) -> Iterator[list[str]]:
    """`kassa demo --hq` where nobody sees a window, and what it said until it was ready."""
    command = [sys.executable, "-m", "rehearsal.demo", "--hq", "--data", str(folder)]
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, cwd=CHECKOUT, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as demo:
        assert demo.stdout is not None
        said: list[str] = []
        for line in demo.stdout:
            said.append(line.strip())
            if "Ctrl-C ends headquarters" in line:
                break
        yield said
        demo.send_signal(signal.SIGTERM)
        assert demo.wait(SECONDS) == 128 + signal.SIGTERM


def is_filled(path: str, page: str) -> bool:
    """Whether a list has a row, and any other page facts, figures, or fields to fill in."""
    if "/edit?" in path or "/create?" in path or path == "/office/log-bundle":  # a form, whatever there is
        return True
    shown = re.sub(
        r'<form class="filters" method="get".*?</form>', "", _MAIN.findall(page)[0], flags=re.DOTALL
    )
    rows = [row for row in re.findall(r"<tr.*?</tr>", shown, re.DOTALL) if "<td" in row]
    if any(not _NOTHING.search(row) for row in rows):
        return True
    other = (
        r"<dd|<section|<b>[1-9]"
        if "/list" in path
        else r"<dd|<section|<b>[1-9]|<select|<textarea|<input(?! type=\"hidden)"
    )
    return bool(re.search(other, shown))


def test_every_page_has_something_to_show_and_the_password_is_told_once(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    with running_demo(folder) as said:
        words = "\n".join(said)
        address = re.findall(r"The back office: (http://[\d.:]+)/office", words)[0]
        name, password = re.findall(r"(\w+) signs in with the password (\S{12,}),", words)[0]
        browser = Browser(address)
        browser.get("/office/sign-in")
        browser.press("/office/sign-in", name=name, password=password)
        pages = {page.path: page.text for page in crawled(browser)}

    assert len(pages) > 50
    assert [path for path, text in pages.items() if not is_filled(path, text)] == []
    orders = pages["/office/orders"]
    for state in ("open", "partially invoiced", "invoiced", "cancelled", "quote"):
        assert f"<td>{state}" in orders, state
    assert "Bram de Wit" in pages["/office/customers/unfinished"]
    assert "Keep 1005" in pages["/office/customers/duplicates"]
    assert "but HAARLEM-1 stands in UTRECHT" in pages["/office/documents"]
    assert "Ingrid was called" in pages["/office"]
    invoices = [text for path, text in pages.items() if path.startswith("/office/invoices/")]
    assert invoices
    assert [text for text in invoices if "before its lines were kept" in text] == []

    with running_demo(folder) as said:
        assert password not in "\n".join(said)
