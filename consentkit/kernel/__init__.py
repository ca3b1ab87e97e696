"""The base all packages may use: errors, exact time, digests, progress, limits, resources."""
