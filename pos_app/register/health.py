"""The health page and the log bundle at the desk: the doctor's findings, in the words of whoever looks."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from channel_db.kinds import CATALOG, JOURNAL
from pos_app.bundle import BUNDLES, BundleFile, gather, register_of, save
from pos_app.doctor import VERDICTS, examine, worst_of
from pos_app.doctor_machine import program_version
from pos_app.findings import TITLES, Finding, State
from pos_app.health_views import BundleFileView, BundleView, Examined, HealthRowView, HealthView
from pos_app.language.language import Language
from pos_app.operations.registry import Done, Outcome, Refused
from pos_app.register.session import RegisterSession
from retail.messages import phrase, say

STATES: Mapping[State, tuple[str, str]] = {
    State.WELL: (phrase("in order"), "ok"),
    State.WARNING: (phrase("look after it"), "info"),
    State.BROKEN: (phrase("broken"), "alert"),
}


class Health:
    """Looks at this register as the doctor does. `session` is read on the lane only, the files beside it."""

    def __init__(self, session: RegisterSession, layout: Callable[[], str]) -> None:
        self._session = session
        self._folder, self._clock = session.folder, session.clock
        self._layout = layout
        self._begun = session.clock.now()

    def examine(self) -> Examined:
        """Look at everything. Touches no database of the desk, so it may run beside the lane."""
        return Examined(tuple(examine(self._folder, self._clock)))

    def view(self, examined: Examined) -> HealthView:
        """What was found, in words."""
        language = self._session.language
        findings = [each for each in examined.findings if isinstance(each, Finding)]
        verdict = language.say(VERDICTS[worst_of(findings)])
        sentence = language.say(
            "{verdict} Looked at {time}.", verdict=verdict, time=f"{self._clock.now():%H:%M:%S}"
        )
        worst_first = sorted(findings, key=lambda each: -each.state)
        device, version = self._session.device, program_version()
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

    def gather(self, examined: Examined) -> BundleView:
        """What a log bundle would hold; nothing is saved. May run beside the lane."""
        findings = [each for each in examined.findings if isinstance(each, Finding)]
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


def duration(time: timedelta, language: Language) -> str:
    """A time in the two greatest of days, hours and minutes: `3 d 4 h`."""
    minutes = max(0, int(time.total_seconds()) // 60)
    hours, days = minutes // 60, minutes // 1440
    if days:
        return language.say("{days} d {hours} h", days=days, hours=hours % 24)
    return language.say("{hours} h {minutes} min", hours=hours, minutes=minutes % 60)


def _row(finding: Finding, language: Language) -> HealthRowView:
    word, glyph = STATES[finding.state]
    name = language.word(TITLES.get(finding.what, finding.what))
    return HealthRowView(name, language.tell(finding.message), language.say(word), glyph)
