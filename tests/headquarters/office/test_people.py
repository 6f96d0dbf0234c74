"""People of the back office on a real database: who may be one, who gets in, and for how long."""

from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from headquarters.database import open_database
from headquarters.office import set_up
from headquarters.office.audit import entries
from headquarters.office.models import OfficePerson
from headquarters.office.passwords import LENGTH_MAX, LENGTH_MIN, check_password
from headquarters.office.people import (
    FAILURES_FREE,
    LOCK_MAX,
    Doorkeeper,
    Wish,
    add_person,
    all_people,
    change_person,
    find_person,
    set_password,
)
from headquarters.office.refusals import OfficeRefusal
from headquarters.office.roles import RIGHTS, Right, Role
from headquarters.office.sessions import IDLE, NOTED_AGAIN, WHOLE, begin, end, open_sessions, visitor
from tests.headquarters.conftest import Books, parts_on

PASSWORD = "correct horse battery"
BOSS, CLERK = Wish(Role.ADMINISTRATOR), Wish(Role.BACK_OFFICE)


def made(books: Books, name: str = "Ada", wish: Wish = BOSS) -> int:
    with books.parts.database.writing() as session:
        return add_person(session, name, PASSWORD, wish, "the test", books.parts.now()).id


def opened(books: Books, person: int, before: str = "") -> str:
    with books.parts.database.writing() as session:
        return begin(session, person, before, books.clock.now())


def is_open(books: Books, cookie: str) -> bool:
    return visitor(books.parts, cookie, "en") is not None


@pytest.mark.parametrize(
    "password",
    [
        "short",
        "x" * (LENGTH_MIN - 1),
        "x" * (LENGTH_MAX + 1),
        "aaaabbbbaaaabbbb",
        "Ada Lovelace 1815",
        "ADA-and-more-of-it",
        "qwertyuiopqwertyuiop",
        "Sunshine!2026!",
        "1q2w3e4r5t6y",
    ],
)
def test_password_that_is_short_plain_or_made_of_the_name_is_refused(password: str) -> None:
    with pytest.raises(OfficeRefusal, match="Choose another"):
        check_password(password, "ada")


def test_a_common_password_is_refused_however_it_was_made_longer() -> None:
    for password in ("Superman123456", "..letmein..2026", "PrincessPrincess", "iloveyou12345678"):
        with pytest.raises(OfficeRefusal, match="many people use"):
            check_password(password, "ada")
    for password in (PASSWORD, "superb managers of 1815", "let me in, said the wolf"):
        check_password(password, "ada")


def test_a_password_hashed_with_less_work_is_hashed_anew_at_its_next_right_sign_in(books: Books) -> None:
    person = made(books)
    weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    with books.parts.database.writing() as session:
        session.get_one(OfficePerson, person).password_hash = weak

    with pytest.raises(OfficeRefusal):
        Doorkeeper().person(books.parts, "Ada", "another password")
    assert kept_hash(books, person) == weak, "a wrong password raises nothing"

    assert Doorkeeper().person(books.parts, "Ada", PASSWORD) == person
    raised = kept_hash(books, person)
    assert "m=19456,t=2,p=1" in raised
    assert Doorkeeper().person(books.parts, "Ada", PASSWORD) == person
    assert kept_hash(books, person) == raised, "once"


def kept_hash(books: Books, person: int) -> str:
    with books.parts.database.reading() as session:
        return session.get_one(OfficePerson, person).password_hash


def test_password_is_kept_as_an_argon2id_hash_only(books: Books) -> None:
    made(books)
    with books.parts.database.reading() as session:
        row = find_person(session, "  aDA ")
    assert row is not None
    assert row.password_hash.startswith("$argon2id$")

    file = (books.folder / "headquarters.db").read_bytes() + (
        books.folder / "headquarters.db-wal"
    ).read_bytes()
    assert PASSWORD.encode() not in file


@pytest.mark.parametrize("name", ["", "   ", "x" * 61, "A\nB", "A\0B"])
def test_name_that_cannot_be_shown_is_refused(books: Books, name: str) -> None:
    with pytest.raises(OfficeRefusal, match="Type another"):
        made(books, name)


def test_same_name_in_other_letters_is_taken(books: Books) -> None:
    made(books, "Åse")

    for same in ("åse", "ÅSE ", "A\u030ase"):
        with pytest.raises(OfficeRefusal, match="already"):
            made(books, same)


