"""Files come in: read in a process of their own, planned, shown, applied in steps, taken back whole."""
