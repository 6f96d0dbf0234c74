"""Taking rows that give rights only as headquarters signed them, and its new key only where the old one vouches."""

import logging
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, Protocol

from channel_db.trust import has_signed, is_signed_by, keys_in
from retail.messages import Message
from retail.wire.protocol import AnnouncedKey, FeedRow, SigningKeysReply
from retail.wire.signed_rows import KEYS_PINNED, SIGNED_BY, SIGNED_FEEDS, signed_key
from retail.wire.unfit import not_signed

log = logging.getLogger(__name__)


class Keys(Protocol):
    """Where headquarters announces its keys, and where this register keeps those it believes."""

    @property
    def signing_keys(self) -> str: ...
    def announced(self) -> SigningKeysReply: ...
    def pin(self, keys: str) -> None: ...


class SignedRows:
    """Tells which rows of a page are not to be believed; one thread uses it."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys

    def learn(self, feed: str, rows: Sequence[FeedRow]) -> None:
        """Ask headquarters for its keys where one that this register does not know has signed a row of this page.

        Raises:
            HqFault: headquarters was not reached.
        """
        if feed not in SIGNED_FEEDS:
            return
        pinned = keys_in(self._keys.signing_keys)
        if not {str(row.value.get(SIGNED_BY, "")) for row in rows if row.value} <= {"", *pinned}:
            self._ask(pinned)

    def distrusted(self, feed: str, rows: Sequence[FeedRow]) -> dict[str, Message]:
        """The keys of the rows that are not applied, each with the reason. What takes a row away needs no signature."""
        return {
            row.key: not_signed()
            for row in rows
            if row.value is not None and not self.is_believed(feed, row.key, row.value)
        }

    def is_believed(self, feed: str, key: str, value: Mapping[str, Any]) -> bool:
        """Whether a row that stands in the catalogue is as headquarters signed it."""
        return is_signed_by(keys_in(self._keys.signing_keys), feed, key, value)

    def _ask(self, pinned: tuple[str, ...]) -> None:
        known = following(pinned, self._keys.announced().keys)
        if known == pinned:
            log.error("headquarters signs by a key that none of the pinned ones vouches for")
        else:
            self._keys.pin(" ".join(known))


def following(pinned: Sequence[str], announced: Sequence[AnnouncedKey]) -> tuple[str, ...]:
    """The keys to believe: the pinned ones with those that they vouch for one after the other, the newest ones of them.

    Where none is pinned, as on a register that was enrolled before there were signatures, the newest is believed.
    """
    known = list(pinned) or [each.public_key for each in announced[-1:]]
    for before, each in pairwise(announced):
        is_new = each.public_key not in known and before.public_key in known
        if is_new and has_signed(before.public_key, each.vouched, signed_key(each.public_key)):
            known.append(each.public_key)
    return tuple(known[-KEYS_PINNED:])
