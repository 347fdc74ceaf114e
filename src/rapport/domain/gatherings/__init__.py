"""Meetings of people: announced, weighed, briefed, debriefed, and what they give."""
