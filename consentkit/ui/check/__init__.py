"""The page that holds a finished video against the consents."""
