"""What is demanded after every step; whatever is not kept is named by the letter of its invariant."""


class Broken(AssertionError):
    """An invariant does not hold; the letter says which."""


def demand(letter: str, is_kept: bool, words: object) -> None:
    if not is_kept:
        raise Broken(f"{letter}: {words}")
