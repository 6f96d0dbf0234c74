"""What must be right before a document can be posted; each fault is said in words a person can act on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from logging import getLogger

from pydantic import ValidationError

from retail.customers import check_new
from retail.epochs import enrolled_epoch
from retail.errors import RuleBroken
from retail.messages import Message
from retail.wire.base import fingerprint
from retail.wire.customers import check_change, customer_of
from retail.wire.faults import faults_of
from retail.wire.notices import CorrectionDocument, InfoDocument
from retail.wire.protocol import Upload
from retail.wire.reading import read_transaction
from retail.wire.reasons import (
    no_number,
    not_worked_out,
    other_id,
    other_register,
    other_store,
    other_text,
    unknown_epoch,
    unreadable,
    unsound,
)
from retail.wire.shifts import ShiftDocument
from retail.wire.unfit import faults_in
from retail.wire.uploads import (
    CustomerChangeDocument,
    CustomerDocument,
    Document,
    FulfilmentDocument,
    TransactionDocument,
)

_log = getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sender:
    """The register a batch came from, as its token proves."""

    register: str
    store: str
    epochs: frozenset[str]
    """Every epoch this register was enrolled under: what an earlier one made may still be on its way."""

    def has_been(self, epoch: str) -> bool:
        """This register lived under that epoch: one it was enrolled under, or one it began itself after that."""
        return enrolled_epoch(epoch) in self.epochs


@dataclass(frozen=True, slots=True)
class Checked:
    """An upload, the document in it if it can be read, and why it must be parked, if it must."""

    upload: Upload
    fingerprint: str
    document: Document | None
    fault: Message | None


def check(upload: Upload, sender: Sender) -> Checked:
    """Read one document and work it out again."""
    real = fingerprint(upload.text)
    try:
        document = read_document(upload.kind, upload.text)
    except ValidationError as error:
        return Checked(upload, real, None, unreadable(faults_in(error)))
    faults = [] if real == upload.fingerprint else [other_text()]
    faults += _foreign(document, upload, sender)
    try:
        faults += _unsound(document)
    except Exception:  # noqa: BLE001 -- one poisoned document must not stop those behind it
        _log.exception("document %s could not be checked", upload.id)
        faults.append(not_worked_out())
    return Checked(upload, real, document, unsound(faults) if faults else None)


_READERS: Mapping[str, Callable[[str], Document]] = {
    "customer": CustomerDocument.read,
    "customer_change": CustomerChangeDocument.read,
    "transaction": read_transaction,
    "fulfilment": FulfilmentDocument.read,
    "info": InfoDocument.read,
    "correction": CorrectionDocument.read,
    "shift": ShiftDocument.read,
}


def read_document(kind: str, text: str) -> Document:
    """The document in this text.

    Raises:
        pydantic.ValidationError: it is not one.
    """
    return _READERS[kind](text)


def _foreign(document: Document, upload: Upload, sender: Sender) -> list[Message]:
    faults = []
    if document.id != upload.id:
        faults.append(other_id(upload.id, document.id))
    if document.register_name != sender.register:
        faults.append(other_register(document.register_name, sender.register))
    if document.store != sender.store:
        faults.append(other_store(document.store, sender.register, sender.store))
    if document.kind == "transaction" and not sender.has_been(document.epoch):
        faults.append(unknown_epoch(sender.register, document.epoch))
    return faults


def _unsound(document: Document) -> list[Message]:
    if document.kind == "transaction":
        return _unsound_transaction(document)
    if document.kind != "customer" and document.kind != "customer_change":  # noqa: PLR1714 -- mypy reads this
        return []
    try:
        if document.kind == "customer_change":
            check_change(document)
        else:
            check_new(customer_of(document))
    except RuleBroken as broken:
        return [broken.message]
    return []


def _unsound_transaction(document: TransactionDocument) -> list[Message]:
    numbered = [] if document.number else [no_number()]
    return faults_of(document) + numbered
