"""Functions on str: no language, no I/O."""
