"""How register and headquarters talk: paths, headers, version, and the envelopes of every call."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from retail.wire.base import Part, Reading
from retail.wire.tally import Difference, Tally
from retail.wire.versions import Versions

VERSION = 3
"""Raised when a message changes so that the other side cannot read it. 1: November 2026, first release. 2: tax
groups of addresses and goods, units and packs, overrides of charges, answers to info codes. 3: attributes of orders,
who agreed to an edit or a pickup, corrected deliveries, closed shifts; a document without any is the same in all
(`retail/wire/contents.py`).
"""
SPOKEN = Versions(oldest=1, newest=VERSION)
"""What this program reads and writes. The oldest is given up two years after the next one at the earliest."""

TOLD = Versions(oldest=1, newest=VERSION)
"""In these headquarters tells what is new; a register of an older one is to be updated first, and its sales are taken
meanwhile. A feed whose meaning changes raises the oldest.
"""

HELLO = "/v1/hello"
TALLY = "/v1/tally"
JOURNAL = "/v1/journal"
ENROL = "/v1/enrol"
UPLOADS = "/v1/uploads"
TRANSACTIONS = "/v1/transactions"
REAL_TIME = "/v1/real-time/documents"
ORDERS = "/v1/real-time/orders"
CUSTOMERS = "/v1/real-time/customers"
QUESTIONS = "/v1/real-time/questions"
FEEDS = "/v1/feeds"
SIGNING_KEYS = "/v1/signing-keys"
PICTURES = "/v1/pictures"

DIGEST_HEADER = "X-Kassa-Digest"
NONCE_HEADER = "X-Kassa-Nonce"
"""The request's nonce comes back in the reply's body, so that a cached or foreign reply is recognised."""

VERSION_HEADER = "X-Kassa-Version"
"""The version in which a register speaks in this call."""
ENVIRONMENT_HEADER = "X-Kassa-Environment"
"""Where the register belongs, so that the test headquarters takes nothing of a real one and the other way round."""
ENVIRONMENTS = ("production", "test")

END = "end"
"""The value of the last field of every reply; a reply without it was cut."""

BATCH_MAX = 200
QUESTION_MAX = 500
NUMBERS_ASKED_MAX = 100
"""So many numbers a register may ask its own transactions of at once."""
BODY_MAX_BYTES = 16 * 1024 * 1024
PAGE_ROWS_MAX = 5000
PAGE_BYTES = 1024 * 1024
"""A page ends with the row whose value passes this size, so that neither side holds more than about that at once."""

FEED_NAMES = (
    "settings",
    "staff",
    "layouts",
    "promotions",
    "products",
    "prices",
    "list_prices",
    "stock",
    "customers",
    "orders",
    "erasures",
)
"""In the order a register reads them."""

FEED_NAME_MAX = 30

SHARED_FEEDS = ("promotions", "products", "prices", "list_prices", "stock")
"""Their pages may lie in a cache that the registers of a shop share: they name no person."""

WAIT_SECONDS_MAX = 50
"""So long a hello may wait at headquarters: less than the minute after which proxies give a call up."""

LAYOUT_MAX = 300
"""A hello names the layout that is shown in so many characters at most."""


def cursors_text(cursors: Mapping[str, str]) -> str:
    """How far a register has read, as it says so with a hello: each feed and its cursor.

    >>> cursors_text({"settings": "life.7", "orders": "life.12"})
    'settings:life.7 orders:life.12'
    """
    return " ".join([f"{feed}:{cursor}" for feed, cursor in cursors.items() if cursor])


def cursors_in(text: str) -> dict[str, str]:
    """What `cursors_text` says.

    >>> cursors_in("settings:life.7 orders:life.12 garbage")
    {'settings': 'life.7', 'orders': 'life.12', 'garbage': ''}
    """
    parts = [each.partition(":") for each in text.split(" ") if each]
    return {feed: cursor for feed, _, cursor in parts}


class Reply(Reading):
    """What every reply carries: the request's nonce, which headquarters answered, and the end mark.

    `protocol` is the newest version that headquarters reads, `oldest` the oldest, 0 where that is the same one.
    `environment` is one of ENVIRONMENTS; empty where headquarters is too old to say.
    """

    protocol: int
    oldest: int = 0
    nonce: str
    tenant: str
    incarnation: str
    environment: str = ""
    end: Literal["end"]


class HelloReply(Reply):
    """Headquarters is there and means this register.

    `upload_asked`: the P-job wants whatever this register still holds, now. `tally_wanted`: headquarters does not
    know the tally that was named; `differences` are those it found to the one it knows, None where it did not look.
    `token` replaces the one of this call, where it is not empty. `news` are the feeds of which there is more than the
    register said it has read, None where headquarters did not look. `wait_seconds` is how long the next hello may wait
    there for news, 0 where it may not.
    """

    now: str
    upload_asked: bool = False
    tally_wanted: bool = False
    differences: tuple[Difference, ...] | None = None
    token: str = Field("", repr=False)
    news: tuple[str, ...] | None = None
    wait_seconds: int = 0


class TallyRequest(Part):
    """What a register tells of itself."""

    protocol: int
    register_name: str
    epoch: str
    tally: Tally


class TallyReply(Reply):
    """In what register and headquarters differ; nothing where they agree."""

    differences: tuple[Difference, ...]


class PictureReply(Reply):
    """A picture of a product: its SHA-256, and its bytes in base 64."""

    digest: str
    data: str


class EnrolRequest(Part):
    """A one-time code, exchanged for this device's token."""

    protocol: int
    code: str
    device: str


