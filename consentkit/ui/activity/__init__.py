"""The log in words, and whether it is the one that was seen last."""
