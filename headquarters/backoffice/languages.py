"""The languages of the web pages: English as it is written, the others from catalogues beside the templates."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from babel.messages.pofile import read_po

from headquarters.backoffice.notation import written
from retail.messages import Message, Name, fill

LANGUAGES = {"en": "English", "nb": "Norsk bokmål", "nl": "Nederlands"}
TEXTS = Path(__file__).parent / "texts"
REGISTERS = Path(__file__).resolve().parents[2] / "resources" / "i18n"


def language_of(chosen: str, accepted: str) -> str:
    """The language to speak: the one that was chosen, else the first of ours that a browser accepts, else English."""
    codes = [chosen, *[part.split(";")[0].strip().lower() for part in accepted.split(",")]]
    norwegian = {"no": "nb", "nn": "nb"}
    short = [norwegian.get(code.split("-")[0], code.split("-")[0]) for code in codes]
    return next((code for code in short if code in LANGUAGES), "en")


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """The texts of a language by their English."""
    if language == "en":
        return {}
    with (TEXTS / f"{language}.po").open(encoding="utf-8") as file:
        return {str(each.id): str(each.string) for each in read_po(file) if each.id and each.string}


@cache
def said_at_registers(language: str) -> Mapping[str, str]:
    """The texts of registers by their English: the words of the rules that both sides decide by stand there."""
    if language == "en":
        return {}
    messages = ET.parse(REGISTERS / f"{language}.ts").iter("message")  # noqa: S314 -- our own file
    return {each.findtext("source", ""): each.findtext("translation", "") for each in messages}


def translated(language: str, template: str, **values: Any) -> str:
    """A text in a language with its values; a value that is a message is translated too."""
    known = catalogue(language).get(template) or said_at_registers(language).get(template) or template
    return fill(known, values, lambda value: worded(language, value)) if values else known


def worded(language: str, value: object) -> str:
    """A message, a name of ours, a figure or a day in a language; anything else as it is."""
    if isinstance(value, Message):
        return translated(language, value.template, **value.values)
    if isinstance(value, Name):
        return translated(language, value.text)
    return written(language, value)
