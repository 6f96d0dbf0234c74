"""The forms of a web page, with their fields as they stand and what else may be said in them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_TYPED = ("input", "select", "textarea")
_PRESSED = ("submit", "button", "image", "reset")


@dataclass(slots=True)
class Form:
    """A form: where it is sent, and how; `fields` are the values that a press of its button sends.

    `kinds` says of each field what it is: the type of an input, `select` or `textarea`; `choices` are those of lists.
    """

    address: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)

    @property
    def hidden(self) -> dict[str, str]:
        """What nobody sees of it."""
        return {name: value for name, value in self.fields.items() if self.kinds[name] == "hidden"}


def forms_of(page: str) -> list[Form]:
    """The forms of a page, in its order."""
    reader = _Reader()
    reader.feed(page)
    return reader.forms


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._form: Form | None = None
        self._list = self._area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = Form(said.get("action", ""), said.get("method", "get").lower())
            self.forms.append(self._form)
        elif self._form is not None and tag in _TYPED and said.get("name"):
            self._take(self._form, tag, said)
        elif self._form is not None and tag == "option" and self._list:
            value = said.get("value", "")
            self._form.choices[self._list].append(value)
            if "selected" in said or self._list not in self._form.fields:
                self._form.fields[self._list] = value

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._list = ""
        elif tag == "textarea":
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._form is not None and self._area:
            self._form.fields[self._area] += data

    def _take(self, form: Form, tag: str, said: dict[str, str]) -> None:
        name, kind = said["name"], said.get("type", "text") if tag == "input" else tag
        if kind in _PRESSED:
            return
        form.kinds[name] = kind
        if tag == "select":
            self._list = name
            form.choices[name] = []
        elif tag == "textarea":
            self._area = name
            form.fields[name] = ""
        elif kind not in ("checkbox", "radio") or "checked" in said:
            form.fields[name] = said.get("value", "on" if kind == "checkbox" else "")
