"""Proof bundles: made, disclosed and verified without a vault."""
