"""Asking and introducing: who could, in which words, what was answered, and all that grew from it."""
