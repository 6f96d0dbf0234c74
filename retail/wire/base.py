"""The strictness all documents share, and the canonical text that fingerprints and hashes are made of."""

import hashlib
import json
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field

Json = dict[str, Any]
LATER = Field(exclude_if=lambda said: not said)
"""Of a field that came later nothing is written while it says nothing: an older side reads the document then, and
`contents.NEEDED` says which version of the protocol one of a register needs that says something."""


class Part(BaseModel):
    """A strict, frozen piece of a document: unknown fields are refused, nothing is coerced."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    def written(self) -> str:
        """The canonical JSON text: fields in their declared order, no spaces."""
        return self.model_dump_json()

    @classmethod
    def read(cls, text: str | bytes) -> Self:
        """Read a document from its text.

        Raises:
            pydantic.ValidationError: a field is missing, unknown or of the wrong type.
        """
        return cls.model_validate_json(text)


class Reading(BaseModel):
    """A strict, frozen piece of what travels downward: unknown fields are ignored, as HQ may be newer."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")

    @classmethod
    def of(cls, values: Json) -> Self:
        """Read what stood as JSON values inside another message: dates and rates are texts there.

        Raises:
            pydantic.ValidationError: a field is missing or of the wrong type.
        """
        return cls.model_validate_json(json.dumps(values))


def fingerprint(text: str) -> str:
    """SHA-256 of a document's text: the same id with another fingerprint is another document."""
    return hashlib.sha256(text.encode()).hexdigest()


def digest(body: bytes) -> str:
    """SHA-256 of a message body, sent beside it so that a cut or changed body is recognised."""
    return hashlib.sha256(body).hexdigest()
