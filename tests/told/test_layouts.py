"""Layouts set up at headquarters stand on the register at work: store below register below person, rolled back."""

import json

from pos_app.ui.sheets.welcome import WelcomeSheet
from tests.headquarters.backoffice.browser import Browser
from tests.headquarters.layouts.files import button, layout, page
from tests.refusals.counter import Counter


def texts(counter: Counter) -> list[str]:
    """What stands on the buttons of the grid, once the agent has asked and the window has looked."""
    counter.here.pull()
    counter.binder._tick()
    view = counter.binder.view
    assert view is not None
    return [each.text for each in view.pages[0].buttons]


def file(name: str, *words: str, **more: str) -> str:
    """The text of a layout whose buttons say these words."""
    buttons = [
        button("line.void", column, text=dict.fromkeys(("en", "nb", "nl"), word))
        for column, word in enumerate(words)
    ]
    return json.dumps(layout(page("Sale", *buttons), name=name, **more))


def published(ada: Browser, name: str, *words: str, **more: str) -> str:
    """Publish a layout; the address of its page."""
    ada.get("/office/layouts")
    ada.press("/office/layouts", content=file(name, *words, **more), name="", note="")
    assert ada.status == 200, ada.text
    return ada.address.removeprefix(ada.url)


def given(ada: Browser, path: str, kind: str, name: str, **do: str) -> None:
    ada.get(path)
    ada.post(f"{path}/uses", form_secret=ada.secret(), kind=kind, name=name, **do)
    assert ada.status == 200, ada.text


def test_the_layout_of_the_person_stands_above_the_registers_and_that_above_the_stores(
    counter: Counter, ada: Browser
) -> None:
    delivered = texts(counter)
    pages = {kind: published(ada, f"of the {kind}", kind) for kind in ("store", "register", "user")}
    names = {"store": "HOUSTON", "register": "HOUSTON-1", "user": "cashier"}
    for kind, path in pages.items():
        given(ada, path, kind, names[kind])
        assert texts(counter) == [kind]

    for kind, left in (("user", ["register"]), ("register", ["store"])):
        given(ada, pages[kind], kind, names[kind], do="take away")
        given(ada, pages[kind], kind, "SEATTLE-1" if kind == "register" else "kari")
        assert texts(counter) == left
    counter.press("user.sign_in", {"user": "kari", "pin": "270431"})
    assert texts(counter) == ["user"], "it is the person's, at whatever register"
    counter.press("user.sign_in", {"user": "cashier", "pin": "270431"})
    assert texts(counter) == ["store"]
    given(ada, pages["store"], "store", "SEATTLE")
    given(ada, pages["store"], "store", "HOUSTON", do="take away")
    assert texts(counter) == delivered


def test_versions_are_compared_and_an_older_one_that_is_published_again_is_shown_in_place(
    counter: Counter, ada: Browser
) -> None:
    path = published(ada, "counter", "First")
    given(ada, path, "register", "HOUSTON-1")
    assert texts(counter) == ["First"]
    counter.here.do("product.add", number="A")
    published(ada, "counter", "First", "Second")
    assert texts(counter) == ["First", "Second"]
    compared = ada.get(f"{path}?before=1&after=2")
    assert "page Sale, row 1, column 2: Second (line.void) is new" in compared

    ada.get(path)
    ada.press(f"{path}/roll-back")
    assert texts(counter) == ["First"]
    assert counter.session.cart is not None, "the open sale is as it was"
    assert counter.session.journal.layout_shown() == "counter 3", "what the agent tells headquarters it shows"
    counter.here.do("transaction.void")


def test_the_layout_says_at_which_screen_one_begins(counter: Counter, ada: Browser) -> None:
    path = published(ada, "at the door", "Hello", start="welcome")
    given(ada, path, "user", "kari")
    assert "welcome" not in texts(counter)

    counter.press("user.sign_off", {})
    counter.press("user.sign_in", {"user": "kari", "pin": "270431"})
    assert isinstance(counter.window.sale.sheet, WelcomeSheet)

    counter.press("user.sign_off", {})
    counter.press("user.sign_in", {"user": "cashier", "pin": "270431"})
    assert counter.window.sale.sheet is None, "the store begins at the sale"
