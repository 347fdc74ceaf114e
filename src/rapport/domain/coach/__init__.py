"""Today: what could be done, what came of such things, what is chosen, and why not another."""
