"""What can still be read of a damaged journal: read, proved, and kept in a new one beside the damaged file."""
