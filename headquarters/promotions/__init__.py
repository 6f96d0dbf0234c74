"""Promotions and their dates."""
