"""Things with cables, and the paper they print on."""
