"""Shared history from mail and calendars: its traces, what they add up to, and who knows whom."""
