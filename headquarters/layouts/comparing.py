"""What differs between two versions of a layout, in words: pages, their sizes, and buttons by their place."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from retail.messages import Message, say

Content = Mapping[str, Any]
Place = tuple[int, int]


def differences(before: Content, after: Content) -> list[Message]:
    """Everything that differs, page by page; none for the same layout."""
    return [
        *_of_pages(before, after, "grids"),
        *_of_pages(before, after, "welcome"),
        *_of_names(before, after),
    ]


def _of_pages(before: Content, after: Content, part: str) -> Iterator[Message]:
    old, new = _pages(before, part), _pages(after, part)
    for name in [*old, *[each for each in new if each not in old]]:
        if name not in new:
            yield say("page {page} is gone", page=name)
        elif name not in old:
            yield say("page {page} is new, with {count} buttons", page=name, count=len(_buttons(new[name])))
        else:
            yield from _of_page(name, old[name], new[name])
    shared = [name for name in new if name in old]
    if shared != [name for name in old if name in new]:
        yield say("the pages stand in another order: {pages}", pages=", ".join(new))


def _of_page(name: str, old: Content, new: Content) -> Iterator[Message]:
    sizes = [f"{page.get('rows', '?')} × {page.get('columns', '?')}" for page in (old, new)]
    if sizes[0] != sizes[1]:
        yield say("page {page}: {before} cells → {after}", page=name, before=sizes[0], after=sizes[1])
    if old.get("title", {}) != new.get("title", {}):
        yield say("page {page}: title {before} → {after}", page=name,
                  before=_text(old.get("title", {})), after=_text(new.get("title", {})))  # fmt: skip
    was, now = _buttons(old), _buttons(new)
    for place in sorted(was.keys() | now.keys()):
        where = {"page": name, "row": place[0] + 1, "column": place[1] + 1}
        if place not in now:
            yield say(
                "page {page}, row {row}, column {column}: {before} is gone",
                before=_called(was[place]),
                **where,
            )
        elif place not in was:
            yield say(
                "page {page}, row {row}, column {column}: {after} is new", after=_called(now[place]), **where
            )
        elif was[place] != now[place]:
            yield _of_button(was[place], now[place], where)


def _of_button(old: Content, new: Content, where: Mapping[str, Any]) -> Message:
    if old.get("operation") != new.get("operation"):
        return say("page {page}, row {row}, column {column}: {before} → {after}",
                   before=_called(old), after=_called(new), **where)  # fmt: skip
    fields = sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
    what = "; ".join(f"{name} {_text(old.get(name))} → {_text(new.get(name))}" for name in fields)
    return say(
        "page {page}, row {row}, column {column}: {button}: {what}", button=_called(new), what=what, **where
    )


def _of_names(before: Content, after: Content) -> Iterator[Message]:
    if before.get("layout") != after.get("layout"):
        yield say(
            "called {before} → {after}", before=_text(before.get("layout")), after=_text(after.get("layout"))
        )
    if before.get("start", "") != after.get("start", ""):
        yield say("start screen {before} → {after}", before=_text(before.get("start", "")),
                  after=_text(after.get("start", "")))  # fmt: skip
    if before.get("card", []) != after.get("card", []):
        yield say("on the customer card {before} → {after}",
                  before=_text(before.get("card", [])), after=_text(after.get("card", [])))  # fmt: skip
    if before.get("renamed", {}) != after.get("renamed", {}):
        yield say("renamed operations {before} → {after}",
                  before=_text(before.get("renamed", {})), after=_text(after.get("renamed", {})))  # fmt: skip


def _pages(content: Content, part: str) -> dict[str, Content]:
    """The pages of a part by their names, those for one size of screen by that too; what is no page is left out."""
    pages = [page for page in content.get(part) or () if isinstance(page, dict)]
    return {" ".join(str(page[name]) for name in ("page", "size") if page.get(name)): page for page in pages}


def _buttons(page: Content) -> dict[Place, Content]:
    every = [button for button in page.get("buttons") or () if isinstance(button, dict)]
    return {(int(each.get("row") or 0), int(each.get("column") or 0)): each for each in every}


def _called(button: Content) -> str:
    text = button.get("text")
    own = str(text.get("en", "")) if isinstance(text, dict) else ""
    return f"{own} ({button.get('operation', '?')})" if own else str(button.get("operation", "?"))


def _text(value: object) -> str:
    if value is None or value in ({}, [], ""):
        return "–"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
