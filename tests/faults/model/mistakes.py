"""The protocol with one mistake each, of the kinds this trade has made: the scripts must find it out."""

from tests.faults.model.protocol import KEPT_DAYS, Cursor, Paper, Register, Rows
from tests.faults.model.quick import AFTER, BEFORE, FEED, Carrier, Quick


class AnswersFirst(Quick):
    """Headquarters says that it holds a batch before its commit."""

    def _upload_arrives(self, carrier: Carrier, nonce: int, papers: dict[str, Paper], fate: str) -> None:
        if fate not in (BEFORE, AFTER):
            self.protocol.take(papers)
        self.protocol.answered |= papers.keys()
        self._answer("", carrier, nonce, lambda: self.mark(carrier, tuple(papers)))


class MarksByCount(Quick):
    """What was sent is marked by how many were accepted, not by which."""

    def mark(self, carrier: Carrier, uuids: tuple[str, ...]) -> None:
        waiting = self.protocol.registers[carrier.name].waiting
        super().mark(carrier, tuple(waiting)[: len(uuids)])


class MovesCursorFirst(Quick):
    """The cursor moves in a commit of its own, before the rows are kept."""

    def move(self, carrier: Carrier, cursor: Cursor, rows: Rows, more: bool) -> None:
        super().move(carrier, cursor, {}, more)
        super().move(carrier, cursor, rows, more)


class OffersNothingAgain(Quick):
    """What was acknowledged is done with, whatever becomes of headquarters."""

    def another_life(self, carrier: Carrier, life: str) -> None:
        self.start_anew(carrier)
        self._commit(carrier, lambda: setattr(self.protocol.registers[carrier.name], "life", life))


class KnowsTooSoon(Quick):
    """The new headquarters is known before what it may lack is offered: a kill between them loses that."""

    def another_life(self, carrier: Carrier, life: str) -> None:
        register = self.protocol.registers[carrier.name]
        self._commit(carrier, lambda: setattr(register, "life", life))
        super().another_life(carrier, life)


class ShowsPagesAsTheyCome(Quick):
    """News of several pages are put in place page by page: a cart sees half a price list."""

    def keep_page(self, carrier: Carrier, cursor: Cursor, rows: Rows, more: bool) -> None:
        if self.protocol.registers[carrier.name].feeds[FEED].beside is None:
            self.move(carrier, cursor, rows, more)
        else:
            super().keep_page(carrier, cursor, rows, more)


class BelievesAnyReply(Quick):
    """A reply is not bound to its call: one of yesterday moves the cursor."""

    def is_awaited(self, carrier: Carrier, nonce: int) -> bool:
        return True


class DropsNothing(Quick):
    """A feed that is read anew leaves standing what it did not bring."""

    def start_anew(self, carrier: Carrier) -> None:
        super().start_anew(carrier)
        beside = self.protocol.registers[carrier.name].feeds[FEED].beside
        assert beside is not None
        beside.is_anew = False


class ForgetsByItsOwnClock(Quick):
    """A clock set ahead forgets at once what a restored headquarters may lack."""

    def purge(self, carrier: Carrier, register: Register, before: int) -> None:
        super().purge(carrier, register, self._today(carrier) - KEPT_DAYS)


class StampsByItsOwnClock(Quick):
    """What was acknowledged while the clock was set back is forgotten as soon as that is right."""

    def mark(self, carrier: Carrier, uuids: tuple[str, ...]) -> None:
        heard, carrier.day_of_headquarters = carrier.day_of_headquarters, None
        super().mark(carrier, uuids)
        carrier.day_of_headquarters = heard


class PostsAgain(Quick):
    """A document that comes again is posted again."""

    def _upload_arrives(self, carrier: Carrier, nonce: int, papers: dict[str, Paper], fate: str) -> None:
        super()._upload_arrives(carrier, nonce, papers, fate)
        if fate != BEFORE:
            self.protocol.post(uuid for uuid in papers if self.protocol.books.posted.get(uuid))


class GivesNumbersTwice(Quick):
    """A register that is killed gives its last number again."""

    def _start(self, carrier: Carrier) -> None:
        super()._start(carrier)
        register = self.protocol.registers[carrier.name]
        register.number = max(0, register.number - 1)


MISTAKES: tuple[tuple[str, int, type[Quick]], ...] = (
    ("A", 2, AnswersFirst), ("AL", 2, MarksByCount), ("F", 2, MovesCursorFirst), ("AR", 2, OffersNothingAgain),
    ("A", 2, KnowsTooSoon), ("F", 2, ShowsPagesAsTheyCome), ("F", 2, BelievesAnyReply), ("F", 2, DropsNothing),
    ("L", 9, ForgetsByItsOwnClock), ("L", 3, StampsByItsOwnClock), ("D", 2, PostsAgain), ("G", 2, GivesNumbersTwice),
)  # fmt: skip
"""By which invariant each is found, and with which seed soon."""
