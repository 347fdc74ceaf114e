"""What was tried, what came of it, and what so few tries can tell."""
