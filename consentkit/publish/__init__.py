"""Handing a finished video over: to YouTube, and to those who read its credentials."""
