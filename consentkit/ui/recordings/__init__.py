"""The library: recordings, what stands in them, and how new ones come in."""
