"""catalog.db: what headquarters told this register, with its search index."""
