"""Screens wire widgets to the session and to presenters; they decide nothing about claims."""
