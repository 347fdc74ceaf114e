"""What one wrote down, as files for other programs."""
