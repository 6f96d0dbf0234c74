"""Saying of a parked document that nothing further is done about it: it stays as it came, and is nobody's work."""

from sqlalchemy.orm import Session

from headquarters.office.refusals import refuse
from headquarters.uploads.models import KeptDocument
from headquarters.uploads.posting import parked_document

REASON_MAX = 254


def leave(session: Session, row: int, by: str, because: str, at: str) -> KeptDocument:
    """This person has decided so; whoever tries it again or repairs it takes that back.

    Raises:
        Refusal: there is no such parked document (404), somebody has said so before (409), or no reason is said (422).
    """
    kept = parked_document(session, row)
    reason = because.strip()
    if not reason or len(reason) > REASON_MAX:
        raise refuse(
            422, "Say in 1 to {most} characters why nothing further is done about it.", most=REASON_MAX
        )
    if kept.left_by:
        raise refuse(409, "{name} has said so already: {reason}", name=kept.left_by, reason=kept.left_because)
    kept.left_by, kept.left_because, kept.left_at = by, reason, at
    return kept
