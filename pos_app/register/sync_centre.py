"""The sync centre as the window shows it: what waits, what needs somebody, what came, from one look at the files."""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from channel_db.journal.outbox import EntryState, OutboxEntry
from pos_app.language.language import Language
from pos_app.register.agreement import agreement, parked_after_all
from pos_app.register.session import RegisterSession
from pos_app.register.sync_figures import shown_facts
from pos_app.register.sync_state import sync_view
from pos_app.views import ButtonView, OutboxRowView, ReceivedRowView, SyncCentreView
from retail.messages import phrase
from retail.wire.coded import message_of
from retail.wire.contents import HELD_BACK
from retail.wire.reasons import is_about_delivery
from retail.wire.tally import Difference

SHOWN_MAX = 100
"""So many entries of each kind are listed; the number above them counts all."""
FEEDS: Mapping[str, str] = {
    "settings": phrase("Settings"),
    "staff": phrase("Staff"),
    "layouts": phrase("Screen layouts"),
    "promotions": phrase("Promotions"),
    "products": phrase("Products"),
    "prices": phrase("Prices"),
    "list_prices": phrase("Price lists"),
    "stock": phrase("Stock"),
    "customers": phrase("Customers"),
    "orders": phrase("Orders"),
    "erasures": phrase("Erased customers"),
}
REFUSED = phrase(
    "Headquarters does not accept this register any more. What is not sent stays here. "
    "Call headquarters to enrol it anew."
)
_CODE = re.compile(r"(?P<words>.*) \(HTTP (?P<code>\d{3})\)", re.DOTALL)


def sync_centre(session: RegisterSession) -> SyncCentreView:
    """Everything the sync centre shows."""
    language, contact = session.language, session.catalog.contact()
    waiting = session.journal.oldest(EntryState.WAITING, SHOWN_MAX)
    attention = session.journal.oldest(EntryState.ATTENTION, SHOWN_MAX)
    counted, parked = session.journal.waiting(), parked_after_all(contact, session.journal)
    state = sync_view(shown_facts(session), language)
    currency = "" if session.settings is None else session.settings.currency
    parts = [
        state.text,
        language.say(REFUSED) if contact.state == "refused" else "",
        _last(language, phrase("last sent {time}"), contact.last_sent_at),
        _last(language, phrase("last received {time}"), max(contact.received.values(), default=None)),
        *agreement(contact, currency, language),
    ]
    return SyncCentreView(
        sentence=" \u00b7 ".join(part for part in parts if part),
        waiting=tuple(_row(session, entry) for entry in waiting),
        waiting_count=counted.count if len(waiting) == SHOWN_MAX else len(waiting),
        attention=(
            *[_row(session, entry) for entry in attention],
            *[_parked(session, each, _corrected(waiting)) for each in parked],
        ),
        attention_count=len(parked) + (counted.attention if len(attention) == SHOWN_MAX else len(attention)),
        received=tuple(_received(session, language)),
        line=_line(session),
        sync_why_not=_sync_why_not(session),
    )


def _line(session: RegisterSession) -> ButtonView:
    say = session.language.say
    if session.offline_by:
        return ButtonView(say("Work online"), "sync.work_online")
    return ButtonView(say("Work offline"), "sync.work_offline")


def _sync_why_not(session: RegisterSession) -> str:
    if not session.offline_by:
        return ""
    words = phrase("{who} had this register work offline. Work online again first.")
    return session.language.say(words, who=session.offline_by)


def _last(language: Language, template: str, stamp: str | None) -> str:
    return "" if stamp is None else language.say(template, time=_time(stamp, seconds=True))


def _time(stamp: str, *, seconds: bool = False) -> str:
    moment = datetime.fromisoformat(stamp).astimezone()
    return f"{moment:%H:%M:%S}" if seconds else f"{moment:%H:%M}"


def _row(session: RegisterSession, entry: OutboxEntry) -> OutboxRowView:
    language = session.language
    what, name, glyph = _named(entry, language)
    words, code = _divided(entry.last_error, language)
    before = None if entry.depends_on is None else session.journal.open_entry(entry.depends_on)
    if entry.state is EntryState.ATTENTION:
        why = (
            language.say("Headquarters: {reason}", reason=words)
            if words
            else language.say("Ask headquarters.")
        )
    elif entry.leased_until is not None:
        why = language.say("being sent")
    elif words == HELD_BACK:
        why = language.say("waits until headquarters is updated")
    elif before is not None and before.kind == "customer":
        why = language.say("waits for the customer")
    elif before is not None:
        why = language.say("waits for what was done before")
    else:
        why = language.say("waits for headquarters")
    saved = language.say("saved {time}", time=_saved(session, entry.kept_at))
    return OutboxRowView(
        id=entry.uuid, glyph=glyph, text=f"{what}  {name}".strip(), detail=why, saved=saved,
        technical=_technical(entry, words, code, language),
        needs_somebody=entry.state is EntryState.ATTENTION,
        search=name if glyph == "order" else "",
    )  # fmt: skip


