"""The modules of the reference engine, turned into machine code on the machine where they are used."""
