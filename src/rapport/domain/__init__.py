"""The rules: plain values and decisions, with time, chance and data as arguments."""
