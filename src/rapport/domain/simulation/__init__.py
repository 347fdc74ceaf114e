"""Made-up months of networking: people with hidden tendencies, to try a way of planning on (docs/adr/0013)."""
