"""The sign-in that stands before the register behind it is loaded: people, store and time, by one glance."""

from datetime import datetime
from pathlib import Path

from channel_db.device import NotEnrolled, read_device
from channel_db.glance import glance
from pos_app.language.glossary import LANGUAGES
from pos_app.language.language import known_code, language_of
from pos_app.register.names import capital, is_listed
from pos_app.views import ChoiceView, SignInView, SyncView, UserTileView
from retail.messages import phrase

CHECKING = phrase("Checking \u2026")
"""What the indicator says until the files are open: nothing is known yet."""


def greeting(folder: Path, now: datetime) -> SignInView | None:
    """Who may sign in; None where the register has to be opened first to know, or to say why it cannot be."""
    try:
        device = read_device(folder)
    except NotEnrolled:
        return None
    seen = glance(folder)
    if seen is None:
        return None
    language = language_of(known_code(str(seen.settings.get("language", ""))))
    has_list = seen.settings.get("staff_list", True) is True
    of_store_only = seen.settings.get("staff_of_store_only", False) is True
    users = [
        UserTileView(str(each["user"]), str(each["name"]), language.name(capital(str(each["role"]))))
        for each in seen.staff
        if each.get("active", True) is True and is_listed(has_list, of_store_only, str(each.get("store", "")))
    ]
    return SignInView(
        store=str(seen.settings.get("store_name") or device.store),
        register=device.register_name,
        users=tuple(users),
        sync=SyncView("checking", "checking", language.say(CHECKING)),
        time=f"{now:%H:%M}",
        date=language.write(now.date()),
        languages=tuple(ChoiceView(code, name) for code, name in LANGUAGES.items()),
        language=language.code,
        asks_user=of_store_only or not has_list,
    )