class EnrolReply(Reply):
    """Who this register is, and the token that proves it. The token is shown once and kept hashed at HQ.

    `last_number` is the highest one that HQ holds of this register's transactions, whichever machine made them.
    `signing_key` is the public key by which HQ signs who may do what; empty where it is too old to sign.
    """

    register_name: str
    store: str
    epoch: str
    token: str
    device_secret: str
    last_number: int = 0
    signing_key: str = ""


class AnnouncedKey(Reading):
    """A key by which headquarters signs; `vouched` is what the key before it signed of it, empty where none did."""

    public_key: str
    vouched: str = ""


class SigningKeysReply(Reply):
    """The keys of headquarters since the last that was lost, oldest first; the last of them signs now."""

    keys: tuple[AnnouncedKey, ...]


class Upload(Part):
    """One document as it was kept: the text itself, so that its fingerprint can be proved."""

    id: str
    kind: Literal["customer", "customer_change", "transaction", "fulfilment", "info", "correction", "shift"]
    fingerprint: str
    text: str


class UploadRequest(Part):
    """Up to BATCH_MAX documents, in the order they were made."""

    protocol: int
    register_name: str
    epoch: str
    documents: Annotated[tuple[Upload, ...], Field(max_length=BATCH_MAX)]


class UploadResult(Reading):
    """What became of one document.

    `stored`: kept by headquarters' own commit. `known`: it was there already, with the same content.
    `quarantined`: the id is known with other content; kept aside, nothing merged, a person looks.
    `parked`: kept, but it cannot be posted as it is; `reason` says why in words, and `said` says it as a message
    that `coded.message_of` reads.
    `account` is the customer's account id or `number` the sales order's number, where they exist already; `order`
    is the order as it stands once the document was posted, in the shape of a row of the orders feed.
    """

    id: str
    outcome: Literal["stored", "known", "quarantined", "parked"]
    reason: str = ""
    said: str = ""
    account: str | None = None
    number: str | None = None
    order: dict[str, Any] | None = None


class UploadReply(Reply):
    """One result per document sent; the register marks only these."""

    results: tuple[UploadResult, ...]


class QuestionRequest(Part):
    """What somebody at a register asks of a document that was set aside."""

    protocol: int
    document: Annotated[str, Field(pattern=r"^[0-9a-f-]{36}$")]
    by: Annotated[str, Field(max_length=100)]
    words: Annotated[str, Field(min_length=1, max_length=QUESTION_MAX)]


class QuestionReply(Reply):
    """The question is with the case of the document now."""


class TransactionsReply(Reply):
    """The texts of this register's own transactions with the numbers asked for, as far as headquarters has them."""

    texts: tuple[str, ...]


class FeedRow(Reading):
    """One change: the key's present value, or that it is gone (a tombstone)."""

    key: str
    gone: bool
    value: dict[str, Any] | None


class PageMark(Reading):
    """A page that is fetched by itself, maybe out of a cache: its body has this digest; `cursor` is where it ends."""

    cursor: str
    digest: str


class FeedPage(Reply):
    """A page of changes after the cursor given; `cursor` is to be kept with the rows in one commit.

    `pages`, where they were asked for, come before the rows. `total`, with the first page from the start and where
    it was asked for: how many keys the feed has in all.
    """

    feed: str
    cursor: str
    more: bool
    total: int | None = None
    pages: tuple[PageMark, ...] = ()
    rows: tuple[FeedRow, ...]


class SharedPage(Reading):
    """What a mark names: the same for whoever asks, so that any cache may keep it for ever."""

    feed: str
    cursor: str
    rows: tuple[FeedRow, ...]
    end: Literal["end"]


class HeldFeed(Part):
    """What a register has of a feed, and how far it has read it; `total` is the sum of the digests, see `sums`."""

    feed: Annotated[str, Field(max_length=FEED_NAME_MAX)]
    cursor: Annotated[str, Field(max_length=100)]
    count: Annotated[int, Field(ge=0, le=10**12)]
    total: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]


class HeldFeedsRequest(Part):
    """What a register has of its feeds, to be compared."""

    protocol: int
    feeds: Annotated[tuple[HeldFeed, ...], Field(max_length=len(FEED_NAMES))]


class ComparedFeed(Reading):
    """How what a register has of a feed stands to what headquarters has of it for this store.

    `same`: to the last row, so that the register goes on from `cursor`. `behind`: there is news that the register has
    not read, so that nothing can be said. `other`: it is not what was said up to the register's cursor; headquarters
    has `count` rows.
    """

    feed: str
    standing: Literal["same", "behind", "other"]
    count: int
    cursor: str


class ComparedFeedsReply(Reply):
    """One answer for each feed that headquarters knows."""

    feeds: tuple[ComparedFeed, ...]


class OrdersReply(Reply):
    """Orders that headquarters found; each value has the shape of a row of the orders feed."""

    orders: tuple[dict[str, Any], ...]


class CustomersReply(Reply):
    """Customers that headquarters found; each value has the shape of a row of the customers feed."""

    customers: tuple[dict[str, Any], ...]
