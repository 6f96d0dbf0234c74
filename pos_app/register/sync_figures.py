"""Reading the figures of the sync indicator from the files of a register, all at one instant."""

import shutil
from datetime import datetime
from typing import Any

from pos_app.doctor_folder import LOG_MIB_MAX, longest_log_mib
from pos_app.register.agreement import parked_after_all
from pos_app.register.session import RegisterSession
from pos_app.register.sync_state import SyncFacts, sync_view
from retail.switching import Cause


def sync_facts(session: RegisterSession) -> SyncFacts:
    """The figures now; the counts are the database's, never remembered ones."""
    waiting, contact = session.journal.waiting(), session.catalog.contact()
    disk = shutil.disk_usage(session.folder)
    return SyncFacts(
        now=session.clock.now(),
        free_bytes=disk.free,
        disk_bytes=disk.total,
        waiting=waiting.count,
        attention=waiting.attention + len(parked_after_all(contact, session.journal)),
        connection=_connection(session, contact.state),
        sending=contact.sending,
        last_success_at=_moment(contact.last_success_at),
        prices_at=_moment(contact.prices_at),
        failures=contact.failures_in_a_row,
        forced_by=session.offline_by,
        is_unwell=session.broken is not None or longest_log_mib(session.folder) >= LOG_MIB_MAX,
    )


def shown_facts(session: RegisterSession) -> SyncFacts:
    """The figures as the window shows them: with a line that does not flicker."""
    return session.line.seen(sync_facts(session))


def sync_figures(session: RegisterSession) -> dict[str, Any]:
    """The indicator as plain values."""
    facts = sync_facts(session)
    shown = sync_view(facts, session.language)
    return {
        "state": shown.state,
        "text": shown.text,
        "count": shown.count,
        "waiting": facts.waiting,
        "attention": facts.attention,
    }


def _connection(session: RegisterSession, seen_by_agent: str) -> str:
    """What the agent saw; *slow* where this register works locally although headquarters answers the agent."""
    is_left = session.real_time.left_because not in (None, Cause.SILENT)
    return "slow" if is_left and seen_by_agent == "online" else seen_by_agent


def _moment(stamp: str | None) -> datetime | None:
    return None if stamp is None else datetime.fromisoformat(stamp)
