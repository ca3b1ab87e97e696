"""The page of a finished video: its check, the plan, the decision, and the edit for publication."""
