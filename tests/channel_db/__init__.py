"""Claims about the channel database, on real files."""
