"""What one register remembers: two SQLite files, the device's identity, and the locks that keep one owner."""
