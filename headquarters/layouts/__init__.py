"""Screen layouts."""
