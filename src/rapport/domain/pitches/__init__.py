"""Offers of one’s work: each one, the ladder of them, their record, and the ways to an organisation."""
