"""The rules of customer orders: delivery, deposits, and what may be done in which state."""
