"""What kinds of elements a page is made of: to a rule that looks at one, pages made of the same look the same."""

from html.parser import HTMLParser

_EMPTY = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "track",
    "wbr",
}
_TYPED = {"input", "select", "textarea"}
_SAID = {"a", "button"}
_STATES = {"selected", "checked"}
_ABOVE = 3
"""So many of the elements around one say where it stands."""

Kind = tuple[object, ...]


def kinds_in(page: str) -> set[Kind]:
    """The kinds of a page's elements: tag, class, type, role, which attributes it has, what it stands in, and whether
    what is typed in has a label and what is pressed has words. An id that is there twice is a kind of its own.
    """
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.found | {
        (kind, element in reader.labels or is_named) for kind, element, is_named in reader.fields
    }


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[Kind] = set()
        self.labels: set[str] = set()
        self.fields: list[tuple[Kind, str, bool]] = []
        self._stack: list[tuple[Kind, list[str]]] = []
        self._ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if said.get("id", "") in self._ids:
            self.found.add(("twice", said["id"]))
        self._ids |= {said["id"]} if said.get("id") else set()
        if tag == "label":
            self.labels.add(said.get("for", ""))
        around = tuple([kind[:2] for kind, _ in self._stack[-_ABOVE:]])
        kind = (
            tag,
            said.get("class"),
            said.get("type"),
            said.get("role"),
            *sorted(said.keys() - _STATES),
            around,
        )
        self.found.add(kind)
        if tag in _TYPED and said.get("type") != "hidden":
            is_named = any(each[0] == "label" for each, _ in self._stack)
            is_named = is_named or bool(said.get("aria-label") or said.get("aria-labelledby"))
            self.fields.append((kind, said.get("id", ""), is_named))
        if tag not in _EMPTY:
            self._stack.append((kind, [said.get("aria-label", "")]))

    def handle_data(self, data: str) -> None:
        for _, words in self._stack:
            words.append(data)

    def handle_endtag(self, tag: str) -> None:
        while self._stack:
            kind, words = self._stack.pop()
            if kind[0] in _SAID:
                self.found.add((kind, bool("".join(words).strip())))
            if kind[0] == tag:
                return


def with_something_new(pages: dict[str, str]) -> list[str]:
    """The pages that have a kind of element which none before them has."""
    seen: set[Kind] = set()
    found = []
    for path, text in pages.items():
        kinds = kinds_in(text)
        if not kinds <= seen:
            found.append(path)
        seen |= kinds
    return found
