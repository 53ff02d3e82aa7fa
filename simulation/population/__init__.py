"""Fictitious citizens, the tables of a scenario and the arrays of their luck: all that an engine reads."""
