"""Statements: what the closed shifts of registers came to, worked out again and posted."""
