"""The laboratory: worlds and planners side by side, in figures (docs/lab.md)."""
