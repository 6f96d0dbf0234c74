"""The key by which headquarters signs who may do what."""
