"""What a scanned or typed code is and what it carries: its kind, its check digit, a price, a weight, a batch."""

from retail.barcodes.equals import candidates, check_digit, expand_upc_e, is_right, price_check_digit
from retail.barcodes.kinds import (
    CodeKind,
    CodePattern,
    confirmation_number,
    receipt_number,
    recognise,
    why_unknown,
)

__all__ = [
    "CodeKind",
    "CodePattern",
    "candidates",
    "check_digit",
    "confirmation_number",
    "expand_upc_e",
    "is_right",
    "price_check_digit",
    "receipt_number",
    "recognise",
    "why_unknown",
]
