"""The review screen: a terminal interface over one workspace."""
