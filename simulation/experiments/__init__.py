"""Replications, comparisons, what-if and screening; serial or parallel with the same result."""
