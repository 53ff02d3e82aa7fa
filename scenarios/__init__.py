"""Courses as they are and as they could be, as data files; no code."""
