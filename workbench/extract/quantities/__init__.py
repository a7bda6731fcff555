"""Numbers, units, dates and measured nouns: what the figure finder is made of."""
