"""Plays the arrays of a replication and writes the log."""
