"""Which version of the protocol a document needs: what headquarters cannot read yet is held back until it can."""

from collections.abc import Mapping

NEEDED: Mapping[str, int] = {
    '"tax_group":': 2, '"item_tax_group":': 2, '"unit":': 2, '"contains_thousandths":': 2, '"before_minor":': 2,
    '{"kind":"info",': 2, '"agreed_by":': 3, '{"kind":"correction",': 3, '{"kind":"shift",': 3, '"attributes":': 3,
    '"other_charge":': 3,
}  # fmt: skip
"""How a field stands in the text of a document, and the version that brought it. Inside a text that somebody typed no
quotation mark stands before a colon without a backslash before it.
"""


HELD_BACK = "It waits until headquarters is updated"
"""Why a document is not sent to a headquarters that cannot read it."""


def version_of(text: str) -> int:
    """The oldest version of the protocol whose headquarters can read this document."""
    return max([version for field, version in NEEDED.items() if field in text], default=1)
