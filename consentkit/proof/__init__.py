"""Proof bundles and signed statements: made, disclosed, and verified without a vault."""
