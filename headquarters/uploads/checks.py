"""What must be right before a document can be posted; each fault is said in words a person can act on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from logging import getLogger

from pydantic import ValidationError

from retail.customers import check_new
from retail.epochs import enrolled_epoch
from retail.errors import RuleBroken
from retail.wire.base import fingerprint
from retail.wire.customers import check_change, customer_of
from retail.wire.faults import faults_of
from retail.wire.protocol import Upload
from retail.wire.reading import read_transaction
from retail.wire.uploads import (
    CustomerChangeDocument,
    CustomerDocument,
    Document,
    FulfilmentDocument,
    InfoDocument,
    TransactionDocument,
)

_FAULTS_SHOWN = 5

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
    """An upload, the document in it if it can be read, and why it must be parked ("" if it need not)."""

    upload: Upload
    fingerprint: str
    document: Document | None
    fault: str


def check(upload: Upload, sender: Sender) -> Checked:
    """Read one document and work it out again."""
    real = fingerprint(upload.text)
    try:
        document = read_document(upload.kind, upload.text)
    except ValidationError as error:
        return Checked(upload, real, None, f"It cannot be read: {in_words(error)}.")
    faults = [] if real == upload.fingerprint else ["it is not the text its fingerprint was made of"]
    faults += _foreign(document, upload, sender)
    try:
        faults += _unsound(document)
    except Exception:  # noqa: BLE001 -- one poisoned document must not stop those behind it
        _log.exception("document %s could not be checked", upload.id)
        faults.append("it could not be worked out")
    if not faults:
        return Checked(upload, real, document, "")
    more = f" (and {len(faults) - _FAULTS_SHOWN} more)" if len(faults) > _FAULTS_SHOWN else ""
    said = "; ".join(faults[:_FAULTS_SHOWN]) + more
    return Checked(upload, real, document, f"{said[0].upper()}{said[1:]}.")


_READERS: Mapping[str, Callable[[str], Document]] = {
    "customer": CustomerDocument.read,
    "customer_change": CustomerChangeDocument.read,
    "transaction": read_transaction,
    "fulfilment": FulfilmentDocument.read,
    "info": InfoDocument.read,
}


def read_document(kind: str, text: str) -> Document:
    """The document in this text.

    Raises:
        pydantic.ValidationError: it is not one.
    """
    return _READERS[kind](text)


def in_words(error: ValidationError) -> str:
    """The first faults of a text that does not fit its model, without the text itself."""
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    return "; ".join(f"{_place(fault['loc'])}: {fault['msg']}" for fault in faults[:_FAULTS_SHOWN])


def _place(steps: tuple[int | str, ...]) -> str:
    return ".".join(str(step) for step in steps) or "the text"


def _foreign(document: Document, upload: Upload, sender: Sender) -> list[str]:
    faults = []
    if document.id != upload.id:
        faults.append(f"it was sent as {upload.id}, but says it is {document.id}")
    if document.register_name != sender.register:
        faults.append(f"it was made on register {document.register_name}, but sent by {sender.register}")
    if document.store != sender.store:
        faults.append(
            f"it was made in store {document.store}, but {sender.register} stands in {sender.store}"
        )
    if document.kind == "transaction" and not sender.has_been(document.epoch):
        faults.append(f"{sender.register} was never enrolled as epoch {document.epoch}")
    return faults


def _unsound(document: Document) -> list[str]:
    if document.kind == "transaction":
        return _unsound_transaction(document)
    if document.kind == "fulfilment" or document.kind == "info":  # noqa: PLR1714 -- mypy reads this
        return []
    try:
        if document.kind == "customer_change":
            check_change(document)
        else:
            check_new(customer_of(document))
    except RuleBroken as broken:
        return [str(broken).rstrip(".")]
    return []


def _unsound_transaction(document: TransactionDocument) -> list[str]:
    numbered = [] if document.number else ["its number is 0; numbers start at 1"]
    return faults_of(document) + numbered
