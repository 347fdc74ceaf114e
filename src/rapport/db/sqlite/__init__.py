"""Django's SQLite backend with a queue for writers and a clear word when the disk is full."""
