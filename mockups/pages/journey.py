"""The page Et forløb: one citizen's journey in two scenarios."""
