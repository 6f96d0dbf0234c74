"""What is asked when something happens at a register: info codes, and what an answer to one may be."""

from dataclasses import dataclass
from enum import StrEnum

from retail.errors import CannotBe, RuleBroken
from retail.quantity import ONE, QuantityUnreadable, parse_quantity
from retail.texts import clean_text

ANSWER_MAX = 254
CHOICES_MAX = 20


class InfoEvent(StrEnum):
    """What happens when an info code is asked."""

    START = "start of transaction"
    END = "end of transaction"
    PRICE_OVERRIDE = "price override"
    MARK_UP = "mark-up"
    MARK_DOWN = "mark-down"
    DISCOUNT = "discount"
    RETURN_LINE = "return line"
    REFUND = "refund"
    VOID_LINE = "void line"
    VOID_PAYMENT = "void payment"
    VOID_TRANSACTION = "void transaction"
    NO_SALE = "no sale"
    TENDER_DECLARATION = "tender declaration"
    UNKNOWN_ITEM = "item not on file"
    SERIAL = "serial number"
    ASYNC_CANCEL = "asynchronous cancellation"
    SALESPERSON = "salesperson"


class InfoKind(StrEnum):
    """What an answer is."""

    TEXT = "text"
    CHOICE = "choice"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class InfoCode:
    """One question asked at an event; one that is not `required` may be left without an answer.

    `least` and `most` bound a number; None for no bound.
    """

    code: str
    event: InfoEvent
    prompt: str
    kind: InfoKind = InfoKind.TEXT
    choices: tuple[str, ...] = ()
    required: bool = True
    least: int | None = None
    most: int | None = None

    def __post_init__(self) -> None:
        if not self.prompt.strip():
            raise CannotBe("info code {code} asks nothing; it needs a question", code=self.code)
        if (self.kind is InfoKind.CHOICE) != bool(self.choices):
            raise CannotBe("info code {code}: a choice has choices, and nothing else has", code=self.code)
        if len(self.choices) > CHOICES_MAX:
            raise CannotBe(
                "info code {code} has {number} choices; at most {most} can be",
                code=self.code, number=len(self.choices), most=CHOICES_MAX,
            )  # fmt: skip
        if self.least is not None and self.most is not None and self.least > self.most:
            raise CannotBe(
                "info code {code}: at least {least} is more than at most {most}",
                code=self.code, least=self.least, most=self.most,
            )  # fmt: skip

    def checked(self, answer: str) -> str:
        """Give back an answer that is one.

        Raises:
            RuleBroken: it is none, and why.
        """
        said = clean_text(self.code, answer, ANSWER_MAX)
        if not said:
            if self.required:
                raise RuleBroken("{question} needs an answer. Give one.", question=self.prompt)
            return said
        if self.kind is InfoKind.CHOICE and said not in self.choices:
            raise RuleBroken(
                "{prompt}: '{answer}' is not one of the choices. Choose one of them.",
                answer=said,
                prompt=self.prompt,
            )
        return self._number(said) if self.kind is InfoKind.NUMBER else said

    def _number(self, said: str) -> str:
        try:
            thousandths = parse_quantity(said) if said.strip("0.,") else 0
        except QuantityUnreadable as fault:
            raise RuleBroken("{fault}. Type a number.", fault=fault.message) from None
        above = self.least is not None and thousandths < self.least * ONE
        below = self.most is not None and thousandths > self.most * ONE
        if above and self.least is not None:
            raise RuleBroken("{prompt}: {answer} is too little. Type {least} or more.", answer=said, least=self.least,
                             prompt=self.prompt)  # fmt: skip
        if below and self.most is not None:
            raise RuleBroken("{prompt}: {answer} is too much. Type {most} or less.", answer=said, most=self.most,
                             prompt=self.prompt)  # fmt: skip
        return said


@dataclass(frozen=True, slots=True)
class InfoAnswer:
    """What was answered to an info code, with the question as it was asked."""

    code: str
    event: InfoEvent
    prompt: str
    answer: str
