"""Colours, type scale and zones as data, and the fonts and palette made from them."""

from functools import cache
from string import Template

from PySide6.QtCore import QByteArray, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from pos_app.appearance import PLAIN, Appearance, own_colours
from pos_app.resources import resource
from pos_app.ui.sizes import Size, size_for, table

FAMILY = "Inter"
NARROW = 700
_WEIGHTS = {"regular": QFont.Weight.Normal, "semibold": QFont.Weight.DemiBold, "bold": QFont.Weight.Bold}


class FontMissing(RuntimeError):
    """A bundled font cannot be loaded; the window would be laid out with a strange one."""


class Theme:
    """Colours by token, fonts by role, zones by name; everything a widget needs to draw itself.

    One theme serves a whole window and can change under it: whoever changes it has the window drawn anew.
    """

    def __init__(self, look: Appearance = PLAIN, canvas: tuple[int, int] = (1366, 768)) -> None:
        self.look, self.canvas = look, canvas
        self.colours: dict[str, str] = {}
        self.wear(look, canvas)

    def wear(self, look: Appearance, canvas: tuple[int, int]) -> None:
        """Change to another look or another screen."""
        self.look, self.canvas = look, canvas
        self.colours = table(look.theme)["colours"] | own_colours(look)
        self.size: Size = size_for(canvas, look)

    def colour(self, token: str) -> QColor:
        """The colour of a token of ux 13.1."""
        return QColor(self.colours[token])

    def font(self, role: str, figures: bool = False) -> QFont:
        """The font of a role of ux 13.2; `figures` makes digits one width, for columns of amounts."""
        pixels, weight = self.size.fonts[role]
        font = QFont(FAMILY)
        font.setPixelSize(pixels)
        font.setWeight(_WEIGHTS[weight])
        if figures:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def line(self, role: str) -> int:
        """The height of one line of text in a font."""
        return self.size.fonts[role][0] * 5 // 4 + 1

    def scaled(self, pixels: int) -> int:
        """A length that holds text, in the proportion the texts have grown."""
        return pixels * self.size.fonts["body"][0] // 18

    def zone(self, name: str) -> QRect:
        """The place of a zone of ux 10.1 on this screen."""
        return QRect(*self.size.zones[name])

    @property
    def gap(self) -> int:
        """Space between zones and between buttons."""
        return self.size.gap

    @property
    def is_narrow(self) -> bool:
        """Whether sheets have to put below each other what else stands side by side."""
        return self.size.zones["sheet"][2] < NARROW

    @property
    def field_height(self) -> int:
        """The height of a field or choice on a sheet."""
        return 44 if self.is_narrow else 48

    def icon(self, name: str, token: str, pixels: int) -> QPixmap:
        """An icon in a colour of the theme; sharp at the size asked for."""
        return _draw_icon(name, self.colours[token], pixels)


@cache
def _draw_icon(name: str, colour: str, pixels: int) -> QPixmap:
    svg = resource("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return pixmap


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the program its fonts, palette and style sheet.

    Raises:
        FontMissing: a font that comes with the program cannot be loaded.
    """
    load_fonts()
    app.setStyle("Fusion")
    app.setFont(theme.font("body"))
    apply_colours(app, theme)


def apply_colours(app: QApplication, theme: Theme) -> None:
    """Give the program the palette and style sheet of a theme."""
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))


def load_fonts() -> None:
    """Make the bundled fonts known to Qt, once.

    Raises:
        FontMissing: a file cannot be read as a font.
    """
    if FAMILY in QFontDatabase.families():
        return
    for name in ("Inter_400Regular", "Inter_600SemiBold", "Inter_700Bold"):
        data = resource("fonts", f"{name}.ttf").read_bytes()
        if QFontDatabase.addApplicationFontFromData(QByteArray(data)) < 0:
            raise FontMissing(f"the font {name}.ttf cannot be loaded; install the program again")


def palette(theme: Theme) -> QPalette:
    """The palette for what the style sheet leaves alone; the placeholder among it (Qt's own grey is too pale)."""
    made = QPalette()
    role = QPalette.ColorRole
    for each, token in (
        (role.Window, "app"), (role.Base, "surface"), (role.AlternateBase, "alt"), (role.Button, "surface"),
        (role.Text, "text"), (role.WindowText, "text"), (role.ButtonText, "text"),
        (role.PlaceholderText, "text_secondary"), (role.Highlight, "accent"), (role.HighlightedText, "on_fill"),
    ):  # fmt: skip
        made.setColor(each, theme.colour(token))
    for each in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, theme.colour("text_disabled"))
    return made


def style_sheet(theme: Theme) -> str:
    """The style sheet with the tokens filled in."""
    return Template(resource("styles", "register.qss").read_text("utf-8")).substitute(theme.colours)
