"""Codes into sentences, in the reader's language: the only room that speaks."""
