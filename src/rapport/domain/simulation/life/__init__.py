"""A made-up person’s life: their nature, their network, their days and their luck."""
