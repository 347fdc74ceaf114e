"""What happened with people, what answers what, and the next steps it calls for or closes."""