def test_store_manager_has_stores_that_are_there_and_nobody_else_has_any(books: Books) -> None:
    for wish in (
        Wish(Role.STORE_MANAGER),
        Wish(Role.AUDITOR, ("HOUSTON",)),
        Wish(Role.STORE_MANAGER, ("ATLANTIS",)),
    ):
        with pytest.raises(OfficeRefusal):
            made(books, wish=wish)

    cookie = opened(books, made(books, "Bo", Wish(Role.STORE_MANAGER, ("HOUSTON",))))
    bo = visitor(books.parts, cookie, "en")
    assert bo is not None
    assert (bo.sees("HOUSTON"), bo.sees("SEATTLE"), bo.may("change"), bo.may("people")) == (
        True,
        False,
        True,
        False,
    )


def test_roles_may_what_their_names_say() -> None:
    assert RIGHTS[Role.ADMINISTRATOR] == set(Right)
    assert Right.CHANGE not in RIGHTS[Role.AUDITOR]
    assert [role for role in Role if Right.PEOPLE in RIGHTS[role]] == [Role.ADMINISTRATOR]
    assert [role for role in Role if Right.ALL_STORES not in RIGHTS[role]] == [Role.STORE_MANAGER]


def test_last_administrator_stays_one(books: Books) -> None:
    ada, bo = made(books), made(books, "Bo")
    with books.parts.database.writing() as session:
        change_person(session, session.get_one(OfficePerson, bo), CLERK, 1, "Ada", books.parts.now())

    for wish in (CLERK, Wish(Role.ADMINISTRATOR, active=False)):
        with (
            pytest.raises(OfficeRefusal, match="last administrator"),
            books.parts.database.writing() as session,
        ):
            change_person(session, session.get_one(OfficePerson, ada), wish, 1, "Ada", books.parts.now())


def test_second_of_two_changes_is_refused_and_the_first_stays(books: Books) -> None:
    made(books)
    bo = made(books, "Bo", CLERK)
    with books.parts.database.writing() as session:
        change_person(
            session, session.get_one(OfficePerson, bo), Wish(Role.AUDITOR), 1, "Ada", books.parts.now()
        )

    with (
        pytest.raises(OfficeRefusal, match="Somebody else changed Bo"),
        books.parts.database.writing() as session,
    ):
        change_person(session, session.get_one(OfficePerson, bo), BOSS, 1, "Eve", books.parts.now())

    with books.parts.database.reading() as session:
        assert [(each.name, each.role) for each in all_people(session)] == [
            ("Ada", Role.ADMINISTRATOR), ("Bo", Role.AUDITOR)]  # fmt: skip


def test_wrong_passwords_lock_a_name_for_longer_each_time(books: Books) -> None:
    ada, door = made(books), Doorkeeper()
    assert door.person(books.parts, "ada", PASSWORD) == ada

    for _ in range(FAILURES_FREE + 1):
        with pytest.raises(OfficeRefusal, match="Name or password is wrong"):
            door.person(books.parts, "Ada", "wrong")
    waits = []
    for _ in range(8):
        with pytest.raises(OfficeRefusal, match="Too many") as refused:
            door.person(books.parts, "Ada", PASSWORD)
        waits.append(refused.value.retry_after_seconds or 0)
        books.clock.forward(seconds=waits[-1])
        with pytest.raises(OfficeRefusal, match="Name or password is wrong"):
            door.person(books.parts, "Ada", "wrong")

    assert waits[:3] == [61, 121, 241]
    assert max(waits) == int(LOCK_MAX.total_seconds()) + 1
    books.clock.forward(seconds=LOCK_MAX.total_seconds() + 1)
    assert door.person(books.parts, "Ada", PASSWORD) == ada
    with pytest.raises(OfficeRefusal, match="Name or password is wrong"):
        door.person(books.parts, "Ada", "wrong")


@pytest.mark.parametrize("name", ["", "Nobody", "Bo", "\0", "\ud83d"])
def test_unknown_and_inactive_people_are_told_the_same(books: Books, name: str) -> None:
    made(books)
    made(books, "Bo", Wish(Role.AUDITOR, active=False))

    with pytest.raises(OfficeRefusal, match="Name or password is wrong"):
        Doorkeeper().person(books.parts, name, PASSWORD)


