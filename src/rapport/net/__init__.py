"""The only room that may open a connection; nothing here is called unless the user asked for it."""
