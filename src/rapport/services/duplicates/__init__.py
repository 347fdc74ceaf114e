"""Who is there twice: found, shown side by side, told apart, merged."""
