"""Use cases: one function each, over a workspace; the command line and the review screen both call these."""
