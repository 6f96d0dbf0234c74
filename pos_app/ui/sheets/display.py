"""How the window looks: colours, scheme, text size, and the side of the receipt; each choice holds at once."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pos_app.appearance import Appearance
from pos_app.ui.sheets.fields import Choices
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from retail.looks import SCALES


class DisplaySheet(Sheet):
    """`asked` names the row that has the focus: the one last changed, when the sheet is drawn anew.

    `over`: something that was chosen here goes before headquarters' visual profile, and can be given up.
    """

    name = "display"
    look_chosen = Signal(object)
    mute_chosen = Signal(bool)
    profile_chosen = Signal()

    def __init__(self, theme: Theme, asked: str = "theme", *, mute: bool = False, over: bool = False) -> None:
        super().__init__(theme, tr("Display"), tr("Done"), tr("What you choose is used at once."))
        self.asked = asked
        look = theme.look
        fixed = tr("The large scheme has text sizes of its own.") if look.scheme == "large" else ""
        self.rows = {
            "theme": self._choices([("light", tr("Light"), ""), ("dark", tr("Dark"), "")], look.theme),
            "scheme": self._choices(
                [("standard", tr("Standard"), ""), ("large", tr("Large buttons"), "")], look.scheme
            ),
            "scale": self._choices([(str(each), f"{each} %", fixed) for each in SCALES], str(look.scale)),
            "side": self._choices(
                [("left", tr("Left"), ""), ("right", tr("Right"), "")],
                "right" if look.left_handed else "left",
            ),
        }
        for name, caption in (("theme", tr("Colours")), ("scheme", tr("Scheme")), ("scale", tr("Text size")),
                              ("side", tr("Receipt"))):  # fmt: skip
            self.row(caption, self.rows[name])
            self.rows[name].chosen.connect(lambda value, name=name: self._chosen(name))
            self.rows[name].refused.connect(self.refused)
        self.sounds = self._choices([("on", tr("On"), ""), ("off", tr("Off"), "")], "off" if mute else "on")
        self.row(tr("Sounds"), self.sounds)
        self.sounds.chosen.connect(lambda value: self.mute_chosen.emit(value == "off"))
        self.origin: Choices | None = None
        if over:
            origins = [("own", tr("Chosen here"), ""), ("profile", tr("From headquarters"), "")]
            self.origin = self._choices(origins, "own")
            self.row(tr("Visual profile"), self.origin)
            self.origin.chosen.connect(self._follow)
        self.body.addStretch(1)

    def _choices(self, options: list[tuple[str, str, str]], value: str) -> Choices:
        return Choices(self.theme, options, value)

    def _chosen(self, name: str) -> None:
        self.asked = name
        look = self.chosen_look()
        if look != self.theme.look:
            self.look_chosen.emit(look)

    def _follow(self, origin: str) -> None:
        if origin == "profile":
            self.profile_chosen.emit()

    def chosen_look(self) -> Appearance:
        """What is chosen now."""
        return replace(
            self.theme.look, theme=self.rows["theme"].value, scheme=self.rows["scheme"].value,
            scale=int(self.rows["scale"].value), left_handed=self.rows["side"].value == "right",
        )  # fmt: skip

    def draft(self) -> Mapping[str, object]:
        """Nothing: every choice holds already."""
        return {}

    def first_field(self) -> QWidget:
        """The choice made last."""
        row = self.rows[self.asked]
        return row.buttons[row.value]
