"""What a world is made of: actors, data types, steps, personas, scenarios. Frozen models only."""
