"""Mock-up screens and pages for workshops."""
