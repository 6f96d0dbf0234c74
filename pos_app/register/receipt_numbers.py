"""How the numbers of a register's receipts are written."""


def receipt_number(register: str, number: int) -> str:
    """The gap-free number a customer reads.

    >>> receipt_number("HOUSTON-1", 42)
    'HOUSTON-1-000042'
    """
    return f"{register}-{number:06d}"
