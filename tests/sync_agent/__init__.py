"""The carrier, tried against servers that misbehave and against the real headquarters."""
