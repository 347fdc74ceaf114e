"""The process that reads foreign files, and the one that watches it."""
