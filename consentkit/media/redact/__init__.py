"""The redacted video: what is to be done to a finished video, drawn, silenced, cut and written."""
