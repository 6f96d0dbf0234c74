"""How headquarters answers a register: nonce echoed, digest over the body, end mark last, packed when it pays."""

import gzip
import json
from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import Depends, Request, Response
from sqlalchemy import select

from headquarters.context import Headquarters
from headquarters.errors import Refusal
from headquarters.feeds.ready import Body, unpacked
from headquarters.installation import Installation
from retail.wire.base import digest
from retail.wire.protocol import DIGEST_HEADER, END, NONCE_HEADER, Reply

PACK_ABOVE_BYTES = 1024
NONCE_MAX = 200


def nonce_of(request: Request) -> str:
    """The nonce that the reply must carry back.

    Raises:
        Refusal: there is none (400).
    """
    nonce = request.headers.get(NONCE_HEADER, "")
    if not 0 < len(nonce) <= NONCE_MAX:
        raise Refusal(400, f"A call needs the header {NONCE_HEADER}.")
    return nonce


Nonce = Annotated[str, Depends(nonce_of)]


def envelope(nonce: str, headquarters: Headquarters) -> dict[str, Any]:
    """The fields every reply has."""
    with headquarters.database.reading() as session:
        here = session.execute(select(Installation.tenant, Installation.incarnation)).one()
    return envelope_of(headquarters, nonce, here.tenant, here.incarnation)


def envelope_of(headquarters: Headquarters, nonce: str, tenant: str, incarnation: str) -> dict[str, Any]:
    """The same where it is known whose headquarters this is, and which life of it."""
    return {
        "protocol": headquarters.spoken.newest,
        "oldest": headquarters.spoken.oldest,
        "nonce": nonce,
        "tenant": tenant,
        "incarnation": incarnation,
        "environment": headquarters.environment,
        "end": END,
    }


def answer(request: Request, reply: Reply) -> Response:
    """The HTTP response of a reply; its end mark is the last thing in it."""
    values = reply.model_dump(mode="json")
    values["end"] = values.pop("end")
    return answer_written(request, json.dumps(values, ensure_ascii=False, separators=(",", ":")))


def answer_rows(request: Request, head: dict[str, Any], name: str, rows: Iterable[str]) -> Response:
    """The HTTP response of a reply whose rows, under this name, are written out already; its end mark comes last."""
    said = dict(head)
    end = said.pop("end")
    return answer_written(
        request, f'{json.dumps(said)[:-1]},"{name}":[{",".join(rows)}],"end":{json.dumps(end)}}}'
    )


def answer_written(request: Request, text: str) -> Response:
    """The HTTP response of a reply that is written out already."""
    body = text.encode()
    headers = {DIGEST_HEADER: digest(body), "Cache-Control": "no-store"}
    if len(body) > PACK_ABOVE_BYTES and takes_gzip(request.headers.get("accept-encoding", "")):
        headers["Content-Encoding"] = "gzip"
        body = gzip.compress(body, compresslevel=5, mtime=0)
    return Response(body, media_type="application/json", headers=headers)


def answer_packed(request: Request, body: Body, kept: str = "no-store") -> Response:
    """The HTTP response of a reply that is packed already; `kept` tells caches how long they may keep it."""
    headers = {DIGEST_HEADER: body.digest, "Cache-Control": kept, "Vary": "Accept-Encoding"}
    if not takes_gzip(request.headers.get("accept-encoding", "")):
        return Response(unpacked(body), media_type="application/json", headers=headers)
    headers["Content-Encoding"] = "gzip"
    return Response(body.packed, media_type="application/json", headers=headers)


def takes_gzip(accepted: str) -> bool:
    """Whether who sends this as its `Accept-Encoding` takes a packed body."""
    offers = accepted.lower().replace(" ", "").split(",")
    return any(offer.partition(";")[0] == "gzip" and not offer.endswith(";q=0") for offer in offers)
