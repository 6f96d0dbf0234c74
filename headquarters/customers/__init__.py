"""Customers with headquarters' account ids."""
