"""The finders, one module a kind of mention."""
