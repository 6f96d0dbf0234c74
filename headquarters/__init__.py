"""Headquarters: turns uploads into customers and sales orders, and publishes what registers need."""
