"""Opens the register: `python -m pos_app --data FOLDER`."""

import argparse
import logging
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from platformdirs import user_data_dir

from channel_db.errors import StorageError
from channel_db.logs import log_to_stderr, logging_to
from pos_app.appearance import Layers
from pos_app.config import ConfigBroken, keep_layers, keep_limits, keep_mute, read_config, read_layers
from pos_app.given import make_clock
from pos_app.greeting import greeting
from pos_app.lanes import WorkerLane
from pos_app.ui.application import AfterPaint, Splash, keep_open_on_faults, make_application, soon
from pos_app.ui.main_window import MainWindow
from pos_app.ui.scanner_input import ScannerLimits
from pos_app.ui.texts import spoken, tr
from pos_app.views import Desk, Screen, Severity
from retail.messages import phrase

if TYPE_CHECKING:
    from pos_app.binder import Binder
    from pos_app.devices.speaker import Speaker

UNKNOWN = phrase("The register cannot be opened. Try again; if it happens again, call for help.")
log = logging.getLogger("pos_app")


def read_options(arguments: Sequence[str]) -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(prog="pos_app", description="Open the window of this register.")
    parser.add_argument(
        "--data", type=Path, default=Path(user_data_dir("kassa")), help="the register's folder"
    )
    parser.add_argument("--sign-in", metavar="USER", help="sign this user in; needs --pin-file")
    parser.add_argument("--pin-file", type=Path, help="a file that holds the PIN and nothing else")
    parser.add_argument(
        "--clock", type=Path, help="read the time from this file instead of the machine's clock"
    )
    parser.add_argument("--seed", type=int, help="make the same ids every time")
    parser.add_argument("--without-agent", action="store_true", help="the agent is run by its own command")
    options = parser.parse_args(arguments)
    if (options.sign_in is None) != (options.pin_file is None):
        parser.error("--sign-in and --pin-file belong together")
    return options


