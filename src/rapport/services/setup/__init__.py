"""The first hour: the set-up, the demo, and the link that lets one in."""
