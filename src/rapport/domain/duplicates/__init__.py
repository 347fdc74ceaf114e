"""Which records are the same person: candidates with a weight, a probability and reasons; groups to merge."""
