"""Which processes of headquarters live: each claims its life for as long as it runs; the database frees the claim."""

from headquarters.units import Database


def life_of(process: str) -> str:
    """What a process claims for as long as it lives."""
    return f"life of {process}"


def lives(database: Database, process: str) -> bool:
    """Whether a process on this database still runs; of one that was killed the claim is free."""
    with database.claim(life_of(process)) as is_free:
        return not is_free
