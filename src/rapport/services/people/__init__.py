"""The people: made, found, listed, put on the map, changed, erased."""
