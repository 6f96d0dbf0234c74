"""Plays the register's sounds by the machine's own player; a machine without one stays silent, the strip says all."""

import logging
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from pos_app.devices.sounds import Sound, wave_file

PLAYERS = {
    "linux": (("pw-play",), ("paplay",), ("aplay", "-q")),
    "darwin": (("afplay",),),
    "win32": (
        (
            "powershell",
            "-NoProfile",
            "-NonInteractive",
            "-Command",
            "(New-Object Media.SoundPlayer $args[0]).PlaySync()",
        ),
    ),
}
log = logging.getLogger(__name__)


def find_player(
    system: str = sys.platform, which: Callable[[str], str | None] = shutil.which
) -> Sequence[str] | None:
    """The command that plays a file on this machine; None where there is none."""
    return next((command for command in PLAYERS.get(system, ()) if which(command[0]) is not None), None)


class Speaker:
    """One sound at a time: a new one waits for nobody, and what is still playing is enough to be heard."""

    def __init__(
        self, player: Sequence[str] | None, volume_percent: int = 80, *, is_mute: bool = False
    ) -> None:
        self._player = player
        self._volume_percent = volume_percent
        self.is_mute = is_mute
        self._playing: subprocess.Popen[bytes] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def play(self, sound: Sound) -> None:
        """Start the sound and return; nothing that goes wrong with it stops a sale."""
        if self.is_mute or self._volume_percent == 0 or self._player is None or self._is_playing():
            return
        try:
            file = self._file(sound)
            self._playing = subprocess.Popen(
                [*self._player, str(file)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError as fault:
            log.warning("the sound %s cannot be played: %s", sound, fault)
            self._player = None

    def close(self) -> None:
        """Stop what is playing, and give its files back."""
        if self._playing is not None:
            self._playing.kill()
            self._playing.wait()
        if self._folder is not None:
            self._folder.cleanup()

    def _is_playing(self) -> bool:
        return self._playing is not None and self._playing.poll() is None

    def _file(self, sound: Sound) -> Path:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="kassa-sounds-")
        file = Path(self._folder.name) / f"{sound}.wav"
        if not file.exists():
            file.write_bytes(wave_file(sound, self._volume_percent))
        return file
