"""How a register proves each of its calls: headers, what is signed, and the counter that tells a copy of its disk."""

KEY_HEADER = "X-Kassa-Key"
PROOF_HEADER = "X-Kassa-Proof"
COUNTER_HEADER = "X-Kassa-Counter"
NEXT_COUNTER_HEADER = "X-Kassa-Next-Counter"
"""Asks headquarters to move the counter on to this value; the register has kept it before it asks."""

FIRST_COUNTER = "0"
"""The counter of a register that has not moved it yet."""


def signed_text(
    method: str, target: str, body_digest: str, nonce: str, token: str, counter: str, next_counter: str
) -> bytes:
    """What the key of a register signs of one call; `target` is the path with what follows a question mark."""
    said = ("kassa", method, target, body_digest, nonce, token, counter, next_counter)
    return "\n".join(said).encode("utf-8", "surrogatepass")


def counter_after(counter: str, random_text: str) -> str:
    """The counter after this one: one more, and a text that no copy of this register comes up with.

    >>> counter_after("0", "5f"), counter_after("7.a0", "5f")
    ('1.5f', '8.5f')
    """
    return f"{step_of(counter) + 1}.{random_text}"


def step_of(counter: str) -> int:
    """How often the counter was moved on.

    Raises:
        ValueError: it is no counter.
    """
    step, point, text = counter.partition(".")
    is_counter = step.isascii() and step.isdigit() and len(step) < 16 and (text.isalnum() or not point)
    if not is_counter:
        raise ValueError(f"{counter!r} is no counter")
    return int(step)
