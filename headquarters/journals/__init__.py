"""The accounts of registers, as headquarters holds them: every entry, tied to the one before it."""
