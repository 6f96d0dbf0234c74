"""What the forms of set-up call their fields and what can be chosen in them, for histories to say the same."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, cast

from starlette_admin import EnumField, i18n

from headquarters.backoffice.set_pages.kinds import VIEWS
from headquarters.base import table_of


@cache
def form_words() -> Mapping[tuple[str, ...], str]:
    """In English: of each kind of record its fields by their names, and their choices by name and value."""
    spoken = i18n.get_locale()
    i18n.set_locale("en")
    try:
        return dict(_said())
    finally:
        i18n.set_locale(spoken)


def _said() -> Iterator[tuple[tuple[str, ...], str]]:
    for view, table, *_ in VIEWS:
        kind = table_of(table).name
        for field in view.fields:
            yield (kind, field.name), str(field.label)
            if isinstance(field, EnumField) and field.choices:
                choices = cast("Sequence[tuple[Any, str]]", field.choices)
                yield from [((kind, field.name, str(value)), str(said)) for value, said in choices]
