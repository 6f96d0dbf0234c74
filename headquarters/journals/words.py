"""What is wrong with the account of a register, as a person at headquarters reads it."""


def of_entry_changed(register: str, number: int) -> str:
    """An entry that is not what it was."""
    return (
        f"Entry {number} of the journal of {register} is not what it was: somebody changed it, or two machines run "
        "as this register. What headquarters has stays as it came."
    )


def of_number_twice(register: str, number: int) -> str:
    """A number under which two entries stand."""
    return (
        f"Entry {number} of the journal of {register} came twice with different contents: an older copy of its data "
        "was restored, or two machines run as this register. Headquarters keeps both."
    )


def of_other_document(register: str, number: int, document: str) -> str:
    """A document that is not the one that was concluded."""
    return (
        f"Document {document} of {register} is not the one that entry {number} of its journal was written for: one "
        "of them was changed after the sale. It is booked as it came."
    )
