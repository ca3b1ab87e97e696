"""Use cases: the only place where packages meet."""
