"""Time tokens from outside authorities."""
