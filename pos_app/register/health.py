"""The health page and the log bundle at the desk: the doctor's findings, in the words of whoever looks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from channel_db.kinds import CATALOG, JOURNAL
from pos_app.bundle import BUNDLES, BundleFile, gather, register_of, save
from pos_app.doctor import VERDICTS, examine, worst_of
from pos_app.doctor_devices import ask_terminal, examine_printer
from pos_app.doctor_machine import program_version
from pos_app.findings import TITLES, Finding, State
from pos_app.health_views import (
    DRAWER,
    TERMINAL,
    BundleFileView,
    BundleView,
    Examined,
    HealthRowView,
    HealthView,
)
from pos_app.language.language import Language
from pos_app.operations.registry import Done, Outcome, Refused
from pos_app.register.session import RegisterSession
from retail.looks import NO_LOOK, Look, look_at
from retail.messages import phrase, say

STATES: Mapping[State, tuple[str, str]] = {
    State.WELL: (phrase("in order"), "ok"),
    State.WARNING: (phrase("look after it"), "info"),
    State.BROKEN: (phrase("broken"), "alert"),
}


OPERATIONS: Mapping[str, str] = {"scanner": "scanner.test", DRAWER: "drawer.open"}
"""What tests a device by being done with it."""
TESTED = frozenset({"printer", TERMINAL, *OPERATIONS})


@dataclass(frozen=True, slots=True)
class Checked:
    """A finding, and when that was looked at."""

    finding: Finding
    at: datetime


class Health:
    """Looks at this register as the doctor does. `session` is read on the lane only, the files beside it."""

    def __init__(self, session: RegisterSession, layout: Callable[[], str]) -> None:
        self._session = session
        self._folder, self._clock = session.folder, session.clock
        self._layout = layout
        self._begun = session.clock.now()
        self._version = program_version()

    def examine(self) -> Examined:
        """Look at everything. Touches no database of the desk, so it may run beside the lane."""
        found = (*examine(self._folder, self._clock), examine_update(self._version, program_version()))
        at = self._clock.now()
        return Examined(tuple(Checked(each, at) for each in found))

    def test(self, examined: Examined, device: str) -> Examined:
        """Look at one device anew. The card terminal is asked on the lane, the printer beside it."""
        found = ask_terminal(self._session.terminal) if device == TERMINAL else examine_printer(self._folder)
        now = Checked(found, self._clock.now())
        return Examined(
            tuple(now if each.finding.what == found.what else each for each in _checked(examined))
        )

    def view(self, examined: Examined) -> HealthView:
        """What was found, in words."""
        language = self._session.language
        checked = _checked(examined)
        findings = [each.finding for each in checked]
        verdict = language.say(VERDICTS[worst_of(findings)])
        sentence = language.say(
            "{verdict} Looked at {time}.",
            verdict=verdict,
            time=f"{max(each.at for each in checked):%H:%M:%S}",
        )
        worst_first = sorted(checked, key=lambda each: -each.finding.state)
        device, version = self._session.device, self._version
        header = language.say(
            "Kassa {version} \u00b7 layout {layout} \u00b7 tables {journal} and {catalog} \u00b7 up {time}",
            version=version,
            layout=self._layout(),
            journal=JOURNAL.version,
            catalog=CATALOG.version,
            time=duration(self._clock.now() - self._begun, language),
        )
        id = language.say(
            "{register} ({store}), Kassa {version}",
            register=device.register_name,
            store=device.store,
            version=version,
        )
        rows = tuple(_row(each, language) for each in worst_first)
        return HealthView(sentence, rows, header, id)

    def profile(self) -> Look:
        """The visual profile that headquarters has this register wear."""
        settings, register = self._session.settings, self._session.device.register_name
        return NO_LOOK if settings is None else look_at(register, settings.register_looks, settings.look)

    def profile_pictures(self) -> tuple[str, str]:
        """Where logo and background of the visual profile lie; empty where it has none, or it has not come yet."""
        look, kept = self.profile(), self._session.catalog.pictures
        logo, background = (kept.file_of(each) for each in (look.logo, look.background))
        return str(logo or ""), str(background or "")

    def layout(self) -> str:
        """The name of the layout that this register shows."""
        return self._layout()

    def gather(self, examined: Examined) -> BundleView:
        """What a log bundle would hold; nothing is saved. May run beside the lane."""
        findings = [each.finding for each in _checked(examined)]
        files = gather(self._folder, findings)
        shown = (BundleFileView(each.name, f"{-(-len(each.content) // 1024)} KiB") for each in files)
        return BundleView(tuple(shown), files)

    def save(self, bundle: BundleView) -> Outcome:
        """Save it, and say where it lies. May run beside the lane."""
        files = [each for each in bundle.content if isinstance(each, BundleFile)]
        to = self._folder / BUNDLES
        try:
            saved = save(to, files, register_of(self._folder), self._clock)
        except OSError:
            return Refused(say("Nothing can be saved in {folder}. Make room there first.", folder=to))
        return Done(say("Saved as {file}. SHA-256: {digest}", file=saved.file, digest=saved.sha256))


def examine_update(runs: str, stands: str) -> Finding:
    """Whether another Kassa was put in place than the one that runs: it is used from the next start on."""
    if stands in ("", runs):
        return Finding(
            "update", State.WELL, say("Kassa {version} runs, and no other is put in place", version=runs)
        )
    return Finding(
        "update", State.WARNING,
        say("Kassa {version} is put in place; close the shift, then start the register again to use it",
            version=stands),
    )  # fmt: skip


def duration(time: timedelta, language: Language) -> str:
    """A time in the two greatest of days, hours and minutes: `3 d 4 h`."""
    minutes = max(0, int(time.total_seconds()) // 60)
    hours, days = minutes // 60, minutes // 1440
    if days:
        return language.say("{days} d {hours} h", days=days, hours=hours % 24)
    return language.say("{hours} h {minutes} min", hours=hours, minutes=minutes % 60)


def _checked(examined: Examined) -> list[Checked]:
    return [each for each in examined.findings if isinstance(each, Checked)]


def _row(checked: Checked, language: Language) -> HealthRowView:
    finding = checked.finding
    word, glyph = STATES[finding.state]
    name = language.word(TITLES.get(finding.what, finding.what))
    return HealthRowView(
        name, language.tell(finding.message), language.say(word), glyph, f"{checked.at:%H:%M:%S}",
        test=finding.what if finding.what in TESTED else "", operation=OPERATIONS.get(finding.what, ""),
    )  # fmt: skip
