"""Taking away what registers of a store did in a period, as an auditor reads it."""
