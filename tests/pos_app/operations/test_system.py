"""The drawer: opened without a sale only by who may, and the journal says who did."""

from tests.fixtures.fix_register import Register, Shop


def test_the_drawer_opens_with_approval_and_both_names_stand_in_the_journal(
    register: Register, shop: Shop
) -> None:
    register.needs_approval("drawer.open")
    assert shop.drawer.pulses == 0

    assert str(register.do("drawer.open", approved_by="manager").message) == "Drawer open."

    assert shop.drawer.pulses == 1
    opened, approval = list(register.session.journal.entries())[-2:]
    assert (opened.kind, opened.user) == ("drawer.open", "cashier")
    assert '"approved_by":"manager"' in approval.text


def test_a_drawer_that_does_not_open_is_said(register: Register, shop: Shop) -> None:
    shop.drawer.is_unplugged = True

    words = str(register.do("drawer.open", approved_by="manager").message)

    assert words == "The drawer does not open. Check its cable, or use its key."


def test_without_a_shift_the_drawer_stays_shut(register: Register, shop: Shop) -> None:
    register.do("shift.close", counted={"cash": "0"})

    assert "No shift is open" in register.refused("drawer.open", approved_by="manager")
    assert shop.drawer.pulses == 0


def test_headquarters_is_asked_about_a_document_in_the_words_and_the_name_of_whoever_asks(
    register: Register, shop: Shop
) -> None:
    assert register.asks("sync.ask", id="D") == ["words"]
    assert "needs words" in register.refused("sync.ask", id="D", words=" ")

    done = register.do("sync.ask", id="D", words=" Is the price wrong? ")

    assert str(done.message) == "Headquarters was asked. What it decides is seen here."
    (question,) = shop.line.questions
    assert (question[0], question[2]) == ("D", "Is the price wrong?")
    assert register.session.user is not None
    assert question[1] == register.session.user.name
    shop.line.state = "offline"
    assert "Ask again later" in register.refused("sync.ask", id="D", words="Why?")
