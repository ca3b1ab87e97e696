"""ConsentKit: consent records bound to recorded clips, sealed, timestamped and provable."""

__version__ = "0.1.0"
