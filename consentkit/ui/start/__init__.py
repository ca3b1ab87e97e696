"""The start page and the wizard that makes a new vault."""
