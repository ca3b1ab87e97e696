"""Codecs: scanning, cutting and drawing recordings."""
