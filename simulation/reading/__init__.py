"""From data files to the model: places kept, changes applied, faults told together."""
