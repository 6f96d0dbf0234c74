"""The language the window speaks: its own words by `tr`, those of Qt's menus through Qt, and how it changes."""

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from pos_app.language.language import FALLBACK, Language, language_of

SOFT_HYPHEN = "\u00ad"
_SPOKEN = "language"
"""The property of the application that holds the code: there is one window a process, and it speaks one language."""


def spoken() -> Language:
    """The language the window speaks now."""
    app = QCoreApplication.instance()
    return language_of(str((app.property(_SPOKEN) if app is not None else None) or FALLBACK))


def tr(source: str, /, **values: object) -> str:
    """The text in the language of the window, with its values filled in."""
    return spoken().say(source, **values)


def said(label: str) -> str:
    """A label as it is read aloud: without the places where it may be broken."""
    return label.replace(SOFT_HYPHEN, "")


def speak(code: str) -> None:
    """Speak another language: every widget gets a LanguageChange and reads its words anew."""
    app, before = QCoreApplication.instance(), spoken()
    if app is None or language_of(code).code == before.code:
        return
    app.setProperty(_SPOKEN, code)
    old = app.findChildren(WordsOfQt)
    app.installTranslator(WordsOfQt(language_of(code), app))
    for each in old:
        app.removeTranslator(each)
        each.deleteLater()


class WordsOfQt(QTranslator):
    """Gives Qt the words of its own menus and dialogs in a language of ours."""

    def __init__(self, language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self._words = language.words_of_qt

    def isEmpty(self) -> bool:
        """It is not; an empty translator would not be installed."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """The words of Qt; where we have none the source itself, for Qt takes an empty answer for the words."""
        return self._words.get(context, {}).get(source, ("",))[0] or source
