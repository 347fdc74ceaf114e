"""Meetings of people: announced, planned, a minute before, a minute after, and what they give."""
