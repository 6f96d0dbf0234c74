"""Sign-in and lock: who is it, and their PIN."""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from pos_app.ui.brand import Brand
from pos_app.ui.buttons import RADIUS, FaceButton
from pos_app.ui.header import SyncIndicator
from pos_app.ui.letter_keys import LetterKeys
from pos_app.ui.pin_pad import PinPad
from pos_app.ui.styling import style
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.ui.zones import Zone, step_focus
from pos_app.views import ArrivingView, Severity, SignInView, StripView

TILES_MAX = 8
CARD, STACKED = (920, 560), (580, 560)
LANGUAGES_HIGH = 72
"""A row of their own, where they have no room beside the headings."""
BESIDE = 24
"""Between a box at the right and the edge of the screen."""
LOGO_FROM = 176
"""Where the time ends, at the left of a logo."""
_SIGN_OFF = "\0sign-off"
"""The key of the tile that is no person."""


class SignInScreen(QWidget):
    """User tiles at the left, the PIN at the right. Locked, it is the same screen with one user."""

    signed_in = Signal(str, str)
    sign_off_wanted = Signal()
    switch_wanted = Signal(str)
    language_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: SignInView | None = None
        self._message: StripView | None = None
        self.user = ""
        self.people = Zone(self)
        self.brand = Brand(self)
        self.brand.arrived.connect(self.update)
        self.pad = PinPad(theme, self)
        self.sync = SyncIndicator(theme, self)
        self.sync.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sync.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.pad.entered.connect(self._enter)
        self._tiles: dict[str, FaceButton] = {}
        self.languages = Zone(self)
        self._languages: dict[str, FaceButton] = {}
        self.name = QLineEdit(self)
        self.name.setMaxLength(100)
        self.name.setFixedHeight(theme.field_height)
        style(self.name, theme, "body")
        self.name.textEdited.connect(lambda _: self.choose(""))
        self.name.hide()
        self.letters = LetterKeys(theme, self)
        self.letters.next_wanted.connect(self.setFocus)
        self.switch = FaceButton(theme, "", "plain", self)
        self.switch.setObjectName("switch")
        self.switch.clicked.connect(self._switch)
        self.switch.hide()

    def show_sign_in(self, view: SignInView) -> None:
        """Draw who may sign in, or who must unlock."""
        if view == self._view:
            return
        same = self._view is not None and (view.users, view.locked_by) == (
            self._view.users,
            self._view.locked_by,
        )
        self._view = view
        self.sync.show_sync(view.sync)
        self._show_languages(view)
        if not same:
            self._rebuild(view)
        self.name.setPlaceholderText(tr("User name"))
        self.name.setAccessibleName(tr("User name"))
        self.name.setVisible(view.asks_user)
        writes = view.asks_user and not view.users and self._theme.look.keys == "own"
        self.letters.offer(self.name if writes else None, capital=False)
        self.switch.setText(view.switch_text)
        self.switch.setAccessibleName(view.switch_text)
        self.switch.setVisible(bool(view.switch))
        self._describe()
        self._place()
        self.update()

    def _describe(self) -> None:
        """What is painted below the card, for whoever has it read aloud."""
        arriving = self._view.arriving if self._view is not None else None
        words = self._message.text if self._message else ""
        self.setAccessibleDescription(words or (arriving.text if arriving is not None else ""))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        other = self._tiles.get(_SIGN_OFF)
        if event.type() == QEvent.Type.LanguageChange and other is not None:
            other.setText(tr("Sign off"))
            other.setAccessibleName(tr("Sign off"))
        super().changeEvent(event)

    def show_message(self, message: StripView | None) -> None:
        """Say something below the PIN."""
        self._message = message
        self._describe()
        self.update()

    def choose(self, user: str) -> None:
        """This is the person."""
        self.user = user
        if user:
            self.name.clear()
        for each, tile in self._tiles.items():
            tile.set_chosen(each == user)

    def type_text(self, text: str) -> bool:
        """Digits are the PIN, and other signs the user name where one is typed; in its field all signs are."""
        if self.name.hasFocus():
            return False
        if self.name.isVisibleTo(self) and not text.isdigit():
            self.name.insert(text)
            self.choose("")
            return True
        self.pad.type_text(text)
        return True

    def press_enter(self) -> bool:
        """Enter with digits typed is OK; without, it presses what has the focus."""
        focused = self.focusWidget()
        pin = self.pad.take()
        if pin:
            self._enter(pin)
        elif focused is self.name:
            self.setFocus()
        elif isinstance(focused, FaceButton):
            focused.click()
        return True

    def press_key(self, name: str) -> bool:
        """Backspace takes one digit back, Esc all."""
        if self.name.hasFocus():
            return False
        if name == "Backspace":
            self.pad.erase()
        elif name == "Esc":
            self.pad.take()
        else:
            return False
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from people to languages to keys."""
        return step_focus(self, forward=forward) is not None

    def _enter(self, pin: str) -> None:
        user = self.user or (self.name.text().strip() if self.name.isVisibleTo(self) else "")
        if not user and self.name.isVisibleTo(self):
            self.show_message(StripView(Severity.WARNING, tr("Type your user name first, then your PIN.")))
        elif not user:
            self.show_message(StripView(Severity.WARNING, tr("Tap your name first, then type your PIN.")))
        elif not pin:
            self.show_message(StripView(Severity.WARNING, tr("Type your PIN.")))
        else:
            self.show_message(None)
            self.signed_in.emit(user, pin)

    def _switch(self) -> None:
        if self._view is not None and self._view.switch:
            self.switch_wanted.emit(self._view.switch)

    def _rebuild(self, view: SignInView) -> None:
        for tile in self._tiles.values():
            tile.hide()
            tile.deleteLater()
        users = [each for each in view.users if not view.locked_by or each.user == view.locked_by]
        self._tiles = {}
        for each in users[:TILES_MAX]:
            tile = FaceButton(self._theme, each.name, "choice", self.people)
            tile.detail = each.role
            tile.setObjectName(f"user-{each.user}")
            tile.clicked.connect(lambda checked=False, user=each.user: self.choose(user))
            tile.show()
            self._tiles[each.user] = tile
        if view.locked_by:
            other = FaceButton(self._theme, tr("Sign off"), "plain", self.people)
            other.icon_name = "sign-off"
            other.setObjectName("sign-off")
            other.clicked.connect(self.sign_off_wanted)
            other.show()
            self._tiles[_SIGN_OFF] = other
        self.people.stops = list(self._tiles.values())
        self.pad.take()
        kept = self.user if self.user in self._tiles else ""
        self.choose(users[0].user if len(users) == 1 else kept)

    def _show_languages(self, view: SignInView) -> None:
        """Offer the languages, each in its own words, so that everybody finds theirs."""
        for each in view.languages:
            if each.value not in self._languages:
                button = FaceButton(self._theme, each.text, "choice", self.languages)
                button.setObjectName(f"language-{each.value}")
                button.clicked.connect(lambda checked=False, code=each.value: self.language_wanted.emit(code))
                button.show()
                self._languages[each.value] = button
        for code, button in self._languages.items():
            button.set_chosen(code == view.language)
        self.languages.stops = list(self._languages.values())

    def resizeEvent(self, event: object) -> None:
        """Keep the card in the middle."""
        self._place()

    def _place(self) -> None:
        card = self._card()
        self.name.setGeometry(card.left() + 40, card.top() + self._top(), 500, self.name.height())
        below = (self.name.height() + self._theme.gap) * self.name.isVisibleTo(self)
        room = QRect(card.left() + 40, card.top() + self._top() + below, 500, 376 - below)
        self.people.setGeometry(room)
        self.letters.place(room)
        for position, tile in enumerate(self._tiles.values()):
            tile.setGeometry((position % 2) * 254, (position // 2) * 94, 246, 86)
        wide = self._theme.scaled(148)
        left, top = card.right() - 40 - 3 * wide + self._theme.gap, card.top() + 32
        if self._is_stacked:
            wide = min(wide, room.width() // 3)
            left, top = room.left(), card.top() + self._top() - LANGUAGES_HIGH
        self.languages.setGeometry(left, top, 3 * wide, 56)
        for position, button in enumerate(self._languages.values()):
            button.setGeometry(position * wide, 0, wide - self._theme.gap, 56)
        wide = self._theme.scaled(180)
        self.switch.setGeometry(self.width() - 16 - wide, self.height() - 60, wide, 44)
        if self._is_stacked:
            self.pad.move(card.center().x() - self.pad.width() // 2, room.bottom() + BESIDE)
        else:
            self.pad.move(card.right() - 40 - self.pad.width(), card.top() + self._top())
        self.sync.setGeometry(self.width() - 16 - self._theme.size.sync_width, 12,
                              self._theme.size.sync_width, 44)  # fmt: skip

    def _card(self) -> QRect:
        wide, high = STACKED if self._is_stacked else CARD
        high = max(high, self._top() + (2 if self._is_stacked else 1) * (376 + BESIDE))
        top = max(72, (self.height() - high) // 2 + 20 - 60 * (self.height() < 740))
        free = self.width() - wide
        left = free - BESIDE if self._theme.look.sign_in_box == "right" and free > 2 * BESIDE else free // 2
        return QRect(left, top, wide, high)

    def _top(self) -> int:
        """Where tiles and keys begin, below the headings."""
        headings = max(150, 48 + sum(self._theme.line(role) for role in ("amount", "body", "strong")))
        return headings + LANGUAGES_HIGH * self._is_stacked

    @property
    def _is_stacked(self) -> bool:
        """Whether the screen is so narrow that the PIN stands below the people."""
        return self.width() < CARD[0] + 2 * BESIDE

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, its headings and the message."""
        theme, view, card = self._theme, self._view, self._card()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("app"))
        self._paint_brand(painter, card)
        painter.setBrush(theme.colour("surface"))
        painter.setPen(QPen(theme.colour("divider"), 1))
        painter.drawRoundedRect(QRectF(card), 10, 10)
        if view is not None:
            self._paint_headings(painter, view, card)
            self._paint_corners(painter, view)
        below = QRect(card.left(), card.bottom() + 16, card.width(), 44)
        if self._message is not None:
            self._paint_message(painter, self._message, below)
        elif view is not None and view.arriving is not None:
            self._paint_arriving(painter, view.arriving, below)
        painter.end()

    def _paint_brand(self, painter: QPainter, card: QRect) -> None:
        """The shop's own pictures: behind everything, and above the box between time and indicator."""
        self.brand.paint_background(painter, self.rect())
        left = max(card.left(), LOGO_FROM)
        right = min(card.right(), self.sync.x() - 8)
        self.brand.paint_logo(painter, QRect(left, 8, right - left, card.top() - 16))

    def _paint_corners(self, painter: QPainter, view: SignInView) -> None:
        """Time and version; over a picture each on a plate of its own, so that it can be read."""
        theme = self._theme
        version = tr("Kassa {version}", version=view.version) if view.version else "Kassa"
        day = view.date if theme.look.show_date else ""
        places = (("line", 12, view.time), ("secondary", 12 + theme.line("line"), day),
                  ("secondary", self.height() - 40, version))  # fmt: skip
        for role, top, words in places:
            painter.setFont(theme.font(role))
            where = QRect(16, top, painter.fontMetrics().horizontalAdvance(words), theme.line(role))
            if words and self.brand.background is not None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("surface"))
                painter.drawRoundedRect(QRectF(where.adjusted(-8, -2, 8, 2)), RADIUS, RADIUS)
            painter.setPen(theme.colour("text_secondary"))
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_headings(self, painter: QPainter, view: SignInView, card: QRect) -> None:
        theme = self._theme
        below = (
            view.open_sale if view.locked_by and view.open_sale else f"{view.store} \u00b7 {view.register}"
        )
        top = card.top() + 24
        for role, token, words in (
            ("amount", "text", tr("Locked") if view.locked_by else tr("Sign in")),
            ("body", "text_secondary", below),
            ("strong", "text_secondary", "" if view.locked_by else tr("Who are you?")),
        ):
            painter.setFont(theme.font(role))
            painter.setPen(theme.colour(token))
            painter.drawText(QRect(card.left() + 40, top, card.width() - 80, theme.line(role)),
                             Qt.AlignmentFlag.AlignVCenter, words)  # fmt: skip
            top += theme.line(role) + 8

    def restyle(self) -> None:
        """Draw everything anew in a theme that has changed."""
        self._place()

    def _paint_arriving(self, painter: QPainter, arriving: ArrivingView, room: QRect) -> None:
        """A bar that fills, with the words in it: nobody has to guess why this register does not sell yet."""
        theme = self._theme
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(QRectF(room), RADIUS, RADIUS)
        full = room.adjusted(6, room.height() - 12, -6, -6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("divider"))
        painter.drawRoundedRect(QRectF(full), 3, 3)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(
            QRectF(full.adjusted(0, 0, -full.width() * (100 - arriving.share_percent) // 100, 0)), 3, 3
        )
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font("body"))
        words = room.adjusted(14, 0, -14, -10)
        shown = painter.fontMetrics().elidedText(arriving.text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_message(self, painter: QPainter, message: StripView, room: QRect) -> None:
        token = {Severity.ERROR: "danger_text", Severity.WARNING: "warning_text"}.get(
            message.severity, "text"
        )
        icon = "alert" if message.severity in (Severity.ERROR, Severity.WARNING) else "info"
        painter.setBrush(self._theme.colour("surface"))
        painter.setPen(QPen(self._theme.colour(token), 2))
        painter.drawRoundedRect(QRectF(room), RADIUS, RADIUS)
        painter.drawPixmap(room.left() + 14, room.top() + 11, self._theme.icon(icon, token, 22))
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.colour("text"))
        inner = room.adjusted(48, 0, -12, 0)
        shown = painter.fontMetrics().elidedText(message.text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, shown)
