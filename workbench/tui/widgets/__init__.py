"""Widgets that draw lines of pieces; none of them decides anything."""
