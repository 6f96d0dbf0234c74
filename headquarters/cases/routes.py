"""Where a register asks about a document that was set aside."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from headquarters.auth import CallingDevice
from headquarters.bodies import body_of
from headquarters.cases.asking import ask
from headquarters.context import Context
from headquarters.describing import refuses, takes
from headquarters.replies import Nonce, answer, envelope
from retail.clock import stamp
from retail.wire.protocol import QUESTIONS, QuestionReply, QuestionRequest

router = APIRouter(tags=["registers"])

Question = Annotated[QuestionRequest, Depends(body_of(QuestionRequest))]


@router.post(
    QUESTIONS,
    response_model=QuestionReply,
    openapi_extra=takes(QuestionRequest),
    responses=refuses(404, 409),
)
def ask_headquarters(
    request: Request, headquarters: Context, device: CallingDevice, nonce: Nonce, question: Question
) -> Response:
    """Put a question with the case of a document; a repeat changes nothing."""
    headquarters.check_version(question.protocol)
    with headquarters.database.writing() as session:
        at = stamp(headquarters.clock.now())
        ask(session, device.register, question.document, question.by, question.words, at)
    return answer(request, QuestionReply(**envelope(nonce, headquarters)))
