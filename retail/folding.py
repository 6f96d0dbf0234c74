"""How names are compared in a search: case, accents, ligatures and spacing do not count."""

import unicodedata

_LETTERS = str.maketrans(
    {
        "å": "a",
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ı": "i",
        "ŋ": "n",
    }
)
"""Letters that do not come apart into a plain letter and a mark."""


class _Plain(dict[int, str]):
    """What becomes of each sign: itself, nothing for a mark, a space for all else; each is worked out once."""

    def __missing__(self, sign: int) -> str:
        text = chr(sign).translate(_LETTERS)
        kept = [each if each.isalnum() else " " for each in text if not unicodedata.combining(each)]
        self[sign] = plain = "".join(kept)
        return plain


_PLAIN = _Plain()


def fold(text: str) -> str:
    """The words of a text, plain and lower, with one space between them.

    >>> fold("Crème Brûlée, 2 Stk."), fold("ÅSE Bjørn-Ærø")
    ('creme brulee 2 stk', 'ase bjorn aero')
    """
    apart = text.lower() if text.isascii() else unicodedata.normalize("NFKD", text.casefold()).casefold()
    return " ".join(apart.translate(_PLAIN).split())


def fold_code(text: str) -> str:
    """A number or address as typed, without spaces and case, its other signs kept.

    >>> fold_code(" l-Houston-1 00007")
    'l-houston-100007'
    """
    return "".join(text.casefold().split())


def digits_of(text: str) -> str:
    """The digits alone, as a phone number is remembered.

    >>> digits_of("+47 (22) 33-44 55")
    '4722334455'
    """
    if text.isascii():
        return text if text.isdigit() else "".join(filter(str.isdigit, text))
    return "".join([str(unicodedata.decimal(sign)) for sign in text if sign.isdecimal()])


def as_pattern(folded: str) -> str:
    """A LIKE pattern that finds a folded text anywhere; `!` escapes.

    >>> as_pattern("50% off")
    '%50!% off%'
    """
    escaped = folded.replace("!", "!!").replace("%", "!%").replace("_", "!_")
    return f"%{escaped}%"
