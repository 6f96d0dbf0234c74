"""What people set up for stores, before and until it is published."""
