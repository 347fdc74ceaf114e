"""Rapport: a private networking coach and personal CRM."""

__version__ = "0.1.0"
