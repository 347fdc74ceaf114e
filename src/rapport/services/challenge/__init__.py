"""The month: its board, what counts in it, how its days feel, and the month told back."""
