"""Help, needs and offers: what they mean, which of them meet, and give and take."""
