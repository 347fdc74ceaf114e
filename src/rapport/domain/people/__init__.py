"""Who someone is, by which names and keys, how they are found, and how they are taken out."""
