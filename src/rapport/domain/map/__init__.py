"""The network as a picture: who is on it, in which group, and where."""
