"""The set-up pages: lists and forms over the drafts, by starlette-admin behind our own door."""
