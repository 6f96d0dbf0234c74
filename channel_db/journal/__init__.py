"""journal.db: what this register did, made and has still to send."""
