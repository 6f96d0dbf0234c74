"""The gate before the first sale: what is still missing, and how far it is."""

from channel_db.kinds import NEEDED_TO_SELL
from pos_app.language.language import Language
from pos_app.register.finding import Finding
from pos_app.views import ArrivingView
from retail.messages import phrase

WORDS = {
    "products": phrase("Receiving products: {rows} of {total}"),
    "prices": phrase("Receiving prices: {rows} of {total}"),
    "list_prices": phrase("Receiving prices of lists: {rows} of {total}"),
}
WAITING = phrase("Receiving the data of this register \u2026")
PAUSED = phrase("Products and prices come once somebody has signed in.")
_LARGE = ("products", "prices", "list_prices")
"""The feeds that take their time; the others are a page each."""


def arriving_view(
    finding: Finding, language: Language, *, waits_for_use: bool = False
) -> ArrivingView | None:
    """What a sign-in shows of the first load; None once the register is ready to sell."""
    if finding.is_ready_to_sell():
        return None
    if waits_for_use:
        return ArrivingView(language.say(PAUSED), 0)
    feed, rows, total = finding.arriving()
    whole = [each for each in _LARGE if NEEDED_TO_SELL.index(each) < NEEDED_TO_SELL.index(feed)]
    share = 100 * len(whole) // len(_LARGE)
    if feed not in WORDS or not total:
        return ArrivingView(language.say(WAITING), share)
    count = language.notation.count
    text = language.say(WORDS[feed], rows=count(rows), total=count(total))
    return ArrivingView(text, share + 100 * rows // total // len(_LARGE))
