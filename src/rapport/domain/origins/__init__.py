"""Everything that happened, who came through whom, and what grew from it."""
