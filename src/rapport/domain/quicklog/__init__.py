"""What one logged line says, as values, and what the user changes in them."""
