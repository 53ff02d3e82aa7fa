"""Runs citizen courses and measures them; this is the front door for other rooms."""
