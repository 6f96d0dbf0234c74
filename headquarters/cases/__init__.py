"""Facts that contradict each other and need a person."""