def _corrected(waiting: Sequence[OutboxEntry]) -> set[str]:
    """The documents whose correction waits to be sent."""
    return {json.loads(each.text)["about"] for each in waiting if each.kind == "correction"}


def _parked(session: RegisterSession, parked: Difference, corrected: Collection[str]) -> OutboxRowView:
    """A document that headquarters took and has set aside since: whoever mends it there tries it again there."""
    language, entry = session.language, session.journal.entry(parked.document)
    what, name, glyph = (language.say("Document"), "", "alert") if entry is None else _named(entry, language)
    saved = "" if entry is None else language.say("saved {time}", time=_saved(session, entry.kept_at))
    reason = message_of(parked.said)
    why = language.say("Headquarters has set it aside: {reason}", reason=reason or parked.words)
    if parked.document in corrected:
        why = language.say("its correction waits for headquarters")
    return OutboxRowView(
        id=parked.document, glyph=glyph, text=f"{what}  {name}".strip(), detail=why, saved=saved,
        technical=(parked.document,),
        is_undelivered=entry is not None and is_about_delivery(reason) and parked.document not in corrected,
    )  # fmt: skip


def _saved(session: RegisterSession, kept_at: str) -> str:
    now = session.clock.now()
    moment = datetime.fromisoformat(kept_at).astimezone(now.tzinfo)
    return session.language.moment(moment.isoformat(), now.date())


def _named(entry: OutboxEntry, language: Language) -> tuple[str, str, str]:
    """What a document is, what people call it, and its picture."""
    content: dict[str, Any] = json.loads(entry.text)
    if entry.kind == "customer":
        return language.say("Customer"), str(content.get("name", "")), "person"
    if entry.kind == "customer_change":
        return language.say("Customer change"), str(content.get("customer_name", "")), "person"
    if entry.kind == "shift":
        return language.say("Closed shift"), str(content.get("number", "")), "payment"
    if entry.kind == "info":
        return language.say("Answers to questions"), "", "info"
    if entry.kind == "correction":
        return language.say("Correction of a delivery"), str(content.get("confirmation_number", "")), "order"
    about = content if entry.kind == "fulfilment" else content.get("order") or content.get("act")
    if isinstance(about, dict) and about.get("about", "order") != "order":
        return language.say("Return of goods"), str(content.get("receipt_number", "")), "sale"
    if isinstance(about, dict):
        return language.say("Order"), str(about.get("confirmation_number", "")), "order"
    return language.say("Sale"), str(content.get("receipt_number", "")), "sale"


def _divided(error: str, language: Language) -> tuple[str, str]:
    """The words of the last failure, and the code of headquarters' answer."""
    message = message_of(error)
    if message is not None:
        return language.tell(message), ""
    found = _CODE.fullmatch(error)
    return (error, "") if found is None else (found["words"], found["code"])


def _technical(entry: OutboxEntry, words: str, code: str, language: Language) -> tuple[str, ...]:
    """What whoever looks into it wants to know; names and codes stay as they are in every language."""
    facts = [entry.uuid, language.say("{count} attempts", count=entry.attempts)]
    if entry.not_before is not None:
        facts.append(language.say("next try {time}", time=_time(entry.not_before, seconds=True)))
    if code:
        facts.append(f"HTTP {code}")
    return (*facts, words) if words else tuple(facts)


def _received(session: RegisterSession, language: Language) -> list[ReceivedRowView]:
    now, unfit = session.clock.now(), session.catalog.counts_set_aside()
    return [
        ReceivedRowView(
            language.say(FEEDS[feed.name]),
            language.moment(datetime.fromisoformat(feed.at).astimezone(now.tzinfo).isoformat(), now.date()),
            _age(now, datetime.fromisoformat(feed.at), language),
            _rows(feed.rows, unfit.get(feed.name, 0), language),
        )
        for feed in session.catalog.received()
    ]


def _rows(count: int, unfit: int, language: Language) -> str:
    rows = language.say("{count} rows", count=count)
    return language.say("{rows}, {number} cannot be used", rows=rows, number=unfit) if unfit else rows


def _age(now: datetime, at: datetime, language: Language) -> str:
    minutes = max(0, int((now - at).total_seconds()) // 60)
    if minutes < 1:
        return language.say("just now")
    if minutes < 60:
        return language.say("{count} min ago", count=minutes)
    return language.say("{count} h ago", count=minutes // 60)
