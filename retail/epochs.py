"""Epochs, the lives of a register's numbers: HQ begins one with each enrolment, the register those after it."""

SEPARATOR = "."
BRANCH = "-"


def next_epoch(epoch: str) -> str:
    """The life after this one, of the same enrolment: begun by the register where it cannot prove what it did before.

    >>> next_epoch("a1"), next_epoch("a1.2")
    ('a1.2', 'a1.3')
    """
    root, _, life = epoch.partition(SEPARATOR)
    return f"{root}{SEPARATOR}{int(life or 1) + 1}"


def branch_epoch(epoch: str, branch: int) -> str:
    """Where headquarters books what a copy of a register sold in this life, under numbers that the register used too:
    no register ever lives there.

    >>> branch_epoch("a1", 1), branch_epoch("a1.2", 1)
    ('a1.1-1', 'a1.2-1')
    """
    root, _, life = epoch.partition(SEPARATOR)
    return f"{root}{SEPARATOR}{life or 1}{BRANCH}{branch}"


def enrolled_epoch(epoch: str) -> str:
    """The epoch of the enrolment that this life belongs to.

    >>> enrolled_epoch("a1.3"), enrolled_epoch("a1")
    ('a1', 'a1')
    """
    return epoch.partition(SEPARATOR)[0]
