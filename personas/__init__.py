"""Fictitious people, as data files; no code."""
