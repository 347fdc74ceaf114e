"""Rows to domain values: all reads live here, one file per noun."""
