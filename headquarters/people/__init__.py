"""Staff and their PINs."""
