"""Feeds of gatherings: followed, read, and their announcements written down."""
