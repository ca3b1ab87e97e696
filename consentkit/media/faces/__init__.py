"""Faces in stretches of a finished video: found, followed through every frame, and never named."""
