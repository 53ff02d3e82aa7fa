"""The smallest things: units, quantities with their evidence, places in files, faults."""
