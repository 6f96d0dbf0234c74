"""What may stand in a log: nothing by which a person, a card or a secret could be known."""

import re
from collections.abc import Collection, Iterator

NAME_WORDS_MAX = 6
"""The longest name that is looked for, in words."""

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
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")


class Redaction:
    """Takes out of texts what may not stand there; `secrets` and `names` are those that this register knows."""

    def __init__(
        self, names: Collection[str] = (), secrets: Collection[str] = (), *, keeps_ids: bool = False
    ) -> None:
        self._keeps_ids = keeps_ids
        self._secrets = sorted((each for each in secrets if len(each) >= SECRET_MIN), key=len, reverse=True)
        self._names = {key for name in names if len(key := _key(name)) > 1}
        self._single = {name.strip() for name in names if len(_key(name)) == 1 and len(name.strip()) > 2}

    def of(self, text: str) -> str:
        """The text with marks where something stood: `<name>`, `<e-mail>`, `<phone>`, `<card>`, `<id>`, `<secret>`."""
        for secret in self._secrets:
            text = text.replace(secret, "<secret>")
        if not self._keeps_ids:
            text = _IDS.sub("<id>", text)
        for pattern, mark in _PATTERNS:
            text = pattern.sub(mark, text)
        text = _DIGITS.sub(lambda found: found["kept"] or "<phone>", text)
        return self._without_names(text) if self._names or self._single else text

    def _without_names(self, text: str) -> str:
        parts, done = [], 0
        for start, end in self._found(text):
            parts += [text[done:start], "<name>"]
            done = end
        return "".join([*parts, text[done:]])

    def _found(self, text: str) -> Iterator[tuple[int, int]]:
        """Where names stand, the longest one at each place; whole words, in any case."""
        words = list(_WORD.finditer(text))
        at = 0
        while at < len(words):
            count = self._count_at(words, at)
            if count:
                yield words[at].start(), words[at + count - 1].end()
            at += count or 1

    def _count_at(self, words: list[re.Match[str]], at: int) -> int:
        """How many words from here are a name; 0 where none begins."""
        key = tuple(word[0].casefold() for word in words[at : at + NAME_WORDS_MAX])
        for count in range(len(key), 1, -1):
            if key[:count] in self._names:
                return count
        # A name of one word may be a word of any language: only as it is written.
        return 1 if words[at][0] in self._single else 0


PLAIN = Redaction(keeps_ids=True)
"""What is done to every line when it is written: by its ids a document is found again on this machine."""


def _key(name: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(name))
