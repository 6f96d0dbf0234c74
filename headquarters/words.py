"""Refusals as HTTP responses: a status and words; what happened inside goes to the log alone."""

from collections.abc import Callable
from logging import getLogger

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from headquarters.errors import OtherVersion, Refusal
from headquarters.office.refusals import refuse
from retail.messages import phrase

_log = getLogger(__name__)
_WORDS = {404: phrase("There is nothing here."), 405: phrase("This is not done here.")}


def refusal_response(refusal: Refusal) -> JSONResponse:
    """A refusal as the caller sees it."""
    headers = {"Cache-Control": "no-store"}
    if refusal.retry_after_seconds is not None:
        headers["Retry-After"] = str(refusal.retry_after_seconds)
    said: dict[str, object] = {"detail": refusal.words}
    if isinstance(refusal, OtherVersion):
        said |= {"protocol": refusal.spoken.newest, "oldest": refusal.spoken.oldest}
    return JSONResponse(said, refusal.status, headers)


def answer_refusals(app: FastAPI, answer: Callable[[Request, Refusal], Response]) -> None:
    """Give every way of failing its words, as `answer` says them to who asked."""

    @app.exception_handler(Refusal)
    def refused(request: Request, refusal: Refusal) -> Response:
        return answer(request, refusal)

    @app.exception_handler(HTTPException)
    def not_here(request: Request, error: HTTPException) -> Response:
        return answer(
            request, Refusal(error.status_code, _WORDS.get(error.status_code, phrase("This cannot be done.")))
        )

    @app.exception_handler(RequestValidationError)
    def not_understood(request: Request, error: RequestValidationError) -> Response:
        names = ", ".join(str(fault["loc"][-1]) for fault in error.errors())
        return answer(request, refuse(422, "The call was not understood: {names}.", names=names))

    @app.exception_handler(Exception)
    def failed(request: Request, error: Exception) -> Response:
        _log.error("%s %s failed", request.method, request.url.path, exc_info=error)
        refusal = refuse(500, "Headquarters could not do this. Its log says why.")
        try:
            return answer(request, refusal)
        except Exception:  # noqa: BLE001 -- what failed may be what a page in somebody's language is made of
            return refusal_response(refusal)
