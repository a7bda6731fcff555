"""From what is stored to what is drawn: pure functions, no widget, no store."""
