"""Offers of one’s work, the warm ways to those who get them, and what opened up."""
