"""Pages of goods: what people set of them registers are told at once, as what is imported."""
