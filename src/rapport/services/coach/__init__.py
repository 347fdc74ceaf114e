"""Today: what the coach is told, what it has learned, and what it proposes."""
