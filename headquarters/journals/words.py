"""What is wrong with the account of a register, as a person at headquarters reads it."""

from retail.messages import Message, say


def of_entry_changed(register: str, number: int) -> Message:
    """An entry that is not what it was."""
    return say(
        "Entry {number} of the journal of {register} is not what it was: somebody changed it, or two machines run "
        "as this register. What headquarters has stays as it came.",
        register=register, number=number,
    )  # fmt: skip


def of_number_twice(register: str, number: int) -> Message:
    """A number under which two entries stand."""
    return say(
        "Entry {number} of the journal of {register} came twice with different contents: an older copy of its data "
        "was restored, or two machines run as this register. Headquarters keeps both.",
        register=register, number=number,
    )  # fmt: skip


def of_other_document(register: str, number: int, document: str) -> Message:
    """A document that is not the one that was concluded."""
    return say(
        "Document {document} of {register} is not the one that entry {number} of its journal was written for: one "
        "of them was changed after the sale. It is booked as it came.",
        document=document, register=register, number=number,
    )  # fmt: skip
