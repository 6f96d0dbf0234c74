"""The scanner test: five scans show how fast this scanner really is, and what it should be known by."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from pos_app.ui.announce import announce
from pos_app.ui.scan_recorder import SCANS_NEEDED, Proposal, ScanRecorder, proposal
from pos_app.ui.scanner_input import ScannerLimits
from pos_app.ui.sheets.fields import Choices, ResultList, Row
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.views import UnknownCodeView

SCANS, UNKNOWN = "scans", "unknown"


class ScannerTestSheet(Sheet):
    """While it is open, what is scanned is only looked at: nothing goes into the sale.

    Object names: `part-scans`, `part-unknown`; the primary button uses what is proposed.
    """

    name = "scanner-test"
    limits_chosen = Signal(object)
    recording = Signal(bool)

    def __init__(self, theme: Theme, limits: ScannerLimits, unknown: Sequence[UnknownCodeView] = ()) -> None:
        super().__init__(
            theme, tr("Scanner test"), tr("Use these limits"),
            tr("Scan any code five times. Nothing goes into the sale meanwhile."),
        )  # fmt: skip
        self.recorder = ScanRecorder()
        self._before, self._unknown = limits, tuple(unknown)
        self.proposal: Proposal | None = None
        self.parts = Choices(theme, [(part, self._caption(part), "") for part in (SCANS, UNKNOWN)], SCANS)
        for part, button in self.parts.buttons.items():
            button.setObjectName(f"part-{part}")
        self.parts.chosen.connect(lambda part: self.refresh())
        self.body.addWidget(self.parts)
        self.list = ResultList(theme, tr("Scans"))
        self.body.addWidget(self.list, 1)
        self._seen = 0
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """In sight it records."""
        super().showEvent(event)
        self.recording.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Closed, or under another sheet, it does not."""
        super().hideEvent(event)
        self.recording.emit(False)

    def recorded(self) -> None:
        """A key came: look whether a scan is whole."""
        if len(self.recorder.scans) != self._seen:
            self._seen = len(self.recorder.scans)
            self.refresh()
            announce(self, self.consequence.text())

    def refresh(self) -> None:
        """Draw what was recorded and what it means."""
        scans = self.recorder.scans
        self.proposal = proposal(scans[-SCANS_NEEDED:], self._before) if self.recorder.is_complete else None
        for part, button in self.parts.buttons.items():
            button.setText(self._caption(part))
            button.setAccessibleName(self._caption(part))
        if self.parts.value == SCANS:
            self.list.show_rows(
                [
                    Row(scan.code, self._ended(scan.end, announced=scan.announced),
                        tr("{gap} ms", gap=scan.median_ms), tr("longest {gap} ms", gap=scan.longest_ms), "barcode")
                    for scan in reversed(scans)
                ],
                tr("Nothing scanned yet."),
            )  # fmt: skip
        else:
            self.list.show_rows(
                [Row(each.code, each.times, "", each.at, "alert") for each in self._unknown],
                tr("No unknown code since this register was started."),
            )
        self._say()

    def _say(self) -> None:
        made = self.proposal
        missing = SCANS_NEEDED - len(self.recorder.scans)
        self.show_problem("")
        if made is None:
            self.primary.set_why_not(tr("Scan {missing} more times first.", missing=missing))
            self.show_consequence(
                tr("{done} of {needed} scans", done=len(self.recorder.scans), needed=SCANS_NEEDED)
            )
            return
        limits = made.limits
        ends = tr("ends with Enter or Tab") if limits.has_suffix else tr("ends with a pause")
        words = tr(
            "Proposed: keys within {median} ms, none after more than {longest} ms, at least {length} of them, {ends}.",
            median=limits.median_gap_ms, longest=limits.gap_max_ms, length=limits.length_min, ends=ends,
        )  # fmt: skip
        self.show_consequence(words)
        slow = tr("This scanner is as slow as typing. Program it to send F24 before each code.")
        self.show_problem(slow if made.needs_prefix else "")
        self.primary.set_why_not(slow if made.needs_prefix else "")

    def _caption(self, part: str) -> str:
        if part == SCANS:
            return tr("Scans {number}", number=len(self.recorder.scans))
        return tr("Unknown codes {number}", number=len(self._unknown))

    def _ended(self, end: str, *, announced: bool) -> str:
        words = end or tr("no key at the end")
        return tr("prefix, {end}", end=words) if announced else words

    def submit(self) -> None:
        """Know the scanner by what was seen."""
        if self.primary.why_not:
            self.refused.emit(self.primary.why_not)
        elif self.proposal is not None:
            self.limits_chosen.emit(self.proposal.limits)

    def step(self, rows: int) -> bool:
        """Arrows move in the list."""
        self.list.step(rows)
        return True

    def draft(self) -> Mapping[str, object]:
        """Nothing to keep."""
        return {}

    def first_field(self) -> QWidget:
        """Nothing is typed here."""
        return self.primary
