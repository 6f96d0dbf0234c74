"""A language nobody speaks: longer than any of ours and bracketed, so that what was not translated shows."""

import re
from collections.abc import Iterator, Mapping

PSEUDO = "pseudo"
LONGER_PERCENT = 40
OPENING, CLOSING = "[", "]"
_ACCENTS = str.maketrans("aeiounscyAEIOUNSCY", "åéïøûñšçýÅÉÏØÛÑŠÇÝ")
_PLACE = re.compile(r"(\{[^}]*\})")


def stretch(template: str) -> str:
    """The template with strange letters and 40 % more of them; its places stay.

    >>> stretch("Voided {name}.")
    '[Vøïdéd {name}.~~]'
    """
    parts = _PLACE.split(template)
    letters = sum(len(part) for part in parts[::2])
    if not any(sign.isalpha() for part in parts[::2] for sign in part):
        return template
    strange = "".join(part if number % 2 else part.translate(_ACCENTS) for number, part in enumerate(parts))
    return f"{OPENING}{strange}{'~' * max(1, -(-letters * LONGER_PERCENT // 100) - 2)}{CLOSING}"


class Stretched(Mapping[str, tuple[str, ...]]):
    """Every word there is, stretched."""

    def __getitem__(self, template: str) -> tuple[str, ...]:
        return (stretch(template),)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0
