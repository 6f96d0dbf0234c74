"""Why headquarters keeps a document without posting it: words that stand on its pages and in the sync centre."""

from collections.abc import Sequence

from retail.messages import SEMICOLONS, Message, Name, listed, say

FAULTS_SHOWN = 5


def unreadable(fault: Message) -> Message:
    """It is no document."""
    return say("It cannot be read: {fault}.", fault=fault)


def unsound(faults: Sequence[Message]) -> Message:
    """Something in it does not agree; of many faults the first are named."""
    said = listed(faults[:FAULTS_SHOWN], SEMICOLONS)
    more = len(faults) - FAULTS_SHOWN
    if more > 0:
        return say("It cannot be posted: {faults} (and {number} more)", faults=said, number=more)
    return say("It cannot be posted: {faults}", faults=said)


def other_text() -> Message:
    """The text was changed on its way."""
    return say("it is not the text its fingerprint was made of")


def other_id(sent_as: str, says: str) -> Message:
    """It came under the id of another one."""
    return say("it was sent as {sent_as}, but says it is {says}", sent_as=sent_as, says=says)


def other_register(made_on: str, sender: str) -> Message:
    """Another register made it."""
    return say("it was made on register {made_on}, but sent by {sender}", made_on=made_on, sender=sender)


def other_store(made_in: str, register: str, store: str) -> Message:
    """It was made somewhere else."""
    return say(
        "it was made in store {made_in}, but {register} stands in {store}",
        made_in=made_in, register=register, store=store,
    )  # fmt: skip


def unknown_epoch(register: str, epoch: str) -> Message:
    """The register was never that."""
    return say("{register} was never enrolled as epoch {epoch}", register=register, epoch=epoch)


def not_worked_out() -> Message:
    """Checking it failed."""
    return say("it could not be worked out")


def no_number() -> Message:
    """Numbers begin at 1."""
    return say("its number is 0; numbers start at 1")


def number_taken(number: int | None, register: str) -> Message:
    """Another transaction has its number."""
    return say(
        "Number {number} of {register} is taken by another transaction.", number=number, register=register
    )


def not_posted() -> Message:
    """Posting it failed."""
    return say("It could not be posted. The reason is in headquarters' log.")


def ended_headquarters() -> Message:
    """Posting it ended the process, twice."""
    return say("Posting it ended headquarters twice, so it was set aside. Mend the cause, then try it again.")


def waits_for_order() -> Message:
    """What it acts on has not been made."""
    return say("It waits for its order, which has not been made yet.")


def waits_for_sale() -> Message:
    """What its goods come back of has not arrived."""
    return say("It waits for the sale its goods came back of, which has not arrived yet.")


def waits_for_customer(name: str, *, is_parked: bool) -> Message:
    """Whose order it is has not arrived, or cannot be posted."""
    if is_parked:
        return say("It waits for its customer {name}, whose document is parked.", name=name)
    return say("It waits for its customer {name}, who has not arrived yet.", name=name)


def waits_for_document() -> Message:
    """What it corrects has not arrived."""
    return say("It waits for the document it corrects.")


def posted_before() -> Message:
    """What it corrects needed nobody any more."""
    return say("What it corrects was posted already; nothing of it was changed.")


def undelivered(mode: str, name: str) -> Message:
    """An order cannot be delivered as it says."""
    return say(
        "{mode} does not deliver {name} where it goes, or not any more. Choose another mode of delivery.",
        mode=Name(mode), name=name,
    )  # fmt: skip


_UNDELIVERED = undelivered("", "").template


def is_about_delivery(reason: Message | None) -> bool:
    """Whether another mode of delivery is all that a document needs."""
    return reason is not None and reason.template == _UNDELIVERED


def not_a_line(line: int) -> Message:
    """A correction names something that is not shipped."""
    return say("It corrects line {line}, which is not shipped.", line=line)


def other_content(register: str, kind: Message) -> Message:
    """The same id, and another text."""
    return say(
        "{register} sent a {kind} under an id that is known with other content.", register=register, kind=kind
    )


KINDS = {
    "transaction": say("transaction"), "fulfilment": say("fulfilment"), "customer": say("customer"),
    "customer_change": say("customer change"), "info": say("answer to info codes"),
    "correction": say("correction of a delivery"),
    "shift": say("closed shift"),
}  # fmt: skip
"""What documents are called."""
