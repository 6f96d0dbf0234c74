"""The glossary: one term per concept and language, with the label on the screen and the names people search for."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

LANGUAGES: Mapping[str, str] = {"en": "English", "nb": "Norsk", "nl": "Nederlands"}
"""The languages we speak, as each calls itself."""


@dataclass(frozen=True, slots=True)
class Term:
    """One concept. `canonical` is the documents' own name, `screen` what stands on buttons and pages.

    `also` are the other names that it has had; `operation` is the id of the operation it names, if any.
    Screen labels may hold soft hyphens, where a long word may be broken.
    """

    key: str
    canonical: Mapping[str, str]
    screen: Mapping[str, str]
    also: Mapping[str, tuple[str, ...]]
    operation: str = ""

    def names_in(self, language: str) -> tuple[str, ...]:
        """Everything this concept is called in a language, the label first."""
        names = (self.screen[language], self.canonical[language], *self.also.get(language, ()))
        return tuple(dict.fromkeys(name.replace("\u00ad", "") for name in names))


def read_glossary(text: str) -> tuple[Term, ...]:
    """The terms of the glossary file; a label that is not given is the canonical name."""
    return tuple(_term(each) for each in json.loads(text)["terms"])


def _term(given: Mapping[str, object]) -> Term:
    canonical = _by_language(given["canonical"])
    screen = _by_language(given.get("screen", {}))
    also = given.get("also", {})
    return Term(
        key=str(given["key"]),
        canonical=canonical,
        screen={**canonical, **screen},
        also={code: tuple(names) for code, names in also.items()} if isinstance(also, dict) else {},
        operation=str(given.get("operation", "")),
    )


def _by_language(given: object) -> dict[str, str]:
    return {str(code): str(text) for code, text in given.items()} if isinstance(given, dict) else {}
