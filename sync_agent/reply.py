"""Whether an answer from the network may be believed, and what it says: bytes in, a reply or a fault out."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import TypeVar, cast

from pydantic import ValidationError

from retail.wire.base import digest
from retail.wire.protocol import BODY_MAX_BYTES, DIGEST_HEADER, SPOKEN, FeedPage, Reply, SharedPage
from retail.wire.reading import read_page, read_shared_page
from retail.wire.versions import Versions
from sync_agent.errors import (
    CursorTooOld,
    DocumentsRefused,
    ForeignHq,
    HqBusy,
    HqFailed,
    HqFault,
    HqRefused,
    NetworkAsksForLogin,
    ProgramTooOld,
    ReplyBroken,
    TokenRefused,
)

RETRY_AFTER_MIN_SECONDS = 1.0
RETRY_AFTER_MAX_SECONDS = 300.0
WORDS_MAX = 300

R = TypeVar("R", bound=Reply)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the network brought: status, headers (names in any case) and the body as it travelled."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Home:
    """Where a register belongs: whose headquarters, and the real one or the one for tests (empty: not known)."""

    tenant: str
    environment: str = ""


def read_reply(answer: Answer, model: type[R], nonce: str, home: Home | None, now: datetime) -> R:
    """The reply, proved to be whole, fresh and from this register's headquarters.

    `home` is None at enrolment only, when the register does not belong to anybody yet.

    Raises:
        HqFault: the answer is none of these, or says no.
    """
    body = _body(answer, now)
    if answer.headers.get(DIGEST_HEADER, "").lower() != digest(body):
        raise ReplyBroken("The reply of headquarters does not match its digest: it was changed or cut")
    reply = _parse(body, model)
    if reply.nonce != nonce:
        raise ReplyBroken("The reply of headquarters belongs to another request: it was replayed or mixed up")
    if home is not None:
        _refuse_another(reply, home)
    return reply


def _refuse_another(reply: Reply, home: Home) -> None:
    if reply.tenant != home.tenant:
        raise ForeignHq(
            "The headquarters of {theirs} answers here, but this register belongs to {ours}",
            theirs=reply.tenant,
            ours=home.tenant,
        )
    if home.environment and reply.environment not in ("", home.environment):
        raise ForeignHq(
            "The {theirs} headquarters answers here, but this register belongs to the {ours} one",
            theirs=reply.environment,
            ours=home.environment,
        )


def read_shared(answer: Answer, told: str, now: datetime) -> SharedPage:
    """The page whose digest headquarters told in a reply that was proved: from whom it came is all the same.

    Raises:
        HqFault: it is another page, or none.
    """
    body = _body(answer, now)
    if digest(body) != told:
        raise ReplyBroken("A page is not the one that headquarters told of: a cache has kept or changed it")
    try:
        return read_shared_page(body)
    except ValidationError as fault:
        raise _unreadable(fault) from None


def _body(answer: Answer, now: datetime) -> bytes:
    """What an answer that says yes says.

    Raises:
        HqFault: it says no, or comes from a network that asks for a login.
    """
    media = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if 300 <= answer.status < 400 or answer.status == 511 or (media == "text/html" and answer.status < 500):
        raise NetworkAsksForLogin("The network asks for a login: a web page came instead of headquarters")
    if answer.status != 200:
        fault = _refusal(answer, media, now)
        fault.status = answer.status
        raise fault
    if media != "application/json":
        raise ReplyBroken("The reply of headquarters is {media}, not JSON", media=media or "of no named kind")
    return unpack(answer)


def unpack(answer: Answer, size_max: int = BODY_MAX_BYTES) -> bytes:
    """The body as it was before it was packed; never more than `size_max` bytes of memory for it.

    Raises:
        ReplyBroken: packed in an unknown way, cut, damaged, followed by more, or too large.
    """
    encoding = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding == "identity":
        if len(answer.body) > size_max:
            raise ReplyBroken("The reply of headquarters is larger than {limit} bytes", limit=size_max)
        return answer.body
    if encoding != "gzip":
        raise ReplyBroken("The reply of headquarters is packed as {encoding}, not gzip", encoding=encoding)
    opener = zlib.decompressobj(wbits=31)  # gzip with its header, checksum and length
    try:
        body = opener.decompress(answer.body, size_max + 1)
    except zlib.error as fault:
        raise ReplyBroken("The reply of headquarters does not unpack: {why}", why=fault) from None
    if len(body) > size_max:
        raise ReplyBroken("The reply of headquarters unpacks to more than {limit} bytes", limit=size_max)
    if not opener.eof:
        raise ReplyBroken("The packed reply of headquarters was cut")
    if opener.unused_data:
        raise ReplyBroken("The packed reply of headquarters is followed by something else")
    return body


def retry_after_seconds(text: str | None, now: datetime) -> float | None:
    """What a Retry-After header asks for, between 1 s and 5 min; None where it is missing or garbage."""
    if text is None:
        return None
    text = text.strip()
    if text.isascii() and text.isdigit():
        seconds = float(text[:12])
    else:
        try:
            seconds = (parsedate_to_datetime(text) - now).total_seconds()
        except (ValueError, TypeError, OverflowError):
            return None
    return min(max(seconds, RETRY_AFTER_MIN_SECONDS), RETRY_AFTER_MAX_SECONDS)


def _parse(body: bytes, model: type[R]) -> R:
    try:
        return cast("R", read_page(body)) if model is FeedPage else model.model_validate_json(body)
    except ValidationError as fault:
        unreadable = _unreadable(fault)
    spoken = _versions_in(body)
    if spoken is not None:
        agreed_version(spoken, SPOKEN)
    raise unreadable


def _unreadable(fault: ValidationError) -> ReplyBroken:
    why = fault.errors(include_url=False, include_input=False, include_context=False)[0]
    where = ".".join(str(part) for part in why["loc"]) or "the reply"
    return ReplyBroken(
        "The reply of headquarters cannot be read: {where}: {why}", where=where, why=why["msg"]
    )


def agreed_version(theirs: Versions, ours: Versions) -> int:
    """The version that both sides speak from now on.

    Raises:
        ForeignHq: there is none.
    """
    common = ours.common_with(theirs)
    if common is None:
        raise ForeignHq(
            "Headquarters speaks version {theirs} of the protocol and this program version {ours}: "
            "update the older one",
            theirs=theirs.newest,
            ours=ours.newest,
        )
    return common


def refused_versions(answer: Answer) -> Versions | None:
    """The versions that headquarters names where it refuses the one of a call."""
    if answer.status != 409:
        return None
    try:
        return _versions_in(unpack(answer))
    except ReplyBroken:
        return None


def _versions_in(body: bytes) -> Versions | None:
    try:
        said = json.loads(body)
    except ValueError:
        return None
    newest = said.get("protocol") if isinstance(said, dict) else None
    if not isinstance(newest, int):
        return None
    oldest = said.get("oldest")
    return Versions(oldest if isinstance(oldest, int) and oldest else newest, newest)


def _refusal(answer: Answer, media: str, now: datetime) -> HqFault:
    status, words = answer.status, _words(answer, media)
    if status in (408, 409, 425, 429) or status >= 500:
        asked = retry_after_seconds(answer.headers.get("Retry-After"), now)
        kind = HqFailed if status == 500 else HqBusy
        return kind("Headquarters is not ready: {words}", words=words, retry_after_seconds=asked)
    if status in (401, 403):
        return TokenRefused("Headquarters does not accept this register: {words}", words=words)
    if status == 410:
        return CursorTooOld("{words}", words=words)
    if status == 426:
        return ProgramTooOld("{words}", words=words)
    if status in (400, 413, 422):
        return DocumentsRefused("Headquarters cannot read it: {words}", words=words)
    return HqRefused("Headquarters says no: {words}", words=words)


def _words(answer: Answer, media: str) -> str:
    """What an error reply says for people; its status where it says nothing that can be read."""
    fallback = f"status {answer.status}"
    if media != "application/json":
        return fallback
    try:
        said = json.loads(unpack(answer))
    except (ReplyBroken, ValueError):
        return fallback
    detail = said.get("detail") if isinstance(said, dict) else None
    if isinstance(detail, str) and detail.strip():
        return " ".join(detail.split())[:WORDS_MAX]
    return fallback
