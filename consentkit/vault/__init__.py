"""The encrypted store of records, evidence and the log."""
