"""What keeps the data safe and the house running: backups, upgrades, checks, the bin, one server."""
