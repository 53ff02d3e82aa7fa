"""The reference engine: SimPy, written to be read. It says what a model means, minute by minute."""
