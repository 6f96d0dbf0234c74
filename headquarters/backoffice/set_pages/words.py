"""Texts of the set-up pages: starlette-admin's own and ours, from the one catalogue of the web pages."""

from typing import cast

from babel.support import LazyProxy, NullTranslations
from markupsafe import Markup
from starlette_admin import i18n

from headquarters.backoffice.languages import LANGUAGES, catalogue, translated
from headquarters.backoffice.notation import figure, moment


class OurTranslations(NullTranslations):
    """What starlette-admin asks for its texts; it fills them in itself."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def gettext(self, message: str) -> str:
        """The text in this language."""
        return catalogue(self._language).get(message, message)

    def ugettext(self, message: object) -> str:
        """As `gettext`; some of its texts come here lazily."""
        return self.gettext(str(message))

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """The text in this language, by its plural."""
        return self.gettext(singular if n == 1 else plural)


def speak_our_languages() -> None:
    """Let starlette-admin speak the languages of the web pages."""
    for language in LANGUAGES:
        i18n.translations[language] = OurTranslations(language)


def lazily(text: str) -> str:
    """A text that is translated when it is shown, in the language of who looks."""
    return cast("str", LazyProxy(lambda: translated(i18n.get_locale(), text), enable_cache=False))


def say_as_it_is(text: str) -> str:
    """A text in the language of who looks, whatever signs are in it."""
    return translated(i18n.get_locale(), text)


def moment_in_words(stored: str | None) -> Markup:
    """A moment as the language of who looks writes it."""
    return moment(i18n.get_locale(), stored)


def figure_in_words(name: str, kept: object) -> object:
    """A kept amount or rate as the language of who looks writes it."""
    return figure(i18n.get_locale(), name, kept)
