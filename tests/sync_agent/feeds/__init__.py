"""The feeds' adapters, row by row."""
