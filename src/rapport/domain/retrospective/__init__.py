"""The month told back: findings from rules over the data, each with its numbers and its evidence."""
