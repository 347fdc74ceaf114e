"""What happened with whom, what one thought of it, and the next steps it calls for."""
