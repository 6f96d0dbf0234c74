"""Stores and the settings of their registers."""
