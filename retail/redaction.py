"""What may stand in a log: nothing by which a person, a card or a secret could be known."""

import re
from collections.abc import Collection, Iterator

ALONE_LEAST = 3
"""A shorter word of a name says nothing by itself, and may be a word of any language."""

SECRET_MIN = 8
"""Shorter ones keep nothing secret, and may be words."""

_ID = r"\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\b"
_IDS = re.compile(_ID)
_PATTERNS = (
    (re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"), "<e-mail>"),
    (
        re.compile(
            r"(?P<said>\b(?:authorization|bearer|token|secret|password|pin)\b[\"']?\s*[:= ]\s*)"
            r"(?P<what>(?:bearer\s+)?[^\s,;}\"']+|\"[^\"]*\"|'[^']*')",
            re.IGNORECASE,
        ),
        r"\g<said><secret>",
    ),
    (re.compile(rf"(?<![\w.-])(?!{_ID})(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{{32,}}"), "<secret>"),
    (
        re.compile(
            r"(?:[*•·xX.]{2,}|\b(?:card|kort|kaart|ending|ending in)\s*:?)\s?-?\d{4}\b", re.IGNORECASE
        ),
        "<card>",
    ),
)
"""Patterns in the order in which they are looked for."""

_MOMENT = (
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?(?:[+-](?:0\d|1[0-4]):?[0-5]\d(?!\d)|Z))?)?"
    r"|\d{8}T\d{6}|\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?"
)
"""Times and addresses of machines, which have as many digits as a phone."""
_DIGITS = re.compile(
    rf"(?P<kept>(?<![\w.-])(?:{_ID}|{_MOMENT}))|(?<![\w.-])\+?\(?\d(?:[ ().\-/]{{0,2}}\d){{6,}}"
)
_WORD = re.compile(r"\w+")
_MARK_OR_WORD = re.compile(r"<(?:name|address|e-mail|phone|card|id|secret)>|\w+")


class Redaction:
    """Takes out of texts what may not stand there: `secrets`, `names`, `people` and `places` that are known here.

    Of the name of one of the `people` no single word stays either, and of a place (a street with its number) not the
    street. A single word is looked for as it is written, and in capitals; whole names and places in any case.
    """

    def __init__(
        self,
        names: Collection[str] = (),
        secrets: Collection[str] = (),
        *,
        people: Collection[str] = (),
        places: Collection[str] = (),
        keeps_ids: bool = False,
    ) -> None:
        self._keeps_ids = keeps_ids
        self._secrets = sorted((each for each in secrets if len(each) >= SECRET_MIN), key=len, reverse=True)
        streets = [_street(each) for each in places]
        self._terms = (
            _Terms("<address>", [*places, *streets]),
            _Terms("<name>", [*names, *people, *[word for each in people for word in _WORD.findall(each)]]),
        )

    def of(self, text: str) -> str:
        """The text with marks where something stood.

        `<name>`, `<address>`, `<e-mail>`, `<phone>`, `<card>`, `<id>`, `<secret>`.
        """
        for secret in self._secrets:
            text = text.replace(secret, "<secret>")
        if not self._keeps_ids:
            text = _IDS.sub("<id>", text)
        for pattern, mark in _PATTERNS:
            text = pattern.sub(mark, text)
        for terms in self._terms:
            text = terms.taken_out(text)
        return _DIGITS.sub(lambda found: found["kept"] or "<phone>", text)


class _Terms:
    """Words, and rows of words, in whose place a mark is put."""

    def __init__(self, mark: str, terms: Collection[str]) -> None:
        self._mark = mark
        keys = {key for each in terms if (key := tuple(_WORD.findall(each)))}
        single = {
            key[0]
            for key in keys
            if len(key) == 1 and len(key[0]) >= ALONE_LEAST and any(map(str.isalpha, key[0]))
        }
        self._alone = single | {each.upper() for each in single}
        self._rows = {tuple(map(str.casefold, key)) for key in keys if len(key) > 1}
        self._longest: dict[str, int] = {}
        for row in self._rows:
            self._longest[row[0]] = max(len(row), self._longest.get(row[0], 0))

    def taken_out(self, text: str) -> str:
        """The text with the mark in the place of each term, the longest one at each place."""
        if not (self._alone or self._rows):
            return text
        parts, done = [], 0
        for start, end in self._found(text):
            parts += [text[done:start], self._mark]
            done = end
        return "".join([*parts, text[done:]])

    def _found(self, text: str) -> Iterator[tuple[int, int]]:
        words = list(_MARK_OR_WORD.finditer(text))
        at = 0
        while at < len(words):
            count = self._count_at(words, at)
            if count:
                yield words[at].start(), words[at + count - 1].end()
            at += count or 1

    def _count_at(self, words: list[re.Match[str]], at: int) -> int:
        """How many words from here are a term; 0 where none begins."""
        longest = self._longest.get(words[at][0].casefold(), 0)
        key = tuple([word[0].casefold() for word in words[at : at + longest]])
        for count in range(len(key), 1, -1):
            if key[:count] in self._rows:
                return count
        return 1 if words[at][0] in self._alone else 0


PLAIN = Redaction(keeps_ids=True)
"""What is done to every line when it is written: by its ids a document is found again on this machine."""


def _street(place: str) -> str:
    """A place without the number at its end: `Storgata 1 B` is at Storgata."""
    words = place.split()
    while len(words) > 1 and (any(map(str.isdigit, words[-1])) or len(words[-1]) == 1):
        words.pop()
    return " ".join(words)
