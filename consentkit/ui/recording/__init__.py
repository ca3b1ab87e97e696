"""An opened recording: player, timeline, inspector, and the marking of a permission."""
