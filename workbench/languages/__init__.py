"""Language packs: one folder each, data first."""
