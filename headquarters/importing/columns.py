"""Which column of a file holds which field: by the names that shops use, or as somebody said."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from headquarters.importing.cells import Reader
from headquarters.importing.errors import FileRefused
from headquarters.importing.source import COLUMNS_MAX


@dataclass(frozen=True, slots=True)
class Field:
    """One thing an import takes: its name, the names its column goes by (the first that is there counts), and how
    its cells are read. `column` is where it is staged.
    """

    name: str
    names: tuple[str, ...]
    column: str
    read: Reader


@dataclass(frozen=True, slots=True)
class Taken:
    """A field and the column of the file that it is read from."""

    field: Field
    at: int
    title: str


def plain(title: str) -> str:
    """A column's name without what people write differently: case, spaces, dots, underscores."""
    return "".join(sign for sign in title.casefold() if sign.isalnum())


def shown_text(text: str) -> str:
    """A text of a file as a terminal may show it: what cannot be seen is a question mark."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)


def is_known(fields: Sequence[Field], chosen: Mapping[str, str]) -> Callable[[str], bool]:
    """Tells whether a title is one that an import of these fields takes."""
    names = {name for field in fields for name in field.names}
    titles = set(chosen.values())
    return lambda title: plain(title) in names or title.strip() in titles


def match_columns(fields: Sequence[Field], header: Sequence[str], chosen: Mapping[str, str]) -> list[Taken]:
    """The fields that the file has, each with its column. `chosen` says field=column; an empty column leaves a
    field out.

    Raises:
        FileRefused: too many columns, a choice that cannot be, or two columns of the same name for one field.
    """
    titles = [title.strip() for title in header]
    if len(titles) > COLUMNS_MAX:
        raise FileRefused(
            "The file has {number:,} columns; at most {most:,} are read.",
            number=len(titles),
            most=COLUMNS_MAX,
        )
    unknown = sorted(set(chosen) - {field.name for field in fields})
    if unknown:
        raise FileRefused(
            "There is no field {field}. The fields are {fields}.",
            field=repr(unknown[0]),
            fields=_listed([field.name for field in fields]),
        )
    found = []
    for field in fields:
        title = chosen[field.name] if field.name in chosen else _title_of(field, titles)
        if not title:
            continue
        if title not in titles:
            raise FileRefused(
                "There is no column {title} for {field}. It has {titles}.",
                title=repr(title),
                field=field.name,
                titles=_listed(titles),
            )
        if titles.count(title) > 1:
            raise FileRefused(
                "{number} columns are called {title}. Rename all but one.",
                number=titles.count(title),
                title=repr(title),
            )
        found.append(Taken(field, titles.index(title), title))
    return found


def missing(name: str, header: Sequence[str]) -> FileRefused:
    """The refusal of a file without a column that is needed."""
    return FileRefused(
        "The file has no column for {field}. It has {titles}. Say which one it is: {field}=COLUMN (at the command "
        "line --map {field}=COLUMN).",
        field=name,
        titles=_listed([title.strip() for title in header]),
    )


def _title_of(field: Field, titles: Sequence[str]) -> str:
    by_name = {plain(title): title for title in reversed(titles)}
    return next((by_name[name] for name in field.names if name in by_name), "")


def _listed(words: Sequence[str]) -> str:
    shown = [shown_text(word[:40]) or "(no name)" for word in words[:20]]
    return ", ".join(shown) + (f" and {len(words) - 20} more" if len(words) > 20 else "")
