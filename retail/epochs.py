"""Epochs, the lives of a register's numbers: HQ begins one with each enrolment, the register those after it."""

SEPARATOR = "."


def next_epoch(epoch: str) -> str:
    """The life after this one, of the same enrolment: begun by the register where it cannot prove what it did before.

    >>> next_epoch("a1"), next_epoch("a1.2")
    ('a1.2', 'a1.3')
    """
    root, _, life = epoch.partition(SEPARATOR)
    return f"{root}{SEPARATOR}{int(life or 1) + 1}"


def enrolled_epoch(epoch: str) -> str:
    """The epoch of the enrolment that this life belongs to.

    >>> enrolled_epoch("a1.3"), enrolled_epoch("a1")
    ('a1', 'a1')
    """
    return epoch.partition(SEPARATOR)[0]
