"""Cards on file that headquarters charges for what was shipped."""
