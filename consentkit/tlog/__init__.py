"""Transparency log mathematics: RFC 9162 hashing, C2SP notes and checkpoints."""
