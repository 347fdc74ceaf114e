"""Measured side by side, printed as ratios: `make bench`. Needs Linux; peers come from the package index."""
