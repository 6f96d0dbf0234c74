"""What the cashier uses."""
