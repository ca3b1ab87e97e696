"""Proofs: what was exported, how a new one is made, and how one from outside is checked."""
