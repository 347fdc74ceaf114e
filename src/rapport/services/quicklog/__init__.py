"""One typed line, or a diary of them: read, shown, saved."""
