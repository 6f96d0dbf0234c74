"""The tour, as `kassa demo --tour` runs it: every step is seen in the real window, every picture is there."""

import os
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent


def test_the_story_is_seen_in_the_window_from_sign_in_to_both_numbers(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "rehearsal.demo", "--tour", "--data", str(tmp_path / "demo")]
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}

    done = subprocess.run(
        command, cwd=CHECKOUT, env=environ, capture_output=True, text=True, check=False, timeout=300
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "Maja Lindqvist was added without headquarters: Pending sync" in done.stdout
    assert "headquarters gave account 10051 and order SO-000001; the window shows both" in done.stdout
    pictures = sorted((tmp_path / "demo" / "tour-pictures").iterdir())
    assert len(pictures) == 12
    assert pictures[0].name == "01-sign-in.png"
    assert pictures[-1].name == "receipt.pdf"
    assert str(pictures[0].parent) in done.stdout
