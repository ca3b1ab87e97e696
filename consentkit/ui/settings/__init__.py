"""What can be set up: profile, language, locking, time authorities, backups."""
