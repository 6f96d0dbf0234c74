"""Damaged journals, and what is kept of them."""
