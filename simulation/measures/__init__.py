"""Event log to measures: where the time went, intervals, and comparison of scenarios."""
