"""Version 1 of our own stored formats; never edited once released."""
