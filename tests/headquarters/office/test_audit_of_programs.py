"""What a program does with the administrator's token stands in the audit log as well."""

from headquarters.app import make_app
from headquarters.manage.routes import WHO
from headquarters.office.audit import entries
from tests.headquarters.conftest import ADMINISTRATOR, Books
from tests.headquarters.test_app import asked


def test_acts_of_a_program_are_noted_with_its_token_as_who(books: Books) -> None:
    app = make_app(books.parts)
    for method, path, status in (("DELETE", "/v1/manage/products/A", 200), ("DELETE", "/v1/manage/products/A", 404),
                                 ("POST", "/v1/manage/registers/HOUSTON-1/revoke", 200)):  # fmt: skip
        assert asked(app, method, path, ADMINISTRATOR)[0] == status

    with books.parts.database.reading() as session:
        noted = [(each.who, each.act, each.kind, each.about) for each in entries(session)]
    assert noted == [(WHO, "revoke", "register", "HOUSTON-1"), (WHO, "remove", "product", "A")]
