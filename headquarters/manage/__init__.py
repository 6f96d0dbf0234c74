"""What an administrator's tools ask for."""
