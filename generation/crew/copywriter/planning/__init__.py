"""Which lines the time has room for, and in which order."""
