"""The flow of a register, without Qt."""
