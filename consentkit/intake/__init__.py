"""Asking: cards and notices in the partner's language."""
