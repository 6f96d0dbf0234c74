"""Other modes of delivery for a document that was set aside for its modes: what can be chosen, and its text then."""

import json
from collections.abc import Mapping

from pydantic import ValidationError
from sqlalchemy.orm import Session

from headquarters.orders.undelivered import lost_lines
from headquarters.settings.service import settings_of_store
from headquarters.uploads.models import KeptDocument, State
from retail.errors import RuleBroken
from retail.messages import Message
from retail.orders.undeliverable import modes_instead
from retail.wire.reading import read_transaction
from retail.wire.reasons import is_about_delivery, not_a_line


def choices_for(
    session: Session, kept: KeptDocument
) -> tuple[Message | None, dict[int, tuple[str, tuple[str, ...]]]]:
    """For a document that was set aside for its modes of delivery: of each line its name and the modes it can leave by
    instead; or why there is none. Nothing at all for any other document.
    """
    why = kept.why
    if kept.state is not State.PARKED or not isinstance(why, Message) or not is_about_delivery(why):
        return None, {}
    try:
        document = read_transaction(kept.posted_text)
    except ValidationError:
        return None, {}
    settings = settings_of_store(session, document.store)
    lines = lost_lines(document, settings)
    try:
        modes = modes_instead(lines, settings)
    except RuleBroken as broken:
        return broken.message, {}
    return None, {line.number: (line.name, modes[line.number]) for line in lines}


def corrected_text(text: str, modes: Mapping[int, str]) -> str:
    """The text of a transaction with these modes of delivery on its shipped lines, by number; nothing else differs.

    Raises:
        RuleBroken: one of them is no shipped line.
    """
    found = json.loads(text)
    shipped = {
        line["number"]: line["delivery"]
        for line in found["lines"]
        if line["delivery"] is not None and line["delivery"]["kind"] == "ship"
    }
    for number, mode in modes.items():
        if number not in shipped:
            raise RuleBroken(not_a_line(number).template, line=number)
        shipped[number]["mode"] = mode
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))
