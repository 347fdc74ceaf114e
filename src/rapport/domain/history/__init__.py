"""Shared history read from traces: what they add up to, how close that is, and who knows whom."""
