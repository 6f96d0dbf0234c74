"""What travels down to the registers."""
