"""Texts of any length in a message for people: their beginning says enough."""

SHOWN_MAX = 300
TYPED_MAX = 40
"""What is shown of a typed amount or quantity: longer ones are none."""


def shorten(text: str, longest: int = SHOWN_MAX) -> str:
    """Give back the text, or its beginning and a mark where it is longer.

    >>> shorten("4006381333931"), shorten("4006381333931", 6)
    ('4006381333931', '40063…')
    """
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
