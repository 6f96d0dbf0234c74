"""Our arithmetic beside figures that others worked out: real data where it is at hand, small twins always."""
