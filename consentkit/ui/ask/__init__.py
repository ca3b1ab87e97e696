"""Asking: the card a creator reads from while chatting, and the askings still to be matched."""
