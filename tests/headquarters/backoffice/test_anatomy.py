"""A page that is made of nothing new is not looked at again; whatever could be a new fault makes it one that is."""

import pytest

from tests.headquarters.backoffice.anatomy import with_something_new

FORM = """<main><form><label for="a">Name</label><input id="a" name="a"><label>Kind<select name="k"></select></label>
<button>Save</button><a href="/x">Back</a></form></main>"""


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ('<label for="a">Name</label>', ""), ("<label>Kind<select", "<label>Kind</label><select"),
        ("<button>Save</button>", "<button> </button>"), ('<a href="/x">Back</a>', '<a href="/x"></a>'),
        ('<input id="a"', '<input id="a" role="switch"'), ("<main>", '<main id="a">'),
        ("<form>", '<form class="dark">'), ("<main>", "<main><section>"), ("</form>", '<img src="/y"></form>'),
    ],
)  # fmt: skip
def test_a_page_that_differs_in_what_a_rule_could_hold_against_it_is_looked_at(
    mine: str, theirs: str
) -> None:
    assert mine in FORM
    assert with_something_new({"one": FORM, "other": FORM.replace(mine, theirs)}) == ["one", "other"]


def test_a_page_that_differs_in_words_and_names_alone_is_not(*_: object) -> None:
    other = FORM.replace('"a"', '"b"').replace("Name", "Code").replace("/x", "/z")

    assert with_something_new({"one": FORM, "other": other}) == ["one"]
