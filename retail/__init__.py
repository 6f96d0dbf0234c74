"""The rules of selling and ordering: pure, without I/O, clock or randomness of their own."""
