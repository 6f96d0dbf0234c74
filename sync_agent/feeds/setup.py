"""How the store's registers are set up: settings and screen layouts."""

from retail.wire.feeds import LayoutRow, SettingsRow
from retail.wire.settings import settings_of
from sync_agent.feeds.adapter import Feed

SETTINGS = Feed("settings", SettingsRow.model_validate_json, lambda row: settings_of(row.values).store)
LAYOUTS = Feed("layouts", LayoutRow.model_validate_json, lambda row: row.name)