class Register:
    """The program around one window: greets, opens the desk on its lane, gives everything back.

    Where somebody can sign in, the window stands before the desk does, and what they do meanwhile waits for it.
    """

    def __init__(self, options: argparse.Namespace, build: Callable[[], Desk]) -> None:
        self._layers = read_layers(options.data)
        self.app, self._theme = make_application(sys.argv[:1], self._layers.look)
        self._options = options
        self._lane, self._side_lane = WorkerLane("register"), WorkerLane("headquarters")
        self._splash = Splash(self._theme)
        self._splash.left.connect(lambda: self.app.exit(1))
        self.window: MainWindow | None = None
        self.binder: Binder | None = None
        self._speaker: Speaker | None = None
        self._waiting: list[Callable[[], None]] = []
        self._let_go: list[Callable[[], object]] = []
        self._is_opening = self._is_leaving = False
        self._build = build
        if not self._greet():
            self._begin()

    def _begin(self) -> None:
        """Open the register, unless the window was closed already."""
        if not self._is_leaving:
            self._is_opening = True
            self._lane.submit(self._build, self._open, self._explain)

    def _greet(self) -> bool:
        """Let people sign in while the register is being opened; False where it has to be opened first."""
        view = None
        if self._options.sign_in is None:
            view = greeting(self._options.data, make_clock(self._options.clock).now())
        try:
            window = None if view is None else self._make_window()
        except ConfigBroken:
            return False  # whoever opens the register says what is wrong
        if view is None or window is None:
            return False
        sign_in = window.sign_in
        self._keep_for_later(sign_in.signed_in)
        self._keep_for_later(sign_in.language_wanted)
        self._keep_for_later(window.code_scanned)
        window.closing.connect(self._leave)
        self._let_go.append(lambda: window.closing.disconnect(self._leave))
        AfterPaint(sign_in, self._begin)
        self.app.setQuitOnLastWindowClosed(False)  # a register that is half open has to be closed first
        window.show_sign_in(view)
        window.show()
        self._splash.end()
        return True

    def _keep_for_later(self, signal: Any) -> None:
        """Keep what a signal says until the register is open, and say that it is kept."""

        def keep(*values: object) -> None:
            self._waiting.append(lambda: signal.emit(*values))
            if self.window is not None:
                self.window.say(Severity.INFO, tr("Opening the register \u2026"))

        signal.connect(keep)
        self._let_go.append(lambda: signal.disconnect(keep))

    def _leave(self) -> None:
        """The window was closed before the register was open."""
        self._is_leaving = True
        if not self._is_opening:
            self.app.exit(0)

    def _make_window(self) -> MainWindow:
        scanner = read_config(self._options.data).scanner
        self.window = MainWindow(self._theme, lambda event: event.timestamp(), scanner, self._layers)
        self.window.look_changed.connect(self._keep_look)
        return self.window

    def _open(self, desk: Desk) -> None:
        from pos_app.binder import Binder  # noqa: PLC0415 -- a sign-in does not wait for it
        from pos_app.devices.sounds import Sound  # noqa: PLC0415 -- as above
        from pos_app.devices.speaker import Speaker, find_player  # noqa: PLC0415 -- as above

        if self._is_leaving:
            self._end(desk)
            return
        config = read_config(self._options.data)
        speaker = self._speaker = Speaker(find_player(), config.volume_percent, is_mute=config.mute)
        window = self.window or self._make_window()
        for let_go in self._let_go:
            let_go()
        window.sounded.connect(lambda sound: speaker.play(Sound(sound)))
        self.binder = Binder(window, desk, self._lane, self._side_lane)
        keep_open_on_faults(lambda words: window.say(Severity.ERROR, words))
        window.closing.connect(lambda: self._end(desk))
        window.limits_changed.connect(self._keep_limits)
        window.is_mute = config.mute
        window.mute_changed.connect(self._keep_mute)
        self.binder.start()
        if self._options.sign_in is not None:
            pin = self._options.pin_file.read_text(encoding="utf-8").strip()
            params = {"user": self._options.sign_in, "pin": pin}
            self.binder.dispatch("user.sign_in", params, follow=self._open_shift)
        for again in self._waiting:
            again()
        window.show()
        self._splash.end()

    def _keep_look(self, layers: Layers) -> None:
        """Keep how the window looks for the next start; a full disk does not keep anybody from selling."""
        try:
            keep_layers(self._options.data, layers)
        except OSError as fault:
            log.warning("how the window looks cannot be kept: %s", fault)

    def _keep_mute(self, mute: bool) -> None:
        """Be silent, or not any more; and keep that for the next start."""
        if self._speaker is not None:
            self._speaker.is_mute = mute
        try:
            keep_mute(self._options.data, mute=mute)
        except OSError as fault:
            log.warning("whether sounds are off cannot be kept: %s", fault)

    def _keep_limits(self, limits: ScannerLimits) -> None:
        """Keep what the scanner is known by for the next start."""
        try:
            keep_limits(self._options.data, limits)
        except OSError as fault:
            log.warning("what the scanner is known by cannot be kept: %s", fault)

    def _open_shift(self) -> None:
        """Whoever is signed in by the command line starts with an empty till."""
        view = self.binder.view if self.binder is not None else None
        if self.binder is not None and view is not None and view.screen is Screen.OPEN_SHIFT:
            self.binder.request("shift.open", {"start": "0"})

    def _explain(self, fault: Exception) -> None:
        words = spoken().tell(fault.message) if isinstance(fault, StorageError) else tr(UNKNOWN)
        if not isinstance(fault, StorageError):
            log.error("the register cannot be opened", exc_info=fault)
        print(words, file=sys.stderr)
        if self.window is not None:
            self.window.hide()
        self._splash.refuse(words)

    def _end(self, desk: Desk) -> None:
        """Close the desk on its own lane, after what is queued there."""
        self._side_lane.close()
        self._lane.submit(desk.close, lambda _: None, lambda fault: None)
        self._lane.close()
        if self._speaker is not None:
            self._speaker.close()
        self.app.exit(0)

    def close(self) -> None:
        """Close the window, as a person would."""
        if self.window is not None:
            self.window.close()
        else:
            self.app.exit(0)


def main(arguments: Sequence[str]) -> int:
    """Run the window until it is closed; 1 where the register cannot be opened."""
    log_to_stderr(logging.WARNING, "%(asctime)s %(name)s %(levelname)s %(message)s")
    options = read_options(arguments)
    with logging_to(options.data, "register", logging.WARNING):
        return _run(options)


def _run(options: argparse.Namespace) -> int:
    def build() -> Desk:
        from pos_app.bootstrap import build_desk  # noqa: PLC0415 -- on the lane, while somebody types their PIN

        return build_desk(
            options.data, clock_file=options.clock, seed=options.seed, with_agent=not options.without_agent
        )

    register = Register(options, build)
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda number, frame: soon(register.close))
    return int(register.app.exec())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
