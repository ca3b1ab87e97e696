"""What the one decode pass feeds: each tap is a function of its stream."""
