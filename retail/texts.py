"""Texts as people type them: cleaned, so that they are identical at the other end, or refused."""

import re
import unicodedata

from retail.errors import RuleBroken
from retail.messages import say

TEXT_MAX = 254
_EMAIL = re.compile(r"[^\s@]+@[^\s@.]+(\.[^\s@.]+)+")


def clean_text(label: str, text: str, longest: int = TEXT_MAX) -> str:
    """Trim and compose a typed text, so that it is identical at the other end.

    Raises:
        RuleBroken: longer than allowed, or with characters that cannot travel (controls, lone surrogates).
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise RuleBroken(
            "{label} has characters that cannot be kept. Type it again.", label=say(label)
        ) from None
    clean = unicodedata.normalize("NFC", text).strip()
    if any(unicodedata.category(sign) in ("Cc", "Co", "Cn") for sign in clean):
        raise RuleBroken("{label} has characters that cannot be kept. Type it again.", label=say(label))
    if len(clean) > longest:
        raise RuleBroken("{label} is {length} characters long; at most {longest} fit. Make it shorter.",
                         label=say(label), length=len(clean), longest=longest)  # fmt: skip
    return clean


def check_email(typed: str) -> str:
    """Give back the e-mail address cleaned; it may be empty.

    Raises:
        RuleBroken: it is none.
    """
    email = clean_text("E-mail", typed)
    if email and not _EMAIL.fullmatch(email):
        raise RuleBroken("'{email}' is not an e-mail address. Correct it or leave it empty.", email=email)
    return email
