"""Help, needs and offers: promised, given, received, and brought together."""
