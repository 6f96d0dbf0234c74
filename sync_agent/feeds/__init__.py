"""One adapter a feed: what its rows must be before they may stand in the catalogue."""
