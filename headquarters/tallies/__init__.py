"""What registers tell of themselves, compared with what headquarters holds."""
