"""The table of people and what they permitted, and the detail beside it."""
