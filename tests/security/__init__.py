"""Security: what must not be told, done or opened, each test named after its item of docs/security.md."""
