"""Made-up months of networking, to try a way of planning on: people with hidden tendencies (ADR 13)."""
