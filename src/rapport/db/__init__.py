"""The rows: one Django app, one file per noun; all reads live in `queries`."""
