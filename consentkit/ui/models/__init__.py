"""Table models shared between pages: they show tuples they are given and never ask."""
