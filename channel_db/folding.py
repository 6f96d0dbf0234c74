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


def fold(text: str) -> str:
    """The words of a text, plain and lower, with one space between them.

    >>> fold("Crème Brûlée, 2 Stk."), fold("ÅSE Bjørn-Ærø")
    ('creme brulee 2 stk', 'ase bjorn aero')
    """
    apart = unicodedata.normalize("NFKD", text.casefold()).casefold().translate(_LETTERS)
    plain = [sign if sign.isalnum() else " " for sign in apart if not unicodedata.combining(sign)]
    return " ".join("".join(plain).split())


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
    return "".join([str(unicodedata.decimal(sign)) for sign in text if sign.isdecimal()])


def as_pattern(folded: str) -> str:
    """A LIKE pattern that finds a folded text anywhere; `!` escapes.

    >>> as_pattern("50% off")
    '%50!% off%'
    """
    escaped = folded.replace("!", "!!").replace("%", "!%").replace("_", "!_")
    return f"%{escaped}%"
