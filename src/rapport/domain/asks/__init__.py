"""Asking and introducing: who could, how likely it is, double opt-in, the letters, the warm paths."""
