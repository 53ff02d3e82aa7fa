"""Uniforms keyed by names, and what they become: whole minutes, counts, yes or no, a choice."""
