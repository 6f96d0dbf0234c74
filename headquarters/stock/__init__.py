"""How much of each product lies where."""