def test_session_ends_when_idle_or_open_for_too_long(books: Books) -> None:
    ada = made(books)
    idle, busy = opened(books, ada), opened(books, ada)
    began = books.clock.time

    books.clock.time += IDLE + timedelta(seconds=1)
    assert not is_open(books, idle)
    busy = opened(books, ada)
    began = books.clock.time
    while books.clock.time + IDLE - NOTED_AGAIN < began + WHOLE:
        books.clock.time += IDLE - NOTED_AGAIN
        assert is_open(books, busy)
    books.clock.time = began + WHOLE + timedelta(seconds=1)
    assert not is_open(books, busy)
    assert not is_open(books, "never")
    assert not is_open(books, "")


def test_another_process_knows_the_session_and_its_end(books: Books) -> None:
    cookie = opened(books, made(books))
    other = parts_on(books.folder, books.clock)
    try:
        assert visitor(other, cookie, "en") is not None
        with other.database.writing() as session:
            end(session, cookie)
    finally:
        other.database.close()

    assert not is_open(books, cookie)


def test_signing_in_ends_the_session_this_browser_had(books: Books) -> None:
    ada = made(books)
    first = opened(books, ada)
    second = opened(books, ada, first)

    assert (is_open(books, first), is_open(books, second)) == (False, True)
    with books.parts.database.reading() as session:
        assert len(open_sessions(session, ada, books.clock.now())) == 1


def test_new_password_and_no_way_in_any_more_end_every_session(books: Books) -> None:
    made(books)
    bo = made(books, "Bo", CLERK)
    cookies = [opened(books, bo), opened(books, bo)]
    with books.parts.database.writing() as session:
        set_password(
            session, session.get_one(OfficePerson, bo), "another long password", "Ada", books.parts.now()
        )
    assert [is_open(books, each) for each in cookies] == [False, False]

    cookie = opened(books, bo)
    with books.parts.database.writing() as session:
        wish = Wish(Role.BACK_OFFICE, active=False)
        change_person(session, session.get_one(OfficePerson, bo), wish, 1, "Ada", books.parts.now())
    assert not is_open(books, cookie)


def test_set_up_code_makes_one_administrator_and_is_worth_nothing_after_that(books: Books) -> None:
    now = books.clock.now()
    with books.parts.database.writing() as session:
        first, second = set_up.make_code(session, now), set_up.make_code(session, now)
    assert first
    assert second

    def use(code: str) -> None:
        with books.parts.database.writing() as session:
            set_up.first_administrator(session, code, "Ada", PASSWORD, books.clock.now())

    with pytest.raises(OfficeRefusal, match="not valid"):
        use("AAAA-AAAA-AAAA-AAAA")
    books.clock.time += set_up.CODE_VALID
    with pytest.raises(OfficeRefusal, match="not valid"):
        use(first)
    books.clock.time = now
    use(first.lower())
    for code in (first, second):
        with pytest.raises(OfficeRefusal, match="not valid"):
            use(code)
    with books.parts.database.writing() as session:
        assert set_up.make_code(session, now) is None


def test_audit_log_keeps_what_changed_and_nothing_of_a_password(books: Books) -> None:
    made(books)
    bo = made(books, "Bo", CLERK)
    with books.parts.database.writing() as session:
        row = session.get_one(OfficePerson, bo)
        change_person(session, row, Wish(Role.AUDITOR), 1, "Ada", books.parts.now())
        set_password(session, row, "another long password", "Ada", books.parts.now())

    with books.parts.database.reading() as session:
        found = entries(session, kind="office person", about="Bo")
        assert [(each.who, each.act, each.before, each.after) for each in found] == [
            ("Ada", "new password", None, None),
            ("Ada", "change", {"role": "back office"}, {"role": "auditor"}),
            ("the test", "add", None, {"role": "back office", "stores": [], "active": True}),
        ]


@pytest.mark.parametrize(
    "statement", ["UPDATE audit_entries SET who = 'nobody'", "DELETE FROM audit_entries"]
)
def test_audit_log_cannot_be_edited(books: Books, statement: str) -> None:
    made(books)

    with pytest.raises(DatabaseError, match="never changed"), books.parts.database.writing() as session:
        session.execute(text(statement))

    with books.parts.database.reading() as session:
        assert [each.who for each in entries(session)] == ["the test"]


def test_a_database_of_before_gets_people_without_anybody_in_it(books: Books) -> None:
    books.parts.database.close()

    with open_database(books.folder).reading() as session:
        assert list(all_people(session)) == []
