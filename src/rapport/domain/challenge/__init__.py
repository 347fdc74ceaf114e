"""The month: its days and goals, what counts, how it feels, and how much a day holds."""
