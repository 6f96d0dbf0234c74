"""The pages for the daily work of the back office, and how their lists are read."""
