"""Documents that are about another one and make nothing of their own: answers to info codes, corrections."""

from typing import Annotated, Literal

from pydantic import Field

from retail.cart import LINES_MAX
from retail.wire.base import Part
from retail.wire.parts import Count, Moment, Text, Uuid

ANSWERS_MAX = 200


class InfoAnswerPart(Part):
    """What was answered to one info code, with the question as it was asked."""

    code: Text
    event: Text
    prompt: Text
    answer: Text


class InfoDocument(Part):
    """The answers of one call of an operation; `about` is the transaction it was in, concluded or not, or empty."""

    kind: Literal["info"] = "info"
    id: Uuid
    register_name: Text
    store: Text
    made_at: Moment
    made_by: Text
    operation: Text
    about: Uuid | Literal[""]
    answers: Annotated[tuple[InfoAnswerPart, ...], Field(min_length=1, max_length=ANSWERS_MAX)]


class CorrectedLinePart(Part):
    """By which mode of delivery a line leaves after all."""

    number: Count
    mode: Text


class CorrectionDocument(Part):
    """Other modes of delivery for lines of the document `about`, which headquarters has set aside for its modes; that
    stays as it came, and no amount of it changes.
    """

    kind: Literal["correction"] = "correction"
    id: Uuid
    register_name: Text
    store: Text
    made_at: Moment
    made_by: Text
    about: Uuid
    confirmation_number: Text
    lines: Annotated[tuple[CorrectedLinePart, ...], Field(min_length=1, max_length=LINES_MAX)]
