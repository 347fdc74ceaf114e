"""Ways of planning, each in a file of its own."""
