"""Opening a vault with its passphrase or its recovery words."""
