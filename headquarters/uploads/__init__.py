"""Documents as they came from the registers, and what became of them."""
