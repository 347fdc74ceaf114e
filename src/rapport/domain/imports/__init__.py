"""What comes in from files and feeds, and what to do with each piece of it."""
