"""What is asked of a card terminal, and how a missing answer is found out without asking for money again."""

from typing import Protocol

from retail.cards import CardAnswer, CardPayment, CardSlip, CardState

UNCLEAR = CardAnswer(CardState.UNCLEAR, CardSlip(""))


class TerminalSilent(Exception):
    """No answer came: whether anything was done is not known until the terminal is asked again."""


class CardTerminal(Protocol):
    """A terminal. It knows every payment by our reference, and does the same thing only once, however often asked."""

    def ask(self, payment: CardPayment) -> CardAnswer:
        """Do what the payment says.

        Raises:
            TerminalSilent: no answer came.
        """

    def status(self, reference: str) -> CardAnswer:
        """What became of a reference.

        Raises:
            TerminalSilent: as above.
        """

    def reverse(self, reference: str) -> CardAnswer:
        """Undo what was done under a reference; what was never done is `missing`.

        Raises:
            TerminalSilent: as above.
        """

    def cancel(self) -> None:
        """Ask it to give up what it is doing. May be called beside the lane; the answer says what came of it."""


def find_out(terminal: CardTerminal, payment: CardPayment) -> CardAnswer:
    """Ask for a payment once; where no answer comes, ask what became of it, never for the money again."""
    try:
        answer = terminal.ask(payment)
    except TerminalSilent:
        answer = UNCLEAR
    return answer if answer.state is not CardState.UNCLEAR else status_of(terminal, payment.reference)


def status_of(terminal: CardTerminal, reference: str) -> CardAnswer:
    """What became of a payment; unclear while the terminal does not say."""
    try:
        return terminal.status(reference)
    except TerminalSilent:
        return UNCLEAR
