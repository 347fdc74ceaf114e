"""What is written and taken back: the journal of every verb, many rows at once, undoing a step whole."""
